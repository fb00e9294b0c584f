/** The parts of the Chinese font, and which of them hold a character of a deck. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Compiled } from '../compiler/compiled.ts'

/** The family as themes name it in their font stacks. */
export const HAN_FAMILY = 'Noto Sans SC Variable'
/** The same for the quotation marks that Chinese shares with Latin, which it sets as wide as its characters. */
export const HAN_QUOTES_FAMILY = 'Noto Sans SC Quotes'
/** “ and ”, which lie in one part of the font. */
export const QUOTES_RANGE = 'U+201C-201D'
const PACKAGE = '@fontsource-variable/noto-sans-sc'

/** CJK symbols and punctuation, kana, Han, full-width forms: what the Latin fonts of a theme do not have. */
const HAN = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u

/** Languages whose readers expect other forms of the same characters: their systems' fonts serve them better. */
const OTHER_FORMS = /^(ja|ko|zh-(Hant|TW|HK|MO))\b/i

export interface Face {
  /** Absolute path of the woff2 file. */
  file: string
  unicodeRange: string
  ranges: [number, number][]
}

let faces: Face[] | undefined

/** The style sheet with all faces of the font. */
export function hanSheet(): string {
  return createRequire(import.meta.url).resolve(`${PACKAGE}/index.css`)
}

/** The font's faces with the characters that each covers, from the package's own style sheet. */
function readFaces(): Face[] {
  const sheet = hanSheet()
  const css = readFileSync(sheet, 'utf8')
  return [...css.matchAll(/url\(\.?\/?([^)]+)\)[^}]*?unicode-range:\s*([^;]+);/g)].map(([, url, range]) => ({
    file: path.join(path.dirname(sheet), url!),
    unicodeRange: range!,
    ranges: range!.split(',').map((part) => {
      const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-')
      return [parseInt(from!, 16), parseInt(to!, 16)]
    }),
  }))
}

const shown = new WeakMap<Compiled, ReadonlySet<string>>()

/**
 * The characters beyond ASCII that the pages of a deck may show: of slides and notes; of titles, terms, cards and questions
 * as the manifest has them.
 */
export function shownCharacters(deck: Compiled): ReadonlySet<string> {
  let characters = shown.get(deck)
  if (!characters) {
    const texts = [JSON.stringify(deck.manifest), ...deck.slides.flatMap(({ html, notes }) => [html, notes])]
    shown.set(deck, (characters = beyondAscii(...texts)))
  }
  return characters
}

/** The characters beyond ASCII of all texts. */
export function beyondAscii(...texts: readonly string[]): Set<string> {
  const characters = new Set<string>()
  for (const text of texts)
    for (const found of text.match(/[^\0-\x7F]+/g) ?? []) for (const one of found) characters.add(one)
  return characters
}

/** The faces that what `deck` shows needs; none for a deck without Han characters. */
export function hanFaces(deck: Compiled): Face[] {
  if (OTHER_FORMS.test(deck.manifest.lang)) return []
  const characters = shownCharacters(deck)
  const used = [...characters].filter((char) => HAN.test(char)).map((char) => char.codePointAt(0)!)
  if (used.length === 0) return []
  if (/^zh\b/i.test(deck.manifest.lang) && (characters.has('“') || characters.has('”'))) used.push(0x201c)
  faces ??= readFaces()
  return faces.filter(({ ranges }) =>
    used.some((code) => ranges.some(([from, to]) => from <= code && code <= to)),
  )
}

/** Whether a part of the font has the quotation marks and the deck wants them. */
export function hasHanQuotes({ ranges }: Face, deck: Compiled): boolean {
  return /^zh\b/i.test(deck.manifest.lang) && ranges.some(([from, to]) => from <= 0x201c && 0x201d <= to)
}
