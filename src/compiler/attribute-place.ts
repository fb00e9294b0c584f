/** Where one attribute stands in the source, for messages that point at it. */
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Slide } from './deck.ts'
import { linePlaces } from './line-places.ts'

/**
 * The place of `key` in the first braces that hold it, from the node's first line to two lines after its end (a list
 * stands behind what it describes); the node's own place where it is not found.
 */
export function placeOfAttribute(file: VFile, node: Node, key: string): Point | Position | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return node.position
  const source = String(file.value)
  const from = lineStart(source, start.offset)
  const stop = nthLineEnd(source, Math.max(end.offset, start.offset), 2)
  // What stands before the node on its line belongs to another, unless nothing is found after it.
  const at = find(source, key, start.offset, stop) ?? find(source, key, from, stop)
  if (at === undefined) return node.position
  const { line, column } = linePlaces(source.slice(from, at))(at - from)
  return { line: start.line + line - 1, column, offset: at }
}

/** The same for what describes a slide: behind its heading, or in a comment on the slide. */
export function placeOnSlide(file: VFile, slide: Slide, key: string): Point | Position | undefined {
  const [first] = slide.children
  for (const node of [first?.type === 'heading' ? first : slide, ...(slide.describedBy ?? [])]) {
    const place = placeOfAttribute(file, node, key)
    if (place && 'line' in place) return place
  }
  return slide.position
}

function lineStart(source: string, offset: number): number {
  let at = offset
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r') at--
  return at
}

function nthLineEnd(source: string, from: number, count: number): number {
  let at = from
  for (let line = 0; line < count; line++) {
    const next = source.indexOf('\n', at)
    if (next < 0) return source.length
    at = next + 1
  }
  return at - 1
}

/** The name as a word of its own inside braces or a comment. */
function find(source: string, key: string, from: number, to: number): number | undefined {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?:\\{[^{}\\n]*?|<!--[^\\n]*?)(?<=[\\s{])(${name})(?=[\\s=}])`, 'd')
  const match = pattern.exec(source.slice(from, to))
  return match?.indices?.[1] && from + match.indices[1][0]
}
