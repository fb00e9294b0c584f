/** Decides at compile time how a road is laid out so that it fits the stage: rows, places, type size in px. */
import { toString } from 'mdast-util-to-string'
import type { Roadmap } from '../deck.ts'

/** Width a road is planned for; the stage is 1280 px wide, its margins are the theme's. */
const WIDTH = 1080
const MOST_IN_A_ROW = 8

export interface RoadmapPlan {
  rows: number
  perRow: number
  /** Labels stand above and below the line by turns, two columns wide. */
  alternate: boolean
  /** Type size of the labels; of the stop where we are, on a small road. */
  label: number
  sublabel: number
  date: number
  /** On a small road: the stops whose label keeps to one line, reaching over into the room that its neighbours leave. */
  unbroken: boolean[]
  /** On a small road: the stops whose words, large, would leave the road at its ends if they stood in the middle. */
  wide: boolean[]
}

/** Where stop `index` stands. Every other row runs back, as a serpentine does. */
export interface RoadmapSpot {
  row: number
  /** Grid column, from 1; two wide where labels alternate. */
  column: number
  above: boolean
  back: boolean
  /** The road turns into this row here. */
  turn: boolean
}

/**
 * Up to 8 stops make one row, more make rows of equal length that run to and fro. From 5 stops a row the labels
 * alternate above and below the line, so that each has twice the room. Type shrinks from 36 px until the longest word
 * fits, never below 18 px.
 */
export function planRoadmap(node: Roadmap): RoadmapPlan {
  const total = node.stops.length
  const rows = Math.ceil(total / MOST_IN_A_ROW)
  const perRow = Math.ceil(total / rows)
  const labels = node.stops.map((stop) => toString(stop.label))
  const sublabels = node.stops.map((stop) => toString(stop.sublabel))
  if (node.at !== undefined) return smallPlan(node, rows, labels)
  const alternate = perRow > 4
  const room = (alternate ? (2 * WIDTH) / (perRow + 1) : WIDTH / perRow) - 24
  const start = rows > 2 ? 20 : rows > 1 ? (alternate ? 24 : 28) : perRow <= 4 ? 36 : 34
  const label = fitSize(labels, room, start)
  return {
    rows,
    perRow,
    alternate,
    label,
    sublabel: fitSize(sublabels, room, rows > 1 ? Math.max(18, Math.round(label * 0.8)) : 27),
    date: rows > 1 ? 18 : 24,
    unbroken: [],
    wide: [],
  }
}

/** Type of the labels that stand below a small road. */
const QUIET = 24
/** How far the first and the last label may reach out of the road. */
const OVERHANG = 28

/** Every label below the line, in as many rows as that takes; the stop where we are has the space above. */
function smallPlan(node: Roadmap, least: number, labels: string[]): RoadmapPlan {
  let rows = least
  while (rows < 3 && !wordsFit(labels, Math.ceil(labels.length / rows))) rows++
  const perRow = Math.ceil(labels.length / rows)
  const column = WIDTH / perRow
  const size = { label: fitSize(labels, 400, 34), sublabel: 26, date: QUIET }
  const fits = (width: number) => width <= column + 2 * OVERHANG
  return {
    rows: Math.ceil(labels.length / perRow),
    perRow,
    alternate: false,
    ...size,
    unbroken: labels.map((label, index) => {
      const beside = [index - 1, index + 1].filter((other) => neighbours(index, other, perRow))
      const width = widthOf(label)
      const free = beside.every((other) => (width + widthOf(labels[other] ?? '')) * QUIET <= 2 * column)
      return free && fits(width * QUIET)
    }),
    wide: node.stops.map(({ sublabel, date }, index) => {
      const below = widthOf(toString(sublabel)) * size.sublabel + widthOf(` ${date}`) * size.date
      return Math.max(widthOf(labels[index]!) * size.label, below) > column
    }),
  }
}

const neighbours = (a: number, b: number, perRow: number) => Math.floor(a / perRow) === Math.floor(b / perRow)

/** Whether no word runs into one beside it. Widths are estimated wide, which leaves the gap between the two. */
function wordsFit(labels: string[], perRow: number): boolean {
  return labels.every((label, index) => {
    if (index === 0 || !neighbours(index - 1, index, perRow)) return true
    return (longestWord(label) + longestWord(labels[index - 1]!)) * QUIET <= (2 * WIDTH) / perRow
  })
}

/** The largest size at which no word is wider than the room and no label takes more than two lines. */
function fitSize(labels: string[], room: number, start: number): number {
  for (let size = start; size > 18; size--) {
    const fits = labels.every(
      (label) => longestWord(label) * size <= room && widthOf(label) * size <= room * 1.8,
    )
    if (fits) return size
  }
  return 18
}

/** Width of bold text in em: measured means of common text faces. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u.test(
        character,
      )
    )
      width += 1
    else if (/[mwMWQOG@%]/.test(character)) width += 0.82
    else if (/[\p{Lu}\p{N}]/u.test(character)) width += 0.66
    else if (/[iljtfrI.,:;'| -]/.test(character)) width += 0.36
    else width += 0.58
  }
  return width
}

function longestWord(text: string): number {
  const pieces = text.split(/\s+|(?<=[/–—])|(?=\p{Script=Han})/u)
  return Math.max(0, ...pieces.map(widthOf))
}

export function spotOf(index: number, plan: RoadmapPlan): RoadmapSpot {
  const row = Math.floor(index / plan.perRow)
  const along = index % plan.perRow
  const back = row % 2 === 1
  const column = (back ? plan.perRow - 1 - along : along) + 1
  return {
    row: row + 1,
    column,
    above: plan.alternate && along % 2 === 0,
    back,
    turn: along === 0 && row > 0,
  }
}

/** `grid-template-columns`: one more than there are stops in a row where labels are two columns wide. */
export function columnsOf(plan: RoadmapPlan): string {
  return `repeat(${plan.alternate ? plan.perRow + 1 : plan.perRow},minmax(0,1fr))`
}
