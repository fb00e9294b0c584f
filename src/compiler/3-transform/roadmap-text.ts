/** Reads an arrow diagram as people type it. Pure: text in, stops and complaints out. */
import type { RoadmapStop } from '../deck.ts'
import { emptyStop, isDate, leadingDate, partSublabel, phrasing, readCell } from '../roadmap-stop.ts'

/** A line that does not fit, counted from 0 within the diagram; `found` cells where the road has `wanted`. */
export interface RoadmapComplaint {
  line: number
  found: number
  wanted: number
  text: string
}

interface Row {
  cells: string[]
  line: number
  text: string
}

const ARROW =
  /(?:(?<!\s)\s+|)(?:(?:(?<![-=–—─━═.])[-=–—─━═.]+|)(?:→|⟶|➜|➔|➝|➞|➤|⇒|⟹|⇨|⭢|►|▶|▸)|(?<![-–—─━])[-–—─━]+>|(?<!=)=+>|(?<!~)~+>)\s*/u
const ONLY_CONNECTORS = /^[\s↓↑⇩⇓⬇▼│┃|┆┊v:.·\-—–─━+^]+$/u
const ENDS_IN_ARROW = new RegExp(`${ARROW.source}$`, 'u')
const STARTS_WITH_ARROW = new RegExp(`^${ARROW.source}`, 'u')

/**
 * Reads the lines of a ` ```roadmap ` fence.
 *
 * The first line is the road: stops parted by `→`, `->`, `=>`, `-->`, `⟶`, `➜` and their kin. A further line gives
 * each stop its label (parted by arrows, by `|`, or set in columns), a line of dates gives each its date. A line that
 * ends or begins with an arrow goes on; blank lines and lines of nothing but `↓` or `|` are passed over. Without
 * arrows each line is a stop: `2013: Word2Vec — word vectors`. `[Word2Vec](#slug)` leads to a slide.
 */
export function readRoadmapText(value: string): { stops: RoadmapStop[]; complaints: RoadmapComplaint[] } {
  const rows = joinRows(value)
  const [road, ...rest] = rows
  if (!road) return { stops: [], complaints: [] }
  if (road.cells.length === 1 && rows.every((row) => row.cells.length === 1)) {
    return { stops: rows.map((row) => stopOfLine(row.text)), complaints: [] }
  }
  const stops = road.cells.map((cell): RoadmapStop => ({ ...emptyStop(), ...readCell(cell) }))
  const complaints: RoadmapComplaint[] = []
  let labelled = false
  for (const row of rest) {
    const cells = fit(row, stops.length)
    const dates = cells.every((cell) => cell === '' || isDate(cell)) && cells.some((cell) => cell !== '')
    const extra = !dates && labelled
    if (cells.length !== stops.length || extra) {
      complaints.push({ line: row.line, found: cells.length, wanted: stops.length, text: row.text })
    }
    if (extra) continue
    labelled ||= !dates
    for (const [index, stop] of stops.entries()) {
      const cell = cells[index] ?? ''
      if (dates) stop.date = cell
      else stop.sublabel = phrasing(cell)
    }
  }
  return { stops, complaints }
}

/** Lines as rows of cells, with what an arrow at an end or a beginning continues joined on. */
function joinRows(value: string): Row[] {
  const rows: Row[] = []
  let open: Row | undefined
  for (const [line, raw] of value.split(/\r\n|\r|\n/).entries()) {
    const text = raw.trim()
    if (text === '' || (ONLY_CONNECTORS.test(text) && !/\p{L}{2}/u.test(text) && text !== 'v.')) continue
    const continues = STARTS_WITH_ARROW.test(text)
    const bare = text.replace(STARTS_WITH_ARROW, '').replace(ENDS_IN_ARROW, '')
    const cells = cellsOf(bare, rows.length === 0)
    if (open || (continues && rows.length > 0)) {
      const target = open ?? rows.findLast((row) => ARROW.test(row.text)) ?? rows[0]!
      target.cells.push(...cells)
      target.text += ` → ${bare}`
    } else {
      rows.push({ cells, line, text })
    }
    open = ENDS_IN_ARROW.test(text) ? (open ?? rows.at(-1)) : undefined
    if (continues && !open && ENDS_IN_ARROW.test(text)) open = rows.at(-1)
  }
  return rows
}

/** Arrows part first, then `|`, then columns of two spaces or more. */
function cellsOf(text: string, first: boolean): string[] {
  if (ARROW.test(text))
    return text
      .split(ARROW)
      .map(blankMark)
      .filter((cell) => !first || cell !== '')
  if (/\s\|\s|^\|.*\|$/.test(text)) {
    return text
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(blankMark)
  }
  return text.split(/\s{2,}|\t+|\u3000+/).map(blankMark)
}

/** A cell that stands for nothing: `-`, `–`, `…`. */
function blankMark(cell: string): string {
  const text = cell.trim()
  return /^(?:[-–—_…·]|\.{3})$/.test(text) ? '' : text
}

/** Tries looser partings where the count is not that of the road. */
function fit(row: Row, wanted: number): string[] {
  if (row.cells.length === wanted) return row.cells
  for (const parting of [/\|/, /\s+/, /[,，、;；]/, /\//]) {
    const parts = row.text.split(parting).map((cell) => cell.trim())
    const cells = parts.filter((cell) => cell !== '')
    if (cells.length === wanted && !ARROW.test(row.text)) return cells.map(blankMark)
  }
  return row.cells
}

function stopOfLine(text: string): RoadmapStop {
  const { date, rest } = leadingDate(text.replace(/^(?:[-*+]|\d+[.)])\s+/, ''))
  const [label, sublabel] = partSublabel(rest)
  return { ...emptyStop(), ...readCell(label), sublabel: phrasing(sublabel), date }
}
