/**
 * The pages' content streams: what belongs to no element of the structure is marked as decoration, halos of labels are
 * drawn and no longer written, and what stands in transparent groups is found by the structure.
 */
import { deflateSync } from 'node:zlib'
import {
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { drawHalos } from './halos.ts'
import { inlineGroups } from './inline-groups.ts'
import { markArtifacts } from './artifacts.ts'
import { markOf, readOperations } from './operations.ts'
import type { StructureLinks } from './structure-links.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** Rewrites the content of all pages. */
export function mendContent(pdf: PDFDocument, links: StructureLinks): void {
  for (const { node, ref } of pdf.getPages()) {
    const contents = node.get(name('Contents'))
    const resources = node.Resources()
    if (!(contents instanceof PDFRef) || !resources) continue
    mendStream(
      pdf,
      contents,
      resources,
      (mark) => links.has(ref, mark),
      (form, marks) => links.moveToForm(ref, form, marks),
      true,
    )
  }
}

type MoveMarks = (form: PDFRef, marks: readonly number[]) => void

/** What stands in a stream that elements of the structure hold. */
interface Found {
  marks: number[]
  /** Whether there are marks in it or in a group that it draws. A group without any is told of where it is drawn. */
  isMarked: boolean
}

function mendStream(
  pdf: PDFDocument,
  ref: PDFRef,
  resources: PDFDict,
  isKnown: (mark: number) => boolean,
  move: MoveMarks,
  isPage: boolean,
): Found {
  const stream = pdf.context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return { marks: [], isMarked: false }
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const whole = isPage ? inlineGroups(pdf, before, resources) : before
  const marked = new Set<string>()
  for (const [key, form] of formsOf(pdf, resources)) {
    const own = pdf.context.lookup(form) as PDFRawStream
    const inner = own.dict.lookupMaybe(name('Resources'), PDFDict) ?? resources
    const found = mendStream(pdf, form, inner, isKnown, move, false)
    if (found.marks.length > 0) move(form, found.marks)
    if (found.isMarked) marked.add(key)
  }
  const drawn = drawHalos(pdf, whole, resources)
  const operations = readOperations(drawn)
  const isMarked = marked.size > 0 || operations.some((operation) => markOf(operation) !== undefined)
  const after =
    isPage || isMarked
      ? markArtifacts(drawn, operations, (key) => marked.has(key), isKnown)
      : { stream: drawn, marks: [] }
  if (after.stream !== before) {
    stream.dict.set(name('Filter'), name('FlateDecode'))
    stream.dict.delete(name('DecodeParms'))
    const bytes = deflateSync(Buffer.from(after.stream, 'latin1'), { level: 6 })
    stream.dict.set(name('Length'), PDFNumber.of(bytes.length))
    pdf.context.assign(ref, PDFRawStream.of(stream.dict, bytes))
  }
  return { marks: after.marks, isMarked }
}

/** The groups that a stream may draw, by name. */
function formsOf(pdf: PDFDocument, resources: PDFDict): [string, PDFRef][] {
  const objects = resources.lookupMaybe(name('XObject'), PDFDict)
  return (objects?.entries() ?? []).flatMap(([key, ref]): [string, PDFRef][] => {
    if (!(ref instanceof PDFRef)) return []
    const object = pdf.context.lookup(ref)
    const isForm = object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
    return isForm ? [[key.toString(), ref]] : []
  })
}
