/** The slides that list the works cited. */
import type { Data, RootContent } from 'mdast'
import '../block-data.ts'
import { noAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Bibliography, Deck, Section, Slide } from '../deck.ts'
import { textWidth, type ThemeMetrics } from '../fit/metrics.ts'
import { stages } from '../stages.ts'
import { everyLanguage, interfaceWord } from '../interface-words.ts'
import type { CitationStyle } from './bibliography/format.ts'
import type { Reference } from './bibliography/reference.ts'

/** How the list is set, in px at stage size: `blocks.css` sets these sizes. */
interface Setting {
  /** Columns of one slide. */
  columns: number
  size: number
  /** Height of a line, and the gap after an entry. */
  line: number
  gap: number
}

/** For a list that one slide holds. */
const LARGE: Setting = { columns: 1, size: 20, line: 27, gap: 9 }
const SMALL: Setting = { columns: 2, size: 17, line: 21, gap: 6 }
/** Between two columns; what the ends of lines leave empty. */
const GUTTER = 48
const RAGGED = 13

/** What the theme leaves to the list, and how wide its letters run. */
interface Measures {
  /** Of the list, in px. */
  width: number
  height: number
  /** Of a text in one line, in em. */
  widthOf(text: string): number
}

function measuresIn({ host, facts }: Context): Measures {
  const stage = stages[facts.aspectRatio]
  const metrics = host.metrics?.(facts.theme)
  if (!metrics) return { width: stage.width - 152, height: stage.height - 200, widthOf: plainWidth }
  return {
    width: stage.width - 2 * metrics.edge,
    height: stage.height - metrics.edgeTop - metrics.edgeBottom - headOf(metrics),
    widthOf: (text) => textWidth(text, metrics.text),
  }
}

/** The heading, what is below it, and a line that a theme may draw there. */
function headOf({ type, typeHeading, gap }: ThemeMetrics): number {
  return type * (typeHeading * 1.6 + gap)
}

/** Where nothing is known of the type. */
function plainWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/.test(character) ? 1 : 0.416
  return width
}

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
  const entries = references.map((one) => ({ key: one.key, html: style.entry(one) }))
  const { pages, columns } = paginate(entries, measuresIn(context))
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
function paginate(entries: readonly Entry[], measures: Measures): { pages: Entry[][]; columns: number } {
  const single = fill(entries, measures.height, heightsIn(LARGE, measures))
  if (single.length <= LARGE.columns) return { pages: [[...entries]], columns: LARGE.columns }
  return { pages: pagesOf(evenly(entries, measures), SMALL.columns), columns: SMALL.columns }
}

/** Fills columns by the estimated height of the entries, evenly, so that no slide holds a leftover alone. */
function evenly(entries: readonly Entry[], measures: Measures): Entry[][] {
  const heightOf = heightsIn(SMALL, measures)
  const slides = (columns: readonly unknown[]) => Math.ceil(columns.length / SMALL.columns)
  const count = slides(fill(entries, measures.height, heightOf))
  const total = entries.reduce((sum, entry) => sum + heightOf(entry), 0)
  for (let room = Math.ceil(total / count / SMALL.columns); room < measures.height; room += SMALL.line) {
    const columns = fill(entries, room, heightOf)
    if (slides(columns) === count) return columns
  }
  return fill(entries, measures.height, heightOf)
}

function fill(entries: readonly Entry[], room: number, heightOf: (entry: Entry) => number): Entry[][] {
  const columns: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const height = heightOf(entry)
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

/** Tells the height of an entry in px. */
function heightsIn({ columns, size, line, gap }: Setting, { width, widthOf }: Measures) {
  const column = (width - GUTTER * (columns - 1)) / columns - 1.6 * size - RAGGED
  return ({ html }: Entry): number => {
    const text = html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, 'x')
    return Math.max(1, Math.ceil((widthOf(text) * size) / column)) * line + gap
  }
}

function free(slug: string, taken: ReadonlySet<string>): string {
  let name = slug
  for (let number = 2; taken.has(name); number++) name = `${slug}-list${number > 2 ? `-${number - 1}` : ''}`
  return name
}
