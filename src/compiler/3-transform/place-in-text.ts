/** Pieces of text nodes, with the places that they have in the file. */
import type { Text } from 'mdast'
import type { VFile } from 'vfile'
import { linePlaces } from '../line-places.ts'

const lines = new WeakMap<VFile, string[]>()

/**
 * Where a piece of a text node stands in the file; undefined where the node has no place of its own. A later line of
 * the text is looked for in the file's line, since a quote or a list sets something before it.
 */
export function placeInText(text: Text, start: number, length: number, file: VFile): Text['position'] {
  const from = text.position?.start
  if (!from) return undefined
  const own = linesWithin(text)(start)
  const line = from.line + own.line - 1
  const first = own.line === 1 ? from.column : columnOf(text, start - own.column + 1, line, file)
  const column = first + own.column - 1
  // Lines of Chinese and Japanese have been joined without a space: the piece is on a later line than it seems.
  if (column > (linesOf(file)[line - 1]?.length ?? 0) + 1)
    return placeByWords(text, start, length, file) ?? text.position
  return { start: { line, column }, end: { line, column: column + length } }
}

function placeByWords(text: Text, start: number, length: number, file: VFile): Text['position'] {
  const { start: from, end } = text.position!
  const piece = text.value.slice(start, start + length)
  if (piece === '') return undefined
  for (let line = from.line; line <= end.line; line++) {
    const at = linesOf(file)[line - 1]?.indexOf(piece, line === from.line ? from.column - 1 : 0) ?? -1
    if (at >= 0) return { start: { line, column: at + 1 }, end: { line, column: at + 1 + length } }
  }
  return undefined
}

/** A part of a text node as a node of its own, in its place. */
export function textPiece(text: Text, start: number, end: number, file: VFile): Text {
  const position = placeInText(text, start, 0, file)
  const piece: Text = { type: 'text', value: text.value.slice(start, end) }
  if (position && text.position) piece.position = { start: position.start, end: text.position.end }
  return piece
}

/** The column of the line of the text that begins at an index. */
function columnOf({ value }: Text, start: number, line: number, file: VFile): number {
  const end = value.indexOf('\n', start)
  const words = value.slice(start, end < 0 ? undefined : end).trimEnd()
  return Math.max(0, linesOf(file)[line - 1]?.indexOf(words) ?? 0) + 1
}

/** Lines and columns within a text; those of one that many things are looked for in are found once. */
function linesWithin({ value }: Text): ReturnType<typeof linePlaces> {
  if (last?.value !== value) last = { value, places: linePlaces(value) }
  return last.places
}

let last: { value: string; places: ReturnType<typeof linePlaces> } | undefined

function linesOf(file: VFile): string[] {
  let known = lines.get(file)
  if (!known) {
    known = String(file.value).split('\n')
    lines.set(file, known)
  }
  return known
}
