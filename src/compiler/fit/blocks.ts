/** Heights of blocks, by the rules of `runtime/styles`. Lengths in px. */
import { greatest } from '../greatest.ts'
import { calloutHeight, columnHeight, columnsHeight, demoHeight, rowHeight } from './boxes.ts'
import { codeBlockHeight, codeHeight } from './code.ts'
import { elements, has, styleOf, type Tag } from './html.ts'
import { isHidden, isInline } from './kinds.ts'
import { linesOf } from './lines.ts'
import { cardListHeight, listHeight } from './lists.ts'
import { LEAST_PICTURE, figureHeight, filmHeight, svgHeight } from './pictures.ts'
import { classScale, pictureSize, px, sizeScale } from './sizes.ts'
import { tableHeight } from './table.ts'
import { displayHeight, headingHeight, headingScale, paragraphHeight, quoteHeight } from './text-blocks.ts'
import { none, smaller, type Inside, type Place, type Type } from './type.ts'

/** Type of a line that is made as large as there is room for. */
const LARGEST_LINE = 200

/** The height of what stands in `tag`: its lines and blocks, with `gap` between two of them. */
export function flow(
  tag: Tag,
  type: Type,
  width: number,
  place: Place,
  gap: (before: Tag | string, after: Tag | string) => number,
): number {
  let height = 0
  let last: Tag | string | undefined
  let run: (Tag | string)[] = []
  const add = (part: number, first: Tag | string, end: Tag | string) => {
    if (last !== undefined) height += gap(last, first)
    height += part
    last = end
  }
  const closeRun = () => {
    const lines = run.length > 0 ? linesOf(run, type, width) : undefined
    if (lines && lines.height > 0) add(lines.height, run[0]!, run.at(-1)!)
    run = []
  }
  for (const child of tag.children) {
    if (typeof child !== 'string' && isHidden(child)) continue
    if (isInline(child) && !(typeof child !== 'string' && child.name === 'a' && holdsBlock(child))) {
      run.push(child)
      continue
    }
    closeRun()
    const below = styleOf(child as Tag, 'margin-bottom')
    const scale =
      below === undefined ? 1 : sizeScale(child as Tag, type.size) * headingScale(child as Tag, type)
    const margin = below?.endsWith('em') ? Number.parseFloat(below) * scale * type.size : 0
    add(blockHeight(child as Tag, type, width, place) + margin, child, child)
  }
  closeRun()
  return height
}

function holdsBlock(tag: Tag): boolean {
  return elements(tag).some((child) => !isInline(child))
}

/** What was told of a block at a size and width. */
interface Told {
  at: Type
  width: number
  place: Place
  height: number
  found: Type['found']
}

/** Blocks of a slide that is split are tried again and again. */
const told = new WeakMap<Tag, Told[]>()

/** What `tell` says of `tag`, once for each size and width. */
function remembered(tag: Tag, type: Type, width: number, place: Place, tell: (type: Type) => number): number {
  let all = told.get(tag)
  if (!all) told.set(tag, (all = []))
  let known = all.find((one) => one.width === width && one.place === place && isAlike(one.at, type))
  if (!known) {
    const found = { wide: false, formula: 1 }
    known = { at: type, width, place, height: tell({ ...type, found }), found }
    all.push(known)
  }
  if (known.found.wide) type.found.wide = true
  type.found.formula = Math.min(type.found.formula, known.found.formula)
  return known.height
}

function isAlike(one: Type, other: Type): boolean {
  return (
    one.size === other.size &&
    one.line === other.line &&
    one.font === other.font &&
    one.space === other.space &&
    one.floor === other.floor
  )
}

/** The height of one block with its own paddings, without what stands around it. */
export function blockHeight(tag: Tag, outer: Type, available: number, place: Place): number {
  return remembered(tag, outer, available, place, (type) => heightOf(tag, type, available, place))
}

const inside: Inside = { flow, block: blockHeight, remembered }

