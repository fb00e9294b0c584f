/**
 * Groups that are none. The browser draws what is scaled as a group of its own, though nothing in it is transparent; not
 * all readers look for the structure in groups. Here such a group's content stands where it was drawn.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { markOf, readOperations } from './operations.ts'

/** Operators whose operand names something in the resources: their kind there, and which operand it is. */
const NAMING: Readonly<Record<string, readonly [kind: string, at: number]>> = {
  Tf: ['Font', 0],
  gs: ['ExtGState', 0],
  Do: ['XObject', 0],
  sh: ['Shading', 0],
  cs: ['ColorSpace', 0],
  CS: ['ColorSpace', 0],
  scn: ['Pattern', -1],
  SCN: ['Pattern', -1],
  BDC: ['Properties', 1],
}

const name = (text: string): PDFName => PDFName.of(text)

/** `stream` with all groups that hold marks of the structure and change nothing by being one; their fonts and the like go into `resources`. */
export function inlineGroups(pdf: PDFDocument, stream: string, resources: PDFDict): string {
  const groups = resources.lookupMaybe(name('XObject'), PDFDict)
  if (!groups) return stream
  let result = ''
  let copied = 0
  const inlined = new Set<string>()
  const stays = new Set<string>()
  // Whether what is drawn now covers what lies below, and so for each state that is put aside.
  let opaque = true
  const aside: boolean[] = []
  for (const { name: operator, operands, start, end } of readOperations(stream)) {
    if (operator === 'q') aside.push(opaque)
    else if (operator === 'Q') opaque = aside.pop() ?? true
    else if (operator === 'gs') opaque = isOpaque(resources, operands[0] ?? '')
    else if (operator === 'Do') {
      const key = (operands[0] ?? '').slice(1)
      const group = groups.lookup(name(key))
      const content = group instanceof PDFRawStream && opaque ? contentOf(pdf, group) : undefined
      if (content === undefined) stays.add(key)
      else {
        result += `${stream.slice(copied, start)}${placed(group as PDFRawStream, content, key, resources)}`
        copied = end
        inlined.add(key)
      }
    }
  }
  for (const key of inlined) if (!stays.has(key)) groups.delete(name(key))
  return result + stream.slice(copied)
}

/** What a group draws, its own groups inlined; undefined where it is an image, blends or holds no marks. */
function contentOf(pdf: PDFDocument, group: PDFRawStream): string | undefined {
  const own = group.dict.lookupMaybe(name('Resources'), PDFDict)
  if (group.dict.get(name('Subtype')) !== name('Form') || !own || blends(own)) return undefined
  const raw = Buffer.from(decodePDFRawStream(group).decode()).toString('latin1')
  const content = inlineGroups(pdf, raw, own)
  return readOperations(content).some((operation) => markOf(operation) !== undefined) ? content : undefined
}

/** The content at the group's place, within its bounds, with names that are the page's. */
function placed({ dict }: PDFRawStream, content: string, key: string, resources: PDFDict): string {
  const own = dict.lookup(name('Resources'), PDFDict)
  const numbers = (entry: string): number[] =>
    dict
      .lookupMaybe(name(entry), PDFArray)
      ?.asArray()
      .map((item) => (item as PDFNumber).asNumber()) ?? []
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox')
  const matrix = numbers('Matrix')
  let result = 'q\n'
  if (matrix.length === 6) result += `${matrix.join(' ')} cm\n`
  result += `${left} ${bottom} ${right - left} ${top - bottom} re\nW n\n`
  let copied = 0
  for (const { name: operator, operands, start, end } of readOperations(content)) {
    const naming = NAMING[operator]
    if (!naming) continue
    const [kind, at] = naming
    const index = at < 0 ? operands.length + at : at
    const used = operands[index]?.startsWith('/') ? operands[index].slice(1) : ''
    const thing = used && own.lookupMaybe(name(kind), PDFDict)?.get(name(used))
    if (!thing) continue
    const fresh = `${key}-${used}`
    kindIn(resources, kind).set(name(fresh), thing)
    const renamed = operands.map((operand, each) => (each === index ? `/${fresh}` : operand))
    result += `${content.slice(copied, start)}${[...renamed, operator].join(' ')}`
    copied = end
  }
  return `${result}${content.slice(copied)}\nQ`
}

function kindIn(resources: PDFDict, kind: string): PDFDict {
  let found = resources.lookupMaybe(name(kind), PDFDict)
  if (!found) resources.set(name(kind), (found = resources.context.obj({}) as PDFDict))
  return found
}

/** Whether a state named in the resources draws with full cover, in the normal way. */
function isOpaque(resources: PDFDict, written: string): boolean {
  const state = resources
    .lookupMaybe(name('ExtGState'), PDFDict)
    ?.lookupMaybe(name(written.slice(1)), PDFDict)
  return !state || (isNormal(state) && ['ca', 'CA'].every((entry) => alphaOf(state, entry) === 1))
}

function alphaOf(state: PDFDict, entry: string): number {
  return state.lookupMaybe(name(entry), PDFNumber)?.asNumber() ?? 1
}

/** Neither blended with what lies below nor seen through a mask. */
function isNormal(state: PDFDict): boolean {
  const [blend, mask] = [state.lookup(name('BM')), state.lookup(name('SMask'))]
  return (!blend || blend === name('Normal')) && (!mask || mask === name('None'))
}

/** Whether something in a group is blended: then the group says with what. */
function blends(resources: PDFDict): boolean {
  const states = resources.lookupMaybe(name('ExtGState'), PDFDict)
  return (states?.keys() ?? []).some((key) => {
    const blend = states!.lookup(key, PDFDict).lookup(name('BM'))
    return blend !== undefined && blend !== name('Normal')
  })
}
