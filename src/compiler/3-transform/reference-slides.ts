/** The slides that list the works cited. */
import type { Data, RootContent } from 'mdast'
import '../block-data.ts'
import { noAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Bibliography, Deck, Section, Slide } from '../deck.ts'
import { everyLanguage, interfaceWord } from '../interface-words.ts'
import type { CitationStyle } from './bibliography/format.ts'
import type { Reference } from './bibliography/reference.ts'

/** Room for the list on a slide, the height of a line and the gap after an entry, in px at stage size. */
const ROOM = 532
const LINE = 27
const GAP = 9
/** Widths at the list's 20 px: of the column, and of a letter and a Han character on average. */
const COLUMN = 1110
const LETTER = 8.3
const HAN = 20

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
  const pages = paginate(references.map((one) => ({ key: one.key, html: style.entry(one) })))
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
      data: { references: page } as Data,
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

/** Fills slides by the estimated height of the entries, evenly: no slide holds a leftover alone. */
function paginate(entries: readonly Entry[]): Entry[][] {
  const count = fill(entries, ROOM).length
  const total = entries.reduce((sum, entry) => sum + heightOf(entry), 0)
  for (let room = Math.ceil(total / count); room < ROOM; room += LINE) {
    const pages = fill(entries, room)
    if (pages.length === count) return pages
  }
  return fill(entries, ROOM)
}

function fill(entries: readonly Entry[], room: number): Entry[][] {
  const pages: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const height = heightOf(entry)
    if (height > left || pages.length === 0) {
      pages.push([])
      left = room
    }
    pages.at(-1)?.push(entry)
    left -= height
  }
  return pages
}

function heightOf({ html }: Entry): number {
  return linesOf(html) * LINE + GAP
}

function linesOf(html: string): number {
  let width = 0
  for (const character of html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, 'x')) {
    width += /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/.test(character) ? HAN : LETTER
  }
  return Math.max(1, Math.ceil(width / COLUMN))
}

function free(slug: string, taken: ReadonlySet<string>): string {
  let name = slug
  for (let number = 2; taken.has(name); number++) name = `${slug}-list${number > 2 ? `-${number - 1}` : ''}`
  return name
}
