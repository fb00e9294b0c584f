/** How works are written: author and year in the text, a full reference in the list. Another style is another object. */
import { interfaceWord } from '../../interface-words.ts'
import type { Person, Reference } from './reference.ts'

export interface CitationStyle {
  /** `Bommasani et al.`: who, for a narrative citation. */
  authors(reference: Reference): string
  /** `2021` with the letter that tells two works apart. */
  year(reference: Reference): string
  /** The whole reference as HTML. */
  entry(reference: Reference): string
  /** Order in the list. */
  compare(a: Reference, b: Reference): number
}

/** The most authors that a reference names before it says "et al.". */
const MOST_AUTHORS = 5

/** No line ends within "et al.", nor before it where it is all but the name. */
const NO_BREAK = '\u00A0'

/** Author and year, near to APA; the reference stays short enough for a slide. */
export function authorYear(cited: readonly Reference[], lang: string): CitationStyle {
  const others = interfaceWord('andOthers', lang).replaceAll(' ', NO_BREAK)
  const letters = yearLetters(cited)
  const style: CitationStyle = {
    authors: (reference) => shortAuthors(reference, lang, others),
    year: (reference) =>
      `${reference.year || interfaceWord('noDate', lang)}${letters.get(reference.key) ?? ''}`,
    entry: (reference) => entry(reference, style.year(reference), lang, others),
    compare,
  }
  return style
}

function compare(a: Reference, b: Reference): number {
  return (
    sortName(a).localeCompare(sortName(b), 'en') ||
    a.year.localeCompare(b.year) ||
    a.title.localeCompare(b.title, 'en') ||
    a.key.localeCompare(b.key)
  )
}

function sortName(reference: Reference): string {
  const people = reference.authors.length > 0 ? reference.authors : reference.editors
  return people.map(({ family }) => family).join(' ') || reference.title
}

/** Two works of the same short authors and year become 2013a and 2013b, in the order of the list. */
function yearLetters(cited: readonly Reference[]): Map<string, string> {
  const groups = new Map<string, Reference[]>()
  for (const reference of cited.toSorted(compare)) {
    const name = `${shortAuthors(reference, 'en', 'et al.')} ${reference.year}`
    groups.set(name, [...(groups.get(name) ?? []), reference])
  }
  const letters = new Map<string, string>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    for (const [index, { key }] of group.entries()) letters.set(key, String.fromCodePoint(97 + (index % 26)))
  }
  return letters
}

function shortAuthors(reference: Reference, lang: string, others: string): string {
  const people = reference.authors.length > 0 ? reference.authors : reference.editors
  const names = people.map(shownFamily)
  const space = /[\p{Script=Han}]/u.test(others) ? '\u2009' : NO_BREAK
  if (names.length === 0) return `“${reference.title || reference.key}”`
  if (names.length > 2 || (reference.andOthers && names.length > 0)) return `${names[0]}${space}${others}`
  return names.length === 2 ? `${names[0]} ${interfaceWord('and', lang)} ${names[1]}` : (names[0] as string)
}

function shownFamily({ family, given }: Person): string {
  return /\p{Script=Han}/u.test(family) ? family + given : family
}

function fullName({ family, given }: Person): string {
  if (given === '' || /\p{Script=Han}/u.test(family)) return family + given
  const initials = given
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .map((part) => (/^\p{Lu}/u.test(part) || word.includes('-') ? `${[...part][0]}.` : part))
        .join('-'),
    )
  return `${family}, ${initials.join(' ')}`
}

function entry(reference: Reference, year: string, lang: string, others: string): string {
  const people = reference.authors.length > 0 ? reference.authors : reference.editors
  const many = reference.andOthers || people.length > MOST_AUTHORS
  const shown = people.slice(0, many ? 3 : MOST_AUTHORS).map(fullName)
  const names = many
    ? `${shown.join(', ')}, ${others}`
    : shown.length > 1
      ? `${shown.slice(0, -1).join(', ')} ${interfaceWord('and', lang)} ${shown.at(-1)}`
      : (shown[0] ?? '')
  const alone = /^(?:book|thesis|report|document|webpage|software|manuscript)$/.test(reference.type)
  const title = stop(escape(reference.title))
  const parts = [
    names === '' ? '' : `${escape(names)} `,
    `(${escape(year)}). `,
    alone ? `<em>${title}</em> ` : `${title} `,
    container(reference, alone),
  ]
  return `${parts.join('').trim()} ${link(reference)}`.trim()
}

function container(reference: Reference, alone: boolean): string {
  const { volume, issue, pages, publisher } = reference
  let place = reference.container && !alone ? `<em>${escape(reference.container)}</em>` : ''
  const number = `${volume ? escape(volume) : ''}${issue ? `(${escape(issue)})` : ''}`
  for (const part of [
    number,
    escape(pages),
    place === '' ? escape(publisher.replace(/\\?url\b|https?:\S+/g, '')) : '',
  ]) {
    if (part !== '') place += place === '' ? part : `, ${part}`
  }
  return place === '' ? '' : stop(place)
}

function link({ doi, url, eprint }: Reference): string {
  const arxiv = /^arXiv:(.+)$/.exec(eprint)?.[1]
  if (doi && !doi.startsWith('10.48550/')) return anchor(`https://doi.org/${doi}`, `doi:${doi}`)
  if (arxiv) return anchor(`https://arxiv.org/abs/${arxiv}`, eprint)
  if (doi) return anchor(`https://doi.org/${doi}`, `doi:${doi}`)
  return /^https?:\/\//i.test(url)
    ? anchor(url, url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''))
    : escape(eprint)
}

function anchor(href: string, text: string): string {
  return `<a href="${escape(encodeURI(href))}" target="_blank" rel="noopener">${escape(text)}</a>`
}

function stop(text: string): string {
  return text === '' || /[.?!。？！](?:<\/em>)?$/.test(text) ? text : `${text}.`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
