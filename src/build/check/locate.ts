/** Where in a deck's files something on a slide was written. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { WireMessage } from '../../shared/markup.ts'
import type { BuiltDeck } from '../deck-store.ts'

type At = Pick<WireMessage, 'file' | 'line' | 'column'>

/**
 * The place of the first of `words` that stands in the source of the slide `slug`; where none does, the slide's own
 * line; without a slide, the deck's file.
 */
export type Locate = (slug: string | undefined, words?: readonly string[]) => At

/** Finds places in `deck`, whose files lie in the project's folder `root`. */
export function locator({ source, compiled }: Pick<BuiltDeck, 'source' | 'compiled'>, root: string): Locate {
  const lines = new Map<string, string[]>()
  const linesOf = (file: string): string[] => {
    if (!lines.has(file)) lines.set(file, readLines(path.resolve(root, file)))
    return lines.get(file)!
  }
  const starts = compiled.slides.map(({ slug, source: at }) => ({ slug, ...placeOf(at) }))
  return (slug, words = []) => {
    const index = starts.findIndex((start) => start.slug === slug)
    const start = starts[index]
    if (!start) return { file: source.path }
    const { file, line = 1 } = start
    const next = starts.slice(index + 1).find((one) => one.file === file && (one.line ?? 0) > line)
    const end = next?.line ?? Infinity
    const text = linesOf(file).slice(line - 1, end - 1)
    for (const word of words) {
      const at = text.findIndex((one) => one.includes(word))
      if (word !== '' && at >= 0) return { file, line: line + at, column: text[at]!.indexOf(word) + 1 }
    }
    return { file, line }
  }
}

/** The slide that a place in a deck's files lies in: the last that begins at or before it. */
export function slideAt(deck: Pick<BuiltDeck, 'compiled'>, { file, line }: At): string | undefined {
  if (line === undefined) return undefined
  let found: { slug: string; line: number } | undefined
  for (const { slug, source } of deck.compiled.slides) {
    const start = placeOf(source)
    const first = start.line ?? 0
    if (start.file === file && first <= line && (!found || first > found.line)) found = { slug, line: first }
  }
  return found?.slug
}

/** Beginnings of a text that may stand in the source in one piece: whole, then shorter, where it is marked up inside. */
export function beginningsOf(text: string): string[] {
  const line = text.trim().split('\n', 1)[0]!.trim()
  const words = line.split(/\s+/)
  return [...new Set([line, words.slice(0, 4).join(' '), words.slice(0, 2).join(' ')])]
}

/** `FILE:LINE` in its two parts. */
function placeOf(source: string): { file: string; line?: number } {
  const match = /^(.*):(\d+)$/.exec(source)
  return match ? { file: match[1]!, line: Number(match[2]) } : { file: source }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r\n|\r|\n/)
  } catch {
    // It went away meanwhile; the slide's own line still says where.
    return []
  }
}
