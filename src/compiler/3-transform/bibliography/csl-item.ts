/** Works as CSL wants them, and places in works (`p. 3`) likewise. */
import type { Person, Reference } from './reference.ts'

/** The item of a work: as its file had it where that was CSL already, else made of what we know. */
export function cslItem(reference: Reference): object {
  if (reference.csl) return { ...reference.csl, id: reference.key }
  const { authors, editors, andOthers, key: id, type, title, year, month } = reference
  const names = authors.map(cslName)
  const numbers = [Number(year), ...(month ? [month] : [])]
  const item: Record<string, unknown> = {
    id,
    type,
    title,
    author: andOthers ? [...names, { literal: 'others' }] : names,
    editor: editors.map(cslName),
    issued: /^-?\d+$/.test(year) ? { 'date-parts': [numbers] } : year ? { literal: year } : undefined,
    'container-title': reference.container,
    volume: reference.volume,
    issue: reference.issue,
    page: reference.pages.replace(/–/g, '-'),
    edition: reference.edition,
    publisher: reference.publisher,
    DOI: reference.doi,
    URL: reference.url || arxivUrl(reference.eprint),
    number: type === 'article-journal' ? undefined : reference.issue || reference.eprint,
  }
  for (const [name, value] of Object.entries(item)) {
    if (value === '' || value === undefined || (Array.isArray(value) && value.length === 0)) delete item[name]
  }
  return item
}

function cslName({ family, given }: Person): object {
  // BibTeX's `Last, Jr., First`.
  const [last, suffix] = family.split(/,\s*/)
  if (given !== '' && suffix) return { family: last, given, suffix }
  return given === '' ? { literal: family } : { family, given }
}

function arxivUrl(eprint: string): string {
  const number = /^arXiv:(.+)$/i.exec(eprint)?.[1]
  return number ? `https://arxiv.org/abs/${number}` : ''
}

/** Words for places as people write them, by CSL's name for the place. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:pp?|pages?|s|seiten?|págs?|页|頁)\b\.?\s*/iu, 'page'],
  [/^(?:chap(?:ter)?s?|ch|kap(?:itel)?|cap(?:ítulo)?)\b\.?\s*/iu, 'chapter'],
  [/^(?:sec(?:tion)?s?|abschn(?:itt)?|§§?)\.?\s*/iu, 'section'],
  [/^(?:fig(?:ure)?s?|abb(?:ildung)?)\b\.?\s*/iu, 'figure'],
  [/^(?:vol(?:ume)?s?|bd|band)\b\.?\s*/iu, 'volume'],
  [/^(?:no|nr|num(?:ber)?)\b\.?\s*/iu, 'issue'],
  [/^(?:eqs?|equations?)\b\.?\s*/iu, 'equation'],
  [/^(?:para?(?:graph)?s?|¶)\b\.?\s*/iu, 'paragraph'],
]

/** `p. 3, his italics` → page 3 with a suffix; what names no place is a suffix as a whole. */
export function placeInWork(written: string): { label?: string; locator?: string; suffix?: string } {
  if (written === '') return {}
  const found = labels.find(([pattern]) => pattern.test(written))
  const rest = found ? written.replace(found[0], '') : written
  const number = /^[\divxlc]+[\p{L}]?(?:\s*[-–,&]\s*\d+\p{L}?)*(?![\p{L}\d])/iu.exec(rest)?.[0]
  if (!number || (!found && !/^\d/.test(number))) return { suffix: `, ${written}` }
  const suffix = rest.slice(number.length)
  return { label: found?.[1] ?? 'page', locator: number, ...(suffix && { suffix }) }
}
