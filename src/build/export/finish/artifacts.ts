/** Decoration: what is painted but belongs to no element of the structure. */
import { markOf, type Operation } from './operations.ts'

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*'])
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
/** Between these a stretch of decoration does not go on. */
const BORDER = new Set(['BDC', 'BMC', 'q', 'Q'])

/**
 * Wraps all painting outside of marked stretches into `/Artifact BMC … EMC`. `operations` are those of `stream`;
 * `isMarked` tells of a group, named as in the stream, whether its own content is marked; `isKnown` of a mark's number,
 * whether an element holds it. What none holds is decoration too. `marks` are those that are held.
 */
export function markArtifacts(
  stream: string,
  operations: readonly Operation[],
  isMarked: (group: string) => boolean,
  isKnown: (mark: number) => boolean,
): { stream: string; marks: number[] } {
  const marks: number[] = []
  let result = ''
  let copied = 0
  let depth = 0
  let open = false
  const insert = (at: number, text: string): void => {
    result += stream.slice(copied, at) + text
    copied = at
  }
  const close = (at: number): void => {
    if (open) insert(at, 'EMC\n')
    open = false
  }
  for (let at = 0; at < operations.length; at++) {
    const operation = operations[at]!
    const { name, start, end } = operation
    if (BORDER.has(name)) close(start)
    const mark = markOf(operation)
    if (mark !== undefined && isKnown(mark)) marks.push(mark)
    else if (mark !== undefined) {
      insert(start, '/Artifact BMC')
      copied = end
    }
    if (name === 'BDC' || name === 'BMC') depth++
    else if (name === 'EMC') depth--
    if (depth > 0) continue
    if (name === 'Do' && isMarked(operation.operands[0] ?? '')) {
      close(start)
      continue
    }
    const last = endOfPainting(operations, at)
    if (last === undefined) continue
    if (!open) insert(start, '/Artifact BMC\n')
    open = true
    at = last
  }
  result += stream.slice(copied)
  return { stream: open ? `${result.trimEnd()}\nEMC\n` : result, marks }
}

/** Where the painting that begins at this operation ends; undefined where it paints nothing. */
function endOfPainting(operations: readonly Operation[], at: number): number | undefined {
  const { name } = operations[at]!
  if (name === 'Do' || name === 'sh') return at
  if (name === 'BT') return operations.findIndex((operation, index) => index > at && operation.name === 'ET')
  if (name !== 'm' && name !== 're') return undefined
  let end = at
  while (end < operations.length && PATH.has(operations[end]!.name)) end++
  return PAINT.has(operations[end]?.name ?? '') ? end : undefined
}
