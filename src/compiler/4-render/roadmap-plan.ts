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
 * Up to 8 stops make one row, more make rows of equal length that run to and fro. From 6 stops a row the labels
 * alternate above and below the line, so that each has twice the room. Type shrinks from 36 px until the longest word
 * fits, never below 18 px.
 */
export function planRoadmap(node: Roadmap): RoadmapPlan {
  const total = node.stops.length
  const rows = Math.ceil(total / MOST_IN_A_ROW)
  const perRow = Math.ceil(total / rows)
  const labels = node.stops.map((stop) => toString(stop.label))
  const sublabels = node.stops.map((stop) => toString(stop.sublabel))
  if (node.at !== undefined) return smallPlan(rows, labels)
  const alternate = perRow > 5
  const room = (alternate ? (2 * WIDTH) / (perRow + 1) : WIDTH / perRow) - 24
  const start = rows > 2 ? 20 : rows > 1 ? (alternate ? 24 : 28) : perRow <= 4 ? 36 : perRow <= 5 ? 32 : 30
  const label = fitSize(labels, room, start)
  return {
    rows,
    perRow,
    alternate,
    label,
    sublabel: fitSize(sublabels, room, Math.max(18, Math.round(label * 0.8))),
  }
}

/** Every label at 18 px below the line, in as many rows as that takes; the stop where we are has the space above. */
function smallPlan(least: number, labels: string[]): RoadmapPlan {
  const widest = Math.max(...labels.map(longestWord)) * 18
  let rows = least
  while (rows < 3 && widest > WIDTH / Math.ceil(labels.length / rows) - 12) rows++
  const perRow = Math.ceil(labels.length / rows)
  return {
    rows: Math.ceil(labels.length / perRow),
    perRow,
    alternate: false,
    label: fitSize(labels, 340, 32),
    sublabel: 22,
  }
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
