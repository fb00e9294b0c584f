/** Captioned figures and tables, and the wrap that lets a wide table scroll. */
import { toString } from 'mdast-util-to-string'
import type { Data, Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import type { Parent } from 'unist'
import '../block-data.ts'
import { mergeAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Attributes, Box, Deck, Figure } from '../deck.ts'
import { slidesOf } from '../walk.ts'
import { interfaceWord } from '../interface-words.ts'

interface Counters {
  figure: number
  table: number
}

/**
 * An image alone in its paragraph is a `figure` where it has a title, a `caption=` or an id of `fig-…` (then its
 * alternative text is the caption). A paragraph `Table: text {#tbl-x}` or `: text` directly before or after a table is
 * the table's caption. Numbers stand only where an id is given, counted over the deck.
 */
export function figures(deck: Deck, context: Context): void {
  const counters: Counters = { figure: 0, table: 0 }
  for (const slide of slidesOf(deck)) visit(slide, counters, context)
}

function visit(parent: Parent, counters: Counters, context: Context): void {
  const result: RootContent[] = []
  const nodes = parent.children as RootContent[]
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as RootContent
    const next = nodes[index + 1]
    if (node.type === 'paragraph') {
      const caption = next?.type === 'table' ? tableCaption(node) : undefined
      if (caption && next?.type === 'table') {
        result.push(captioned(next, caption, 'top', counters, context))
        index++
      } else result.push(imageFigure(node, counters, context) ?? node)
    } else if (node.type === 'table') {
      const caption =
        next?.type === 'paragraph' && nodes[index + 2]?.type !== 'table' ? tableCaption(next) : undefined
      if (caption) {
        result.push(captioned(node, caption, 'bottom', counters, context))
        index++
      } else result.push(wrapped(node))
    } else {
      if (node.type === 'figure') numberDrawing(node, counters, context)
      if ('children' in node && node.type !== 'figure' && node.type !== 'footnotes')
        visit(node, counters, context)
      result.push(node)
    }
  }
  ;(parent as { children: RootContent[] }).children = result
}

/** A drawing's figure comes ready from its directive, but for its number. */
function numberDrawing(figure: Figure, counters: Counters, context: Context): void {
  if (figure.children[0]?.type !== 'drawing' || figure.caption.length === 0) return
  if (figure.data?.attributes?.id === undefined) return
  ;(figure.data as Data).captionLabel = `${interfaceWord('figure', context.facts.lang)} ${++counters.figure}`
}

function imageFigure(paragraph: Paragraph, counters: Counters, context: Context): Figure | undefined {
  const children = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = children
  const image = only?.type === 'link' && only.children.length === 1 ? only.children[0] : only
  if (children.length !== 1 || !only || image?.type !== 'image') return undefined
  const attributes = image.data?.attributes ?? paragraph.data?.attributes
  const id = attributes?.id
  const written =
    attributes?.values.caption ?? image.title ?? (id?.startsWith('fig-') ? image.alt : undefined)
  if (!written) return undefined
  const figure: Figure = {
    type: 'figure',
    children: [only as Image],
    caption: [{ type: 'text', value: written, position: image.position }],
    position: paragraph.position,
    data: { ...paragraph.data },
  }
  const { own, shared } = divide(attributes)
  delete image.title
  if (image.data) image.data = { ...image.data, ...(own ? { attributes: own } : { attributes: undefined }) }
  const data = figure.data as Data
  if (shared) data.attributes = mergeAttributes(paragraph.data?.attributes, shared)
  if (id !== undefined)
    data.captionLabel = `${interfaceWord('figure', context.facts.lang)} ${++counters.figure}`
  return figure
}

/** What stays on the image (how it behaves) and what goes to the figure (where and how wide it is). */
function divide(attributes: Attributes | undefined): {
  own: Attributes | undefined
  shared: Attributes | undefined
} {
  if (!attributes) return { own: undefined, shared: undefined }
  const values = { ...attributes.values }
  const own: Attributes = { classes: attributes.classes.filter((name) => name === 'lightbox'), values: {} }
  for (const key of ['lightbox', 'height', 'loading', 'alt']) {
    if (key in values) own.values[key] = values[key] as string
    delete values[key]
  }
  delete values.caption
  const shared = { ...attributes, classes: attributes.classes.filter((name) => name !== 'lightbox'), values }
  return { own: own.classes.length > 0 || Object.keys(own.values).length > 0 ? own : undefined, shared }
}

/** `Table: text` or `: text`, with its attributes. */
function tableCaption(
  paragraph: Paragraph,
): { caption: PhrasingContent[]; attributes?: Attributes } | undefined {
  const [first, ...others] = paragraph.children
  if (first?.type !== 'text') return undefined
  const match = /^(?:(?:table|tabelle|tableau|tabla|表)\s*[:：]|:(?!:))\s+/i.exec(first.value)
  if (!match) return undefined
  const caption: PhrasingContent[] = [{ ...first, value: first.value.slice(match[0].length) }, ...others]
  return { caption, attributes: paragraph.data?.attributes }
}

function captioned(
  table: Table,
  { caption, attributes }: { caption: PhrasingContent[]; attributes?: Attributes },
  side: 'top' | 'bottom',
  counters: Counters,
  context: Context,
): Figure {
  const box = wrapped(table)
  const merged = table.data?.attributes
    ? mergeAttributes(table.data.attributes, attributes ?? { classes: [], values: {} })
    : attributes
  if (table.data) table.data = { ...table.data, attributes: undefined }
  const classed = mergeAttributes(merged, { classes: ['figure-table'], values: {} })
  const data: Data = { attributes: classed, captionSide: side }
  if (classed.id !== undefined)
    data.captionLabel = `${interfaceWord('table', context.facts.lang)} ${++counters.table}`
  return { type: 'figure', children: [box as never], caption, position: table.position, data }
}

/** The table in its wrap, with columns of numbers marked where the author gave no alignment. */
function wrapped(table: Table): Box {
  const columns = table.children[0]?.children.length ?? 0
  for (let column = 0; column < columns; column++) {
    const body = table.children.slice(1).map((row) => row.children[column])
    const texts = body.map((cell) => (cell ? toString(cell).trim() : '')).filter((text) => text !== '')
    if (table.align?.[column] || texts.length === 0 || !texts.every((text) => isNumber(text))) continue
    for (const row of table.children) {
      const cell = row.children[column]
      if (cell)
        cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, className: ['numeric'] } }
    }
  }
  return {
    type: 'box',
    children: [table],
    position: table.position,
    data: { hProperties: { className: ['table-wrap'] } } as Data,
  }
}

/** `1,024`, `−3.5`, `12 %`, `$2.1`, `1.3e9`, `175B`, `≈ 4×`; a dash stands for none. */
function isNumber(text: string): boolean {
  return /^(?:[~≈<>≤≥±]?\s*[-+−–]?\s*[$€£¥]?\s*\d[\d.,\u00A0\u202F '’]*(?:[eE][-+]?\d+)?\s*(?:%|‰|[kKMBGT]|×|x|°C|[mkMG]?s|GB|MB|px|h|pt)?|[-–—])$/.test(
    text,
  )
}
