/**
 * Groups that are none. The browser draws what is scaled as a group of its own, though nothing in it is transparent; not
 * all readers look for the structure in groups. Here such a group's content stands where it was drawn.
 */
import { unpacked } from './flate.ts'
import { Stream, asDict, asNumber, numbersIn, resolved, type Dict } from './objects.ts'
import { markOf, readOperations, readWithoutText } from './operations.ts'

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

/** `stream` with all groups that hold marks of the structure and change nothing by being one; their fonts and the like go into `resources`. */
export function inlineGroups(stream: string, resources: Dict): string {
  const groups = asDict(resources.get('XObject'))
  if (!groups) return stream
  let result = ''
  let copied = 0
  const inlined = new Set<string>()
  const stays = new Set<string>()
  // Whether what is drawn now covers what lies below, and so for each state that is put aside.
  let opaque = true
  const aside: boolean[] = []
  for (const operation of readWithoutText(stream)) {
    const { name: operator, start, end } = operation
    if (operator === 'q') aside.push(opaque)
    else if (operator === 'Q') opaque = aside.pop() ?? true
    else if (operator === 'gs') opaque = isOpaque(resources, operation.operands[0] ?? '')
    else if (operator === 'Do') {
      const key = (operation.operands[0] ?? '').slice(1)
      const group = resolved(groups.get(key))
      const content = group instanceof Stream && opaque ? contentOf(group) : undefined
      if (content === undefined) stays.add(key)
      else {
        result += `${stream.slice(copied, start)}${placed(group as Stream, content, key, resources)}`
        copied = end
        inlined.add(key)
      }
    }
  }
  for (const key of inlined) if (!stays.has(key)) groups.delete(key)
  return result + stream.slice(copied)
}

/** What a group draws, its own groups inlined; undefined where it is an image, blends or holds no marks. */
function contentOf(group: Stream): string | undefined {
  const own = asDict(group.dict.get('Resources'))
  if (group.dict.get('Subtype') !== '/Form' || !own || blends(own)) return undefined
  const raw = unpacked(group)
  if (raw === undefined) return undefined
  const content = inlineGroups(raw, own)
  return readWithoutText(content).some((operation) => markOf(operation) !== undefined) ? content : undefined
}

/** The content at the group's place, within its bounds, with names that are the page's. */
function placed({ dict }: Stream, content: string, key: string, resources: Dict): string {
  const own = asDict(dict.get('Resources'))
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersIn(dict.get('BBox'))
  const matrix = numbersIn(dict.get('Matrix'))
  let result = 'q\n'
  if (matrix.length === 6) result += `${matrix.join(' ')} cm\n`
  result += `${left} ${bottom} ${right - left} ${top - bottom} re\nW n\n`
  let copied = 0
  for (const operation of readOperations(content)) {
    const { name: operator, start, end } = operation
    const naming = NAMING[operator]
    if (!naming) continue
    const { operands } = operation
    const [kind, at] = naming
    const index = at < 0 ? operands.length + at : at
    const used = operands[index]?.startsWith('/') ? operands[index].slice(1) : ''
    const thing = used && asDict(own?.get(kind))?.get(used)
    if (!thing) continue
    const fresh = `${key}-${used}`
    kindIn(resources, kind).set(fresh, thing)
    const renamed = operands.map((operand, each) => (each === index ? `/${fresh}` : operand))
    result += `${content.slice(copied, start)}${[...renamed, operator].join(' ')}`
    copied = end
  }
  return `${result}${content.slice(copied)}\nQ`
}

function kindIn(resources: Dict, kind: string): Dict {
  let found = asDict(resources.get(kind))
  if (!found) resources.set(kind, (found = new Map()))
  return found
}

/** Whether a state named in the resources draws with full cover, in the normal way. */
function isOpaque(resources: Dict, written: string): boolean {
  const state = asDict(asDict(resources.get('ExtGState'))?.get(written.slice(1)))
  return !state || (isNormal(state) && ['ca', 'CA'].every((entry) => (asNumber(state.get(entry)) ?? 1) === 1))
}

/** Neither blended with what lies below nor seen through a mask. */
function isNormal(state: Dict): boolean {
  const [blend, mask] = [resolved(state.get('BM')), resolved(state.get('SMask'))]
  return (!blend || blend === '/Normal') && (!mask || mask === '/None')
}

/** Whether something in a group is blended: then the group says with what. */
function blends(resources: Dict): boolean {
  const states = asDict(resources.get('ExtGState'))?.values() ?? []
  return [...states].some((state) => {
    const blend = resolved(asDict(state)?.get('BM'))
    return blend !== undefined && blend !== '/Normal'
  })
}
