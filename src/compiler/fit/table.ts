/** Height of a table: its columns get their widths as in a browser, then its rows their lines. */
import { greatest } from '../greatest.ts'
import { linesOf } from './lines.ts'
import { smaller, type Type } from './type.ts'
import { elements, has, type Tag } from './html.ts'

interface Cell {
  tag: Tag
  most: number
  least: number
}

export function tableHeight(tag: Tag, outer: Type, width: number): number {
  const rows = rowsOf(tag)
  const most = greatest(rows.map(({ cells }) => cells.length))
  const bodies = elements(tag).filter(({ name }) => name === 'tbody')
  const body = greatest(bodies.map((part) => elements(part).length))
  // `fit.css` stands in a layer behind that of tables of names.
  const fitted = outer.floor > 0
  const crowded = most >= 9 || body >= 11 ? 0.7 : most >= 6 || body >= 8 ? 0.8 : undefined
  const scale = (outer.named && !fitted ? 0.78 : crowded) ?? (outer.named ? 0.78 : 0.92)
  const close = outer.named ? 0.42 : body >= 11 ? 0.22 : body >= 8 ? 0.3 : 0.5
  const padding = fitted ? 0.5 * outer.space : close
  const size = smaller(outer, scale)
  const type: Type = { ...outer, size, line: 1.3 }
  const measured = rows.map(({ cells, head }) =>
    cells.map((cell, column) =>
      measure(
        cell,
        head ? headType(type) : type,
        column === 0 && !head && (outer.named === true || isOneCode(cell)),
      ),
    ),
  )
  const widths = columnWidths(measured, most, width, type)
  let height = captionHeight(tag, type, width)
  for (const [index, cells] of measured.entries()) {
    const head = rows[index]!.head
    const own = head ? headType(type) : type
    const lines = cells.map(({ tag: cell }, column) => {
      const inner = linesOf(cell.children, own, widths[column]!).height || own.line * own.size
      return inner + (head ? padding * own.size : 2 * padding * size)
    })
    height += greatest(lines) + (head ? 2 : index === measured.length - 1 ? 0 : 1)
  }
  return height
}

/** A name in code at the head of a row does not break. */
function isOneCode(cell: Tag): boolean {
  const shown = cell.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  return shown.length === 1 && typeof shown[0] === 'object' && shown[0].name === 'code'
}

function headType(type: Type): Type {
  return { ...type, size: smaller(type, 0.88), font: 'bold' }
}

function rowsOf(tag: Tag): { cells: Tag[]; head: boolean }[] {
  const rows: { cells: Tag[]; head: boolean }[] = []
  const add = (row: Tag, head: boolean) => {
    rows.push({ cells: elements(row).filter(({ name }) => name === 'td' || name === 'th'), head })
  }
  for (const part of elements(tag)) {
    if (part.name === 'tr') add(part, false)
    else if (/^t(?:head|body|foot)$/.test(part.name))
      for (const row of elements(part)) if (row.name === 'tr') add(row, part.name === 'thead')
  }
  return rows
}

function captionHeight(tag: Tag, type: Type, width: number): number {
  const caption = elements(tag).find(({ name }) => name === 'caption')
  if (!caption || has(tag, 'figure-data')) return 0
  const size = 0.8 * type.size
  return linesOf(caption.children, { ...type, size, line: 1.35 }, width).height + 0.5 * size
}

function measure(tag: Tag, type: Type, whole: boolean): Cell {
  const { width, longest } = linesOf(tag.children, type, Infinity)
  return { tag, most: width, least: whole ? width : longest }
}

/** Widths of the contents: all they want where there is room, else what is left over is dealt out by what they lack. */
function columnWidths(rows: readonly Cell[][], count: number, width: number, type: Type): number[] {
  const columns = Array.from({ length: count }, (_, column) => ({
    most: greatest(rows.map((cells) => cells[column]?.most ?? 0)),
    least: greatest(rows.map((cells) => cells[column]?.least ?? 0)),
  }))
  const room = width - 0.8 * type.size * 2 * (count - 1)
  const most = columns.reduce((sum, column) => sum + column.most, 0)
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  if (most <= room)
    return columns.map(
      (column) => column.most + (count >= 3 ? ((room - most) * column.most) / Math.max(1, most) : 0) + 1,
    )
  if (least > room + 2) type.found.wide = true
  const lacking = Math.max(1, most - least)
  return columns.map(
    (column) =>
      Math.max(column.least, column.least + ((room - least) * (column.most - column.least)) / lacking) + 1,
  )
}
