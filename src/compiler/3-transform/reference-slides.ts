/** The slides that list the works cited. */
import type { Data, RootContent } from 'mdast'
import '../block-data.ts'
import { noAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Bibliography, Deck, Section, Slide } from '../deck.ts'
import { everyLanguage, interfaceWord } from '../interface-words.ts'
import type { CitationStyle } from './bibliography/format.ts'
import type { Reference } from './bibliography/reference.ts'

/** How the list is set, in px at stage size: `blocks.css` sets these sizes. */
interface Setting {
  /** Columns of one slide. */
  columns: number
  /** Height of a line, and the gap after an entry. */
  line: number
  gap: number
  /** Width of a column without the indent, less what the ends of lines leave empty. */
  width: number
  /** Mean widths of a letter and of a Han character. */
  letter: number
  han: number
}

/** Height of the list. */
const ROOM = 520
/** For a list that one slide holds. */
const LARGE: Setting = { columns: 1, line: 27, gap: 9, width: 1060, letter: 8.3, han: 20 }
const SMALL: Setting = { columns: 2, line: 21, gap: 6, width: 500, letter: 7.1, han: 17 }

interface Entry {
  key: string
  html: string
}

/**
 * Puts the list where the author wrote `::references` or an empty slide named "References", otherwise in a section of
 * its own at the end; goes on over `SLUG-2`, `SLUG-3` when it is long. Gives the slug for each key.
 */
export function placeReferences(
  deck: Deck,
  references: readonly Reference[],
  style: CitationStyle,
  context: Context,
): Map<string, string> {
  const slugs = new Map<string, string>()
  const place = findPlace(deck)
  if (references.length === 0) return slugs
  const { pages, columns } = paginate(references.map((one) => ({ key: one.key, html: style.entry(one) })))
  const title = place?.slide.title || interfaceWord('references', context.facts.lang)
  const taken = new Set(deck.children.flatMap(({ children }) => children.map(({ slug }) => slug)))
  let section = place?.section
  if (!section) {
    section = { type: 'section', slug: '', title, children: [] }
    deck.children.push(section)
  }
  const slug = place?.slide.slug ?? free('references', taken)
  if (!place) section.slug = slug
  let at = place ? section.children.indexOf(place.slide) : -1
  for (const [index, page] of pages.entries()) {
    const name = index === 0 ? slug : free(`${slug}-${index + 1}`, taken)
    const list: Bibliography = {
      type: 'bibliography',
      keys: page.map(({ key }) => key),
      data: { references: page, columns } as Data,
    }
    for (const { key } of page) slugs.set(key, name)
    if (index === 0 && place) {
      const { parent } = place
      const marker = place.bibliography ? parent.indexOf(place.bibliography) : parent.length
      parent.splice(marker, place.bibliography ? 1 : 0, list)
      continue
    }
    section.children.splice(++at, 0, listSlide(name, title, list, place?.slide))
    taken.add(name)
  }
  return slugs
}

interface Place {
  section: Section
  slide: Slide
  /** The list of nodes that holds the marker. */
  parent: RootContent[]
  bibliography: Bibliography | undefined
}

function findPlace(deck: Deck): Place | undefined {
  const names = everyLanguage('references').map((name) => name.toLowerCase())
  let named: Place | undefined
  for (const section of deck.children) {
    for (const slide of section.children) {
      const found = findMarker(slide.children)
      if (found) return { section, slide, ...found }
      const empty = slide.children.every((node) => node.type === 'heading' || node.type === 'definition')
      const called = [
        ...names,
        'bibliography',
        'bibliographie',
        'literaturverzeichnis',
        'bibliografía',
      ].includes(slide.title.toLowerCase())
      if (empty && called) named = { section, slide, parent: slide.children, bibliography: undefined }
    }
  }
  return named
}

function findMarker(nodes: RootContent[]): Pick<Place, 'parent' | 'bibliography'> | undefined {
  for (const node of nodes) {
    if (node.type === 'bibliography') return { parent: nodes, bibliography: node }
    const inner = 'children' in node ? findMarker(node.children as RootContent[]) : undefined
    if (inner) return inner
  }
  return undefined
}

function listSlide(slug: string, title: string, list: Bibliography, like: Slide | undefined): Slide {
  return {
    type: 'slide',
    slug,
    title,
    depth: 2,
    layout: '',
    attributes: noAttributes(),
    notes: [],
    children: [{ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }, list],
    steps: 0,
    ...(like?.position && { position: like.position }),
  }
}

/** One slide of large type where that holds all, else slides of two columns. */
function paginate(entries: readonly Entry[]): { pages: Entry[][]; columns: number } {
  if (fill(entries, ROOM, LARGE).length <= LARGE.columns)
    return { pages: [[...entries]], columns: LARGE.columns }
  return { pages: pagesOf(evenly(entries, SMALL), SMALL.columns), columns: SMALL.columns }
}

/** Fills columns by the estimated height of the entries, evenly, so that no slide holds a leftover alone. */
function evenly(entries: readonly Entry[], setting: Setting): Entry[][] {
  const slides = (columns: readonly unknown[]) => Math.ceil(columns.length / setting.columns)
  const count = slides(fill(entries, ROOM, setting))
  const total = entries.reduce((sum, entry) => sum + heightOf(entry, setting), 0)
  for (let room = Math.ceil(total / count / setting.columns); room < ROOM; room += setting.line) {
    const columns = fill(entries, room, setting)
    if (slides(columns) === count) return columns
  }
  return fill(entries, ROOM, setting)
}

function fill(entries: readonly Entry[], room: number, setting: Setting): Entry[][] {
  const columns: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const height = heightOf(entry, setting)
    if (height > left || columns.length === 0) {
      columns.push([])
      left = room
    }
    columns.at(-1)?.push(entry)
    left -= height
  }
  return columns
}

function pagesOf(columns: readonly Entry[][], each: number): Entry[][] {
  return Array.from({ length: Math.ceil(columns.length / each) }, (_, page) =>
    columns.slice(page * each, (page + 1) * each).flat(),
  )
}

function heightOf({ html }: Entry, setting: Setting): number {
  let width = 0
  for (const character of html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, 'x')) {
    width += /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/.test(character)
      ? setting.han
      : setting.letter
  }
  return Math.max(1, Math.ceil(width / setting.width)) * setting.line + setting.gap
}

function free(slug: string, taken: ReadonlySet<string>): string {
  let name = slug
  for (let number = 2; taken.has(name); number++) name = `${slug}-list${number > 2 ? `-${number - 1}` : ''}`
  return name
}
