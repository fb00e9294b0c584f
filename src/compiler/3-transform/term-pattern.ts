/** Finds the terms of a glossary in text. */
import type { GlossaryEntry } from '../deck.ts'

export interface TermPattern {
  /** Every name, for "did you mean". */
  names: readonly string[]
  /** The entry that a name means. */
  find(name: string): GlossaryEntry | undefined
  /** Every use in a text, the longest name where several begin alike. */
  all(text: string): { entry: GlossaryEntry; start: number; length: number }[]
}

/** Scripts that write no spaces between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * Capitals count only in a name that has none but capitals (`IT`, `RLHF`); the line may end inside a name. English
 * plurals in `s` are found as well.
 */
export function termPattern(entries: readonly GlossaryEntry[], lang: string): TermPattern {
  const byName = new Map<string, GlossaryEntry>()
  for (const entry of entries)
    for (const name of entry.names) byName.set(fold(name), byName.get(fold(name)) ?? entry)
  const names = entries.flatMap((entry) => entry.names)
  const plural = /^en\b/i.test(lang) ? '(?:e?s)?' : ''
  const sources = names.toSorted((a, b) => b.length - a.length).map((name) => sourceOf(name, plural))
  const pattern = sources.length > 0 ? new RegExp(sources.join('|'), 'gu') : undefined
  const find = (name: string) => {
    const forms = plural ? [name, name.replace(/s$/, ''), name.replace(/es$/, '')] : [name]
    const known = forms.map(fold).find((form) => byName.has(form))
    return known === undefined ? undefined : byName.get(known)
  }
  return {
    names,
    find,
    all(text) {
      if (!pattern) return []
      return [...text.matchAll(pattern)].flatMap((match) => {
        const entry = find(match[0])
        return entry ? [{ entry, start: match.index, length: match[0].length }] : []
      })
    },
  }
}

function fold(name: string): string {
  const plain = name.trim().replace(/\s+/g, ' ')
  return isCapitals(plain) ? plain : plain.toLowerCase()
}

function isCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)
}

function sourceOf(name: string, plural: string): string {
  const exact = isCapitals(name)
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map((letter) => letterOf(letter, exact)).join(''))
  const begins = DENSE.test([...name][0] ?? '') ? '' : String.raw`(?<![\p{L}\p{N}_])`
  const last = [...name].at(-1) ?? ''
  const ends = DENSE.test(last) ? '' : String.raw`${plural}(?![\p{L}\p{N}_])`
  return begins + words.join(String.raw`\s+`) + ends
}

function letterOf(letter: string, exact: boolean): string {
  const lower = letter.toLowerCase()
  const upper = letter.toUpperCase()
  if (exact || lower === upper || [...lower].length > 1 || [...upper].length > 1)
    return letter.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  return `[${lower}${upper}]`
}
