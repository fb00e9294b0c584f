/** Where the matched terms stand in text as it is shown. */

/** Ranges in `text` that match any of `terms`, in order and apart. */
export function hitsIn(text: string, terms: readonly string[]): [number, number][] {
  const pattern = patternOf(terms)
  if (!pattern) return []
  const hits: [number, number][] = []
  for (const match of text.matchAll(pattern)) {
    const last = hits.at(-1)
    if (last && last[1] === match.index) last[1] = match.index + match[0].length
    else hits.push([match.index, match.index + match[0].length])
  }
  return hits
}

/** One expression for all terms: whole words of an alphabet, anything in Chinese; `gpt3` finds `GPT-3`. */
export function patternOf(terms: readonly string[]): RegExp | undefined {
  const han = new Set<string>()
  /** Chinese is asked for in pairs: a lone character is no hit but of a lone one. */
  let least = 2
  const words: string[] = []
  for (const term of terms) {
    if (/\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(term)) {
      for (const character of term) han.add(character)
      least = Math.min(least, [...term].length)
    } else words.push([...term].map((character) => escape(character)).join("[-‐‑–−',’]?"))
  }
  const parts = [
    ...(han.size > 0 ? [`[${[...han].map(escape).join('')}]{${least},}`] : []),
    ...words
      .toSorted((a, b) => b.length - a.length)
      .map((word) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`),
  ]
  return parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : undefined
}

function escape(character: string): string {
  return /[\p{L}\p{N}]/u.test(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`
}

/** Some words around the first hits, with the hits marked by their places in `text`. */
export interface Snippet {
  text: string
  hits: [number, number][]
}

/** Characters before the first hit and in all. */
const BEFORE = 40
const LENGTH = 150

/** The part of `text` with most hits close together; undefined without any. */
export function snippetOf(text: string, terms: readonly string[]): Snippet | undefined {
  const hits = hitsIn(text, terms)
  if (hits.length === 0) return undefined
  const counts = hits.map(
    ([start]) => hits.filter(([other]) => other >= start && other < start + LENGTH - BEFORE).length,
  )
  const best = hits[counts.indexOf(Math.max(...counts))]!
  let from = Math.max(0, best[0] - BEFORE)
  if (from > 0)
    from = text.indexOf(' ', from) + 1 > best[0] ? from : Math.max(from, text.indexOf(' ', from) + 1)
  let to = Math.min(text.length, from + LENGTH)
  if (to < text.length)
    to = Math.max(best[1], text.lastIndexOf(' ', to) > best[1] ? text.lastIndexOf(' ', to) : to)
  const lead = from > 0 ? '… ' : ''
  const shown = `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`
  const shift = lead.length - from
  return {
    text: shown,
    hits: hits.flatMap(([start, end]): [number, number][] =>
      start >= from && end <= to ? [[start + shift, end + shift]] : [],
    ),
  }
}
