/**
 * The pages' content streams: what belongs to no element of the structure is marked as decoration, halos of labels are
 * drawn and no longer written, and what stands in transparent groups is found by the structure.
 */
import { markArtifacts } from './artifacts.ts'
import { rewrite, unpacked } from './flate.ts'
import { drawHalos } from './halos.ts'
import { inlineGroups } from './inline-groups.ts'
import { Ref, Stream, asDict, type Dict } from './objects.ts'
import { markOf, readWithoutText } from './operations.ts'
import { inherited, type PdfFile } from './pdf-file.ts'
import type { StructureLinks } from './structure-links.ts'

/** Rewrites the content of all pages. */
export function mendContent(pdf: PdfFile, links: StructureLinks): void {
  for (const page of pdf.pages()) {
    const contents = asDict(page)!.get('Contents')
    const resources = asDict(inherited(page, 'Resources'))
    if (!(contents instanceof Ref) || !resources) continue
    mendStream(
      pdf,
      contents,
      resources,
      (mark) => links.has(page, mark),
      (form, marks) => links.moveToForm(page, form, marks),
      true,
    )
  }
}

type MoveMarks = (form: Ref, marks: readonly number[]) => void

/** What stands in a stream that elements of the structure hold. */
interface Found {
  marks: number[]
  /** Whether there are marks in it or in a group that it draws. A group without any is told of where it is drawn. */
  isMarked: boolean
}

function mendStream(
  pdf: PdfFile,
  { object: stream }: Ref,
  resources: Dict,
  isKnown: (mark: number) => boolean,
  move: MoveMarks,
  isPage: boolean,
): Found {
  const before = stream instanceof Stream ? unpacked(stream) : undefined
  if (!(stream instanceof Stream) || before === undefined) return { marks: [], isMarked: false }
  const whole = isPage ? inlineGroups(before, resources) : before
  const marked = new Set<string>()
  for (const [key, form] of formsOf(resources)) {
    const inner = asDict((form.object as Stream).dict.get('Resources')) ?? resources
    const found = mendStream(pdf, form, inner, isKnown, move, false)
    if (found.marks.length > 0) move(form, found.marks)
    if (found.isMarked) marked.add(key)
  }
  const drawn = drawHalos(pdf, whole, resources)
  const operations = readWithoutText(drawn)
  const isMarked = marked.size > 0 || operations.some((operation) => markOf(operation) !== undefined)
  const after =
    isPage || isMarked
      ? markArtifacts(drawn, operations, (key) => marked.has(key), isKnown)
      : { stream: drawn, marks: [] }
  if (after.stream !== before) rewrite(stream, after.stream)
  return { marks: after.marks, isMarked }
}

/** The groups that a stream may draw, by name. */
function formsOf(resources: Dict): [string, Ref][] {
  return [...(asDict(resources.get('XObject')) ?? [])].flatMap(([key, ref]): [string, Ref][] => {
    const form = ref instanceof Ref ? ref.object : undefined
    return form instanceof Stream && form.dict.get('Subtype') === '/Form' ? [[`/${key}`, ref as Ref]] : []
  })
}
