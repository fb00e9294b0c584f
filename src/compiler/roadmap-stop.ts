/** One stop of a roadmap, read from a piece of text. */
import type { PhrasingContent } from 'mdast'
import type { RoadmapStop } from './deck.ts'

const YEAR = String.raw`(?:1[5-9]|20|21)\d{2}`
const MONTH = String.raw`(?:\d{1,2}|[A-Za-z]{3,9}\.?)`
const DATE = String.raw`(?:(?:c\.|ca\.|~|≈|\d{1,2}|${MONTH}|\d{1,2}\s+${MONTH})\s*)?${YEAR}(?:[-/.]\d{1,2}){0,2}(?:\s*(?:s|年|年代)(?:\s*\d{1,2}\s*月)?)?(?:\s*(?:-|–|—|to|bis|至)\s*(?:${YEAR}|\d{2}|now|today|今)?)?`
const WHOLE_DATE = new RegExp(`^${DATE}$`, 'u')
const LEADING_DATE = new RegExp(`^[(（[]?(${DATE})[)）\\]]?\\s*[:：]\\s*`, 'u')
const BRACKETED_DATE = new RegExp(`(?:(?<!\\s)\\s+|)[(（](${DATE})[)）]`, 'u')

/** A stop without anything. */
export function emptyStop(): RoadmapStop {
  return { label: [], sublabel: [], date: '', text: [], href: '' }
}

/** Whether the text is a date and nothing else: `2013`, `Jan 2013`, `2013-01-16`, `2018–2019`, `2022年`. */
export function isDate(text: string): boolean {
  return WHOLE_DATE.test(text.trim())
}

/** Takes a date off the start: `2013: Word2Vec`. */
export function leadingDate(text: string): { date: string; rest: string } {
  const match = LEADING_DATE.exec(text)
  return match ? { date: match[1]!.trim(), rest: text.slice(match[0].length) } : { date: '', rest: text }
}

/** Takes a date in brackets out of the text: `Word2Vec (2013) 词向量`. */
export function bracketedDate(text: string): { date: string; rest: string } {
  const match = BRACKETED_DATE.exec(text)
  if (!match) return { date: '', rest: text }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { date: match[1]!.trim(), rest }
}

/** Parts `Label — sublabel`, `Label: sublabel`, `Label | sublabel`; the label alone where nothing parts it. */
export function partSublabel(text: string): [label: string, sublabel: string] {
  const match = /(?<!\s)\s+(?:—|–|--|-|\||·)\s+|(?:(?<!\s)\s+|)[:：](?:\s+|(?=\p{Script=Han}))|：/u.exec(text)
  if (!match || match.index === 0) return [text.trim(), '']
  return [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()]
}

/** Text of a diagram as nodes: `$…$` becomes a formula, `` `…` `` code, marks of emphasis go. */
export function phrasing(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (const part of text.split(/(\$[^$]+\$|`[^`]+`)/)) {
    if (/^\$.+\$$/.test(part)) nodes.push({ type: 'inlineMath', value: part.slice(1, -1) } as never)
    else if (/^`.+`$/.test(part)) nodes.push({ type: 'inlineCode', value: part.slice(1, -1) })
    else if (part !== '') nodes.push({ type: 'text', value: part.replace(/\*\*?|__/g, '') })
  }
  return nodes
}

/** One piece of a diagram: a label, or `[label](#slug)` that leads somewhere. */
export function readCell(cell: string): { label: PhrasingContent[]; href: string } {
  const link = /^\*{0,2}\[(?<text>[^\]]*)\]\((?<href>[^\s)]*)(?:\s+"[^"]*")?\)\*{0,2}$/.exec(cell.trim())
  if (link?.groups) return { label: phrasing(link.groups.text!.trim()), href: link.groups.href! }
  return { label: phrasing(cell.trim()), href: '' }
}
