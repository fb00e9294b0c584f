/** Finds the roads of a deck, fills what is called up again, and gives the stops their steps. */
import type { Code, Parent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { mergeAttributes, noAttributes, parseAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Attributes, Deck, Roadmap, RoadmapStop, Slide } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { readRoadmapText, type RoadmapComplaint } from './roadmap-text.ts'

interface Place {
  slide: Slide
  node: Roadmap
}

/**
 * Turn ` ```roadmap ` fences into `roadmap` nodes and resolve `::roadmap{at=…}`.
 *
 * A road that is drawn has a step for each stop, unless `{.static}`; one that is called up has none. A stop without a
 * link leads to the first slide where it is "you are here". Neighbouring slides with the same road animate into each
 * other (`data-auto-animate`). Reports `roadmap-empty`, `-labels`, `-at`, `-missing`.
 */
export function roadmap(deck: Deck, context: Context): void {
  const places: Place[] = []
  const slides = deck.children.flatMap((section) => section.children)
  for (const slide of slides) collect(slide as unknown as Parent, slide, context, places)
  if (context.facts.sectionOpening === 'roadmap' && openSections(deck, places)) {
    places.length = 0
    for (const slide of slides) collect(slide as unknown as Parent, slide, context, places)
  }
  const roads = nameRoads(places)
  const heres = new Map<string, number>()
  for (const [index, { node }] of places.entries()) {
    if (node.recall === undefined) {
      const still = node.data?.attributes?.classes.includes('static')
      if (!still) node.data = { ...node.data, steps: { first: 0, count: node.stops.length } }
      continue
    }
    const before = places.slice(0, index).findLast(({ node }) => node.recall === undefined)
    const road = node.id === '' ? before?.node : roads.get(node.id)
    if (!road) {
      reportMissing(node, [...roads.keys()], context)
      continue
    }
    node.id = road.id
    node.stops = road.stops
    node.at = stopNumber(node, context)
    if (node.at === undefined) continue
    node.from = heres.get(road.id) ?? 0
    heres.set(road.id, node.at)
  }
  linkStops(places, roads)
  joinNeighbours(slides, places)
}

function collect(parent: Parent, slide: Slide, context: Context, places: Place[]): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'code' && child.lang?.toLowerCase() === 'roadmap') {
      const node = fromFence(child, context)
      if (!node) continue
      parent.children[index] = node as RootContent
      places.push({ slide, node })
    } else if (child.type === 'roadmap') {
      places.push({ slide, node: child })
    } else if ('children' in child) {
      collect(child as Parent, slide, context, places)
    }
  }
}

/**
 * `section-opening: roadmap`: the slides that open the sections after the first road call it up, each at its stop: the
 * one of the section's title, else the next one. Whether any was added.
 */
function openSections(deck: Deck, places: Place[]): boolean {
  const drawn = places.find(({ node }) => node.recall === undefined)
  const from = deck.children.findIndex((section) => section.children.some((slide) => slide === drawn?.slide))
  if (!drawn || from < 0) return false
  const names = drawn.node.stops.map((stop) => fold(toString(stop.label)))
  let stop = 0
  let added = false
  for (const section of deck.children.slice(from + 1)) {
    const opener = section.children[0]
    if (!opener || opener.depth !== 1) continue
    stop = names.indexOf(fold(section.title)) + 1 || stop + 1
    if (stop > names.length) break
    if (places.some(({ slide }) => slide === opener)) continue
    opener.children.push({ type: 'roadmap', id: '', stops: [], recall: String(stop) })
    added = true
  }
  return added
}

function fromFence(code: Code, context: Context): Roadmap | undefined {
  const written = /\{[^{}]*\}/.exec(code.meta ?? '')?.[0]
  const parsed = written === undefined ? undefined : parseAttributes(written)
  const {
    id = '',
    classes,
    values,
  }: Attributes = mergeAttributes(code.data?.attributes, parsed ?? noAttributes())
  const { stops, complaints } = readRoadmapText(code.value)
  if (stops.length === 0) {
    context.report('roadmap-empty', code, 'This roadmap has no stops')
    code.lang = null
    return undefined
  }
  for (const complaint of complaints) reportLabels(complaint, code, context)
  const data = { ...code.data, attributes: { classes, values } }
  return { type: 'roadmap', id, stops, position: code.position, data }
}