function heightOf(tag: Tag, outer: Type, available: number, place: Place): number {
  const scale = classScale(tag) * sizeScale(tag, outer.size)
  let type: Type = scale === 1 ? outer : { ...outer, size: outer.size * scale }
  const line = styleOf(tag, 'line-height')
  if (line !== undefined && Number(line) > 0) type = { ...type, line: Number(line) }
  const size = type.size
  const width = Math.min(
    available,
    px(styleOf(tag, 'max-width'), available, type) ?? available,
    px(styleOf(tag, 'width'), available, type) ?? available,
  )
  const fixed = styleOf(tag, 'height')
  if (fixed && tag.name === 'div' && !fixed.endsWith('%')) return px(fixed, 606, type) ?? 0
  switch (tag.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingHeight(tag, type, width)
    case 'p':
      return paragraphHeight(tag, type, width, place, inside)
    case 'ul':
    case 'ol':
      return listHeight(tag, type, width, place, inside)
    case 'dl':
      if (has(tag, 'card-list')) return cardListHeight(tag, type, width, inside)
      return elements(tag).reduce((sum, child) => {
        const inner: Type = child.name === 'dt' ? { ...type, font: 'bold' } : type
        const dd = child.name === 'dd'
        return sum + flow(child, inner, width - (dd ? 1.2 * size : 0), 'inner', none) + (dd ? 0.5 * size : 0)
      }, 0)
    case 'blockquote': {
      const last = styleOf(tag, '--last')
      if (last !== undefined) return quoteHeight(tag, { ...type, font: 'quote' }, width, last, inside)
      return flow(
        tag,
        type,
        width - (styleOf(tag, 'padding') === '0' ? 0 : 1.06 * size),
        'inner',
        () => 0.5 * size,
      )
    }
    case 'table':
      return tableHeight(tag, type, width)
    case 'pre':
      return codeHeight(tag, type, width)
    case 'figure':
      return figureHeight(tag, type, width, place, inside)
    case 'img':
      return Math.min(pictureSize(tag, type, available).height, place === 'inner' ? 606 : LEAST_PICTURE)
    case 'svg':
      return svgHeight(tag, width, place)
    case 'video':
      return Math.min(filmHeight(tag, type, available), place === 'inner' ? 606 : LEAST_PICTURE)
    case 'iframe':
      return Math.min(px(tag.attributes.height, 606, type) ?? 300, place === 'inner' ? 606 : LEAST_PICTURE)
    case 'audio':
      return 54
    case 'details': {
      const shown = elements(tag).filter(
        ({ name }) => tag.attributes.open !== undefined || name === 'summary',
      )
      return flow({ ...tag, children: shown }, type, width, 'inner', none)
    }
    case 'hr':
      return 2
  }
  if (has(tag, 'math-display') || has(tag, 'katex-display')) return displayHeight(tag, type, width, inside)
  if (has(tag, 'columns')) return columnsHeight(tag, type, width, inside)
  if (has(tag, 'column')) return columnHeight(tag, type, width, inside)
  if (has(tag, 'demo')) return demoHeight(tag, type, width, place, inside)
  if (has(tag, 'card')) return 1.8 * size + flow(tag, type, width - 2 * size, 'inner', none)
  if (has(tag, 'callout')) return calloutHeight(tag, type, width, place, inside)
  if (has(tag, 'code-block')) return codeBlockHeight(tag, type, width, inside)
  if (has(tag, 'footnotes')) {
    type = { ...type, size: smaller(type, 0.62), line: 1.35 }
    return 0.5 * type.size + 1 + flow(tag, type, width, 'inner', none)
  }
  if (has(tag, 'stack'))
    return greatest(elements(tag).map((child) => blockHeight(child, type, width, 'inner')))
  if (has(tag, 'tabs')) {
    const tabs = elements(tag).map((child) => flow(child, type, width, 'inner', () => 0.6 * size))
    return 2.5 * size + greatest(tabs)
  }
  if (has(tag, 'fit-line'))
    return Math.min((0.98 * width) / (Number(styleOf(tag, '--ems')) || 10), LARGEST_LINE) * 1.15
  if (has(tag, 'embed')) return LEAST_PICTURE
  if (
    /^(?:flex|inline-flex|grid)$/.test(styleOf(tag, 'display') ?? '') &&
    !/column/.test(styleOf(tag, 'flex-direction') ?? '')
  )
    return rowHeight(tag, type, width, 0, inside)
  const padding = px(styleOf(tag, 'padding'), width, type) ?? 0
  return 2 * padding + flow(tag, type, width - 2 * padding, 'inner', none)
}
