/** Pandoc's citations and Quarto's cross references in a piece of text. */
import type { Cite } from '../deck.ts'

export interface FoundCitation {
  cite: Cite
  start: number
  length: number
}

type Item = Cite['items'][number]

const KEY = String.raw`(?:\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)`
const BRACKET = new RegExp(String.raw`\[(?!\^)([^\[\]@]*@[^\[\]]*)\](?![(:\[])`, 'gu')
/** A letter before the `@` makes an address of it, but not in a script that writes no spaces. */
const NARRATIVE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@/.\\:+-])@(${KEY})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])@(${KEY})`,
  'gu',
)
/** A key in Latin letters ends where Chinese or Japanese text goes on. */
const LATIN_KEY = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u
const ITEM = new RegExp(
  String.raw`^(?<prefix>.*?)(?<minus>-?)(?<![\p{L}\p{N}_])@(?<key>${KEY})(?<rest>.*)$`,
  'su',
)

/** Prefixes of cross references, Quarto's and some more: such a key names no work. */
const CROSS =
  /^(?:[Ff]ig|[Ee]q|[Tt]hm|[Ss]ec|[Tt]bl|[Tt]ab|[Ll]em|[Cc]or|[Pp]rp|[Pp]rop|[Dd]ef|[Ee]xm|[Ee]xr?|[Ll]st|[Rr]em|[Aa]lg|[Cc]h|[Aa]pp|[Pp]rf|[Cc]onj|[Cc]nj|[Aa]xm|[Ss]ol)[-:]/

/** Whether a key is one of `fig-x`, `Thm-y`, `eq:z`. */
export function isReferenceKey(key: string): boolean {
  return CROSS.test(key)
}

/** All citations of a text, in order; what is a cross reference (`@fig-x`) and no known work is left out. */
export function readCitations(text: string, known?: (key: string) => boolean): FoundCitation[] {
  return read(text, (key) => !isReferenceKey(key) || known?.(key) === true, known, true)
}

/** All cross references of a text, in order, written as citations are: `@fig-x`, `[see @fig-x; -@fig-y]`. */
export function readReferences(text: string, known: (key: string) => boolean): FoundCitation[] {
  return read(text, isReferenceKey, known, false)
}

function read(
  text: string,
  wanted: (key: string) => boolean,
  known: ((key: string) => boolean) | undefined,
  locators: boolean,
): FoundCitation[] {
  const found: FoundCitation[] = []
  for (const match of text.matchAll(BRACKET)) {
    const items = (match[1] as string).split(';').map(readItem)
    if (!items.every((item) => item !== undefined && wanted(item.key))) continue
    found.push({
      cite: newCite(false, items as Item[], match[0]),
      start: match.index,
      length: match[0].length,
    })
  }
  const taken = [...found]
  let passed = 0
  for (const match of text.matchAll(NARRATIVE)) {
    const written = match[1] ?? (match[2] as string)
    let key = bare(written)
    let { length } = match[0]
    const latin = LATIN_KEY.exec(written)?.[0]
    if (known && latin && latin !== written && !known(key) && known(latin)) {
      length -= written.length - latin.length
      key = latin
    }
    while (passed < taken.length && taken[passed]!.start + taken[passed]!.length <= match.index) passed++
    const inside = passed < taken.length && taken[passed]!.start <= match.index
    if (inside || !wanted(key)) continue
    // `@key [p. 3]` carries its place along.
    const locator = locators ? /^ \[([^\]@^[]+)\](?!\()/.exec(text.slice(match.index + length)) : null
    const item: Item = { key, prefix: '', locator: locator?.[1]?.trim() ?? '', suppressAuthor: false }
    const value = text.slice(match.index, match.index + length) + (locator?.[0] ?? '')
    found.push({ cite: newCite(true, [item], value), start: match.index, length: value.length })
  }
  return found.sort((a, b) => a.start - b.start)
}

function newCite(narrative: boolean, items: Item[], value: string): Cite {
  return { type: 'cite', narrative, items, value }
}

function readItem(source: string): Item | undefined {
  const groups = ITEM.exec(source)?.groups
  if (!groups) return undefined
  const locator = (groups.rest as string).trim().replace(/^,\s*/, '')
  return {
    key: bare(groups.key as string),
    prefix: (groups.prefix as string).trim(),
    locator,
    suppressAuthor: groups.minus === '-',
  }
}

function bare(key: string): string {
  return key.startsWith('{') ? key.slice(1, -1) : key
}