function reportLabels({ line, found, wanted, text }: RoadmapComplaint, code: Code, context: Context): void {
  const start = code.position?.start
  const number = (start?.line ?? 0) + 1 + line
  const source = String(context.file).split(/\r\n|\r|\n/)[number - 1] ?? ''
  const column = source.length - source.trimStart().length + 1
  const at = start && {
    start: { line: number, column },
    end: { line: number, column: source.trimEnd().length + 1 },
  }
  const reason =
    found === wanted
      ? `The roadmap has one line of labels already; \`${shorten(text)}\` is left out`
      : `${count(found, 'label')} for ${count(wanted, 'stop')}`
  context.report('roadmap-labels', at, reason)
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** Gives each road that is drawn an id of its own. */
function nameRoads(places: Place[]): Map<string, Roadmap> {
  const roads = new Map<string, Roadmap>()
  let number = 0
  for (const { node } of places) {
    if (node.recall !== undefined) continue
    number++
    node.named = node.id !== '' && !roads.has(node.id)
    node.id ||= number === 1 ? 'roadmap' : `roadmap-${number}`
    if (!roads.has(node.id)) roads.set(node.id, node)
  }
  return roads
}

function reportMissing(node: Roadmap, known: string[], context: Context): void {
  if (node.id === '') context.report('roadmap-missing', node, 'There is no roadmap before this `::roadmap`')
  else {
    const fix = didYouMean(node.id, known, 'Give the roadmap that id: ` ```roadmap {#id} `.')
    context.report('roadmap-missing', node, `There is no roadmap \`#${node.id}\``, { fix })
  }
}

/** The number of the stop that `at=` names; undefined for the whole road. */
function stopNumber(node: Roadmap, context: Context): number | undefined {
  const written = (node.recall ?? '').trim()
  if (written === '' || written === '0') return undefined
  const total = node.stops.length
  if (/^-?\d+$/.test(written)) {
    const number = Number(written)
    if (number >= 1 && number <= total) return number
    context.report('roadmap-at', node, `Stop ${written} of a roadmap with ${count(total, 'stop')}`, {
      fix: `Give \`at=\` a number from 1 to ${total}, or a stop's name.`,
    })
    return undefined
  }
  const names = node.stops.map((stop) => [toString(stop.label), toString(stop.sublabel)])
  const wanted = fold(written)
  const exact = names.findIndex((both) => both.some((name) => fold(name) === wanted))
  const part = names.findIndex((both) =>
    both.some((name) => name.split(/[/,+&]/).some((piece) => fold(piece) === wanted)),
  )
  const index = exact >= 0 ? exact : part
  if (index >= 0) return index + 1
  const known = names.flat().filter((name) => name.length > 2)
  const fix = didYouMean(written, known, `Give \`at=\` a number from 1 to ${total}, or a stop's name.`)
  context.report('roadmap-at', node, `The roadmap has no stop \`${written}\``, { fix })
  return undefined
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Leads each stop without a link to the first slide that calls it up. */
function linkStops(places: Place[], roads: Map<string, Roadmap>): void {
  for (const { slide, node } of places) {
    const stop: RoadmapStop | undefined =
      node.at === undefined ? undefined : roads.get(node.id)?.stops[node.at - 1]
    if (stop && stop.href === '') stop.href = `#${slide.slug}`
  }
}

/** Lets neighbouring slides with one road in common animate into each other. */
function joinNeighbours(slides: Slide[], places: Place[]): void {
  for (const [index, slide] of slides.entries()) {
    const next = slides[index + 1]
    const here = places.filter((place) => place.slide === slide && place.node.stops.length > 0)
    const there = places.find((place) => place.slide === next && place.node.at !== undefined)
    if (!next || !there || !here.some(({ node }) => node.id === there.node.id)) continue
    for (const one of [slide, next]) {
      one.attributes.values['data-auto-animate'] ??= ''
      one.attributes.values['data-auto-animate-id'] ??= `roadmap-${there.node.id}`
    }
  }
}
