/** Bibliographies to works: BibTeX, BibLaTeX, CSL-JSON and CSL in YAML. */
import { parseBibtex, type BibtexEntry, type BibtexProblem } from './bibtex.ts'
import { parseDocument } from 'yaml'
import { linePlaces } from '../../line-places.ts'
import type { Person, Reference } from './reference.ts'
import { texToText } from './tex-text.ts'

const types: Record<string, string> = {
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  misc: 'document',
  unpublished: 'manuscript',
  proceedings: 'book',
  manual: 'report',
  software: 'software',
}

/** Reads a file by its name or form: YAML, JSON where it starts with a bracket, BibTeX otherwise. */
export function readLibrary(text: string, path = ''): { references: Reference[]; problems: BibtexProblem[] } {
  if (/\.ya?ml$/i.test(path)) return readCslYaml(text)
  if (/^\s*[[{]/.test(text) || /\.json$/i.test(path)) return readCslJson(text)
  const { entries, problems } = parseBibtex(text)
  return { references: entries.map(fromBibtex), problems }
}

function fromBibtex({ type, key, fields }: BibtexEntry): Reference {
  const text = (...names: string[]) => {
    const name = names.find((one) => fields[one])
    return name === undefined ? '' : texToText(fields[name] as string)
  }
  const authors = people(fields.author ?? '')
  const arxiv =
    /arxiv/i.test(fields.archiveprefix ?? fields.eprinttype ?? '') ||
    /^\d{4}\.\d{4,5}/.test(fields.eprint ?? '')
  return {
    key,
    type: types[type] ?? 'document',
    authors: authors.list,
    editors: people(fields.editor ?? '').list,
    andOthers: authors.others,
    title: text('title') + (fields.subtitle ? `: ${text('subtitle')}` : ''),
    container: text('journaltitle', 'journal', 'booktitle', 'series'),
    year: /\d{4}/.exec(fields.year ?? fields.date ?? '')?.[0] ?? text('year', 'date'),
    ...(month(fields) !== undefined && { month: month(fields) }),
    volume: text('volume'),
    issue: text('number', 'issue'),
    pages: text('pages').replace(/\s*[-–]+\s*/g, '–'),
    edition: text('edition'),
    publisher: text('publisher', 'institution', 'school', 'organization', 'howpublished'),
    doi: (fields.doi ?? '').replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '').replace(/\\_/g, '_'),
    url: (fields.url ?? /https?:\/\/[^\s{}]+/.exec(fields.howpublished ?? '')?.[0] ?? '').replace(
      /\\([_%#&~])/g,
      '$1',
    ),
    eprint: fields.eprint ? `${arxiv ? 'arXiv:' : ''}${fields.eprint}` : '',
  }
}

/** `month = may`, `{5}` or the middle of `date`. */
function month(fields: Record<string, string>): number | undefined {
  const named = 'jan feb mar apr may jun jul aug sep oct nov dec'.indexOf(
    (fields.month ?? '').toLowerCase().slice(0, 3) || '-',
  )
  const number = Number(
    /^\d{1,2}$/.exec(fields.month ?? '')?.[0] ?? /^\d{4}-(\d\d)/.exec(fields.date ?? '')?.[1],
  )
  return number >= 1 && number <= 12 ? number : named >= 0 ? named / 4 + 1 : undefined
}

/** `Last, First and von Last, First and {Group} and others`. */
function people(source: string): { list: Person[]; others: boolean } {
  const parts = splitAtAnd(source)
  const others = /^others$/i.test(parts.at(-1) ?? '')
  if (others) parts.pop()
  return { list: parts.map(person), others }
}

function splitAtAnd(source: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}') depth--
    else if (depth === 0 && /^\sand\s/i.test(source.slice(at, at + 5))) {
      parts.push(source.slice(start, at))
      start = at + 5
      at += 3
    }
  }
  parts.push(source.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function person(source: string): Person {
  if (/^\{[^{}]*\}$/.test(source)) return { family: texToText(source), given: '' }
  const commas = source.split(/,(?![^{]*\})/).map((part) => texToText(part))
  if (commas.length > 2) return { family: `${commas[0]}, ${commas[1]}`, given: commas.slice(2).join(' ') }
  if (commas.length === 2) return { family: commas[0] as string, given: commas[1] as string }
  const words = texToText(source.replace(/\{[^{}\\]*\}/g, (group) => group.replace(/ /g, '~'))).split(' ')
  const small = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word),
  )
  const cut = small > 0 ? small : words.length - 1
  return {
    family: words.slice(cut).join(' ').replaceAll('\u00A0', ' '),
    given: words.slice(0, cut).join(' '),
  }
}

type Csl = Record<string, unknown>

interface Read {
  references: Reference[]
  problems: BibtexProblem[]
}

function readCslJson(text: string): Read {
  try {
    return fromData(JSON.parse(text))
  } catch (error) {
    const { message } = error as Error
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    // The line is told; some engines tell it, too.
    const reason = message.replace(/ in JSON at position \d+(?: \(line \d+ column \d+\))?$/, '')
    return { references: [], problems: [{ line: text.slice(0, at).split('\n').length, reason }] }
  }
}

/** A list of works, or Pandoc's `references:`. */
function readCslYaml(text: string): Read {
  const placeOf = linePlaces(text)
  const document = parseDocument(text, { prettyErrors: false })
  const read = fromData(document.toJS())
  const problems = document.errors.map(({ pos, message }) => ({
    line: placeOf(pos[0]).line,
    reason: message,
  }))
  return { ...read, problems }
}

function fromData(data: unknown): Read {
  const { items, references } = (data ?? {}) as Csl
  const list = [data, items, references].find((one) => Array.isArray(one)) ?? [data]
  return {
    references: (list as Csl[])
      .filter((item) => item && typeof item === 'object' && (item.id ?? item['citation-key']) !== undefined)
      .map((item) => fromCsl(withDates(item))),
    problems: [],
  }
}

/** `issued: 2020-05`, `{ year: 2020 }` and `[{ year: 2020 }]`, as people write them in YAML. */
function withDates(item: Csl): Csl {
  const result: Csl = { ...item }
  for (const name of ['issued', 'accessed', 'event-date', 'original-date']) {
    const value: unknown = Array.isArray(item[name]) ? (item[name] as unknown[])[0] : item[name]
    if (typeof value === 'string' || typeof value === 'number') {
      const parts = /^(-?\d{1,4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(String(value))?.slice(1)
      const numbers = parts?.filter((part) => part !== undefined).map(Number)
      result[name] = numbers ? { 'date-parts': [numbers] } : { literal: String(value) }
    } else if (value && typeof value === 'object' && 'year' in value) {
      const { year, month, day } = value as Csl
      result[name] = { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] }
    }
  }
  return result
}

function fromCsl(item: Csl): Reference {
  const text = (name: string) =>
    item[name] === undefined || item[name] === null ? '' : String(item[name]).replace(/<[^>]+>/g, '')
  const names = (name: string) =>
    (Array.isArray(item[name]) ? (item[name] as Csl[]) : []).map((one) => ({
      family: [one['non-dropping-particle'], one.family ?? one.literal].filter(Boolean).join(' '),
      given: String(one.given ?? ''),
    }))
  const issued = item.issued as { 'date-parts'?: unknown[][]; raw?: string; literal?: string } | undefined
  const year =
    issued?.['date-parts']?.[0]?.[0] ?? /\d{4}/.exec(issued?.raw ?? issued?.literal ?? '')?.[0] ?? ''
  return {
    key: text('id') || text('citation-key'),
    type: text('type') || 'document',
    authors: names('author'),
    editors: names('editor'),
    andOthers: false,
    title: text('title'),
    container: text('container-title'),
    year: String(year),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('page').replace(/-/g, '–'),
    edition: text('edition'),
    publisher: text('publisher'),
    doi: text('DOI'),
    url: text('URL'),
    eprint: '',
    csl: item,
  }
}
