/** Pandoc's citations in a piece of text. */
import type { Cite } from '../deck.ts'

export interface FoundCitation {
  cite: Cite
  start: number
  length: number
}

type Item = Cite['items'][number]

const KEY = String.raw`(?:\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)`
const BRACKET = new RegExp(String.raw`\[(?!\^)([^\[\]]*@[^\[\]]*)\](?![(:\[])`, 'gu')
const NARRATIVE = new RegExp(String.raw`(?<![\p{L}\p{N}_@/.\\:+-])@(${KEY})`, 'gu')
const ITEM = new RegExp(
  String.raw`^(?<prefix>.*?)(?<minus>-?)(?<![\p{L}\p{N}_])@(?<key>${KEY})(?<rest>.*)$`,
  'su',
)

/** Prefixes of cross references, which are no works. */
const CROSS =
  /^(?:fig|eq|thm|sec|tbl|tab|lem|cor|prp|prop|def|exm|ex|exr|lst|rem|alg|ch|app|prf|conj|cnj)[-:]/

/** All citations of a text, in order; what is a cross reference (`@fig-x`) is left out. */
export function readCitations(text: string): FoundCitation[] {
  const found: FoundCitation[] = []
  for (const match of text.matchAll(BRACKET)) {
    const items = (match[1] as string).split(';').map(readItem)
    if (!items.every((item) => item !== undefined) || items.some((item) => CROSS.test(item.key))) continue
    found.push({ cite: newCite(false, items, match[0]), start: match.index, length: match[0].length })
  }
  const taken = [...found]
  for (const match of text.matchAll(NARRATIVE)) {
    const key = bare(match[1] as string)
    const inside = taken.some(({ start, length }) => match.index >= start && match.index < start + length)
    if (inside || CROSS.test(key)) continue
    // `@key [p. 3]` carries its place along.
    const locator = /^ \[([^\]@^[]+)\](?!\()/.exec(text.slice(match.index + match[0].length))
    const item: Item = { key, prefix: '', locator: locator?.[1]?.trim() ?? '', suppressAuthor: false }
    const value = match[0] + (locator?.[0] ?? '')
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
