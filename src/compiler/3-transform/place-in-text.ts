import type { Text } from 'mdast'

/** Where a piece of a text node stands in the file; undefined where the node has no place of its own. */
export function placeInText(text: Text, start: number, length: number): Text['position'] {
  const from = text.position?.start
  if (!from) return undefined
  const before = text.value.slice(0, start)
  const line = from.line + before.split('\n').length - 1
  const column = before.includes('\n') ? start - before.lastIndexOf('\n') : from.column + start
  return { start: { line, column }, end: { line, column: column + length } }
}
