/** Heights of blocks, by the rules of `runtime/styles`. Lengths in px. */
import {
  smaller,
  allOf,
  classScale,
  isHidden,
  isInline,
  linesOf,
  pictureSize,
  px,
  sizeScale,
  type Type,
} from './inline.ts'
import { elements, has, styleOf, textOf, type Tag } from './html.ts'
import { formulaSize } from './formula.ts'
import { tableHeight } from './table.ts'
import { LEAST_TYPE } from '../../shared/fit.ts'
import { textWidth } from './metrics.ts'

/** Pictures and drawings give way down to this height before anything else does. */
export const LEAST_PICTURE = 180
const LEAST_DRAWING = 240
/** Type of a line that is made as large as there is room for. */
const LARGEST_LINE = 200

/** Where a block stands: pictures give way on the slide and in columns, not inside lists and boxes. */
export type Place = 'slide' | 'column' | 'inner'

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

const none = (): number => 0

interface Told {
  height: number
  wide: boolean
  formula: number
}

/** What was told of a block at a size and width: blocks of a slide that is split are tried again and again. */
const told = new WeakMap<Tag, Map<string, Told>>()

/** What `tell` says of `tag`, once for each size and width. */
function remembered(tag: Tag, type: Type, width: number, place: Place, tell: (type: Type) => number): number {
  const { size, line, font, space, floor } = type
  const key = `${size} ${line} ${font} ${space} ${floor} ${width} ${place}`
  let all = told.get(tag)
  if (!all) told.set(tag, (all = new Map()))
  let known = all.get(key)
  if (!known) {
    const found = { wide: false, formula: 1 }
    const height = tell({ ...type, found })
    known = { height, ...found }
    all.set(key, known)
  }
  if (known.wide) type.found.wide = true
  type.found.formula = Math.min(type.found.formula, known.formula)
  return known.height
}

/** The height of one block with its own paddings, without what stands around it. */
export function blockHeight(tag: Tag, outer: Type, available: number, place: Place): number {
  return remembered(tag, outer, available, place, (type) => heightOf(tag, type, available, place))
}

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
      return paragraphHeight(tag, type, width, place)
    case 'ul':
    case 'ol':
      return listHeight(tag, type, width, place)
    case 'dl':
      return elements(tag).reduce((sum, child) => {
        const inner: Type = child.name === 'dt' ? { ...type, font: 'bold' } : type
        const dd = child.name === 'dd'
        return sum + flow(child, inner, width - (dd ? 1.2 * size : 0), 'inner', none) + (dd ? 0.5 * size : 0)
      }, 0)
    case 'blockquote': {
      const last = styleOf(tag, '--last')
      if (last !== undefined) return quoteHeight(tag, { ...type, font: 'heading' }, width, last)
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
      return figureHeight(tag, type, width, place)
    case 'img':
      return Math.min(pictureSize(tag, type, width).height, place === 'inner' ? 606 : LEAST_PICTURE)
    case 'svg':
      return svgHeight(tag, width, place)
    case 'video':
    case 'iframe':
      return Math.min(px(tag.attributes.height, 606, type) ?? 300, place === 'inner' ? 606 : LEAST_PICTURE)
    case 'audio':
      return 54
    case 'hr':
      return 2
  }
  if (has(tag, 'math-display') || has(tag, 'katex-display')) return displayHeight(tag, type, width)
  if (has(tag, 'columns')) return columnsHeight(tag, type, width)
  if (has(tag, 'column')) return columnHeight(tag, type, width)
  if (has(tag, 'demo')) return demoHeight(tag, type, width, place)
  if (has(tag, 'card')) return 1.8 * size + flow(tag, type, width - 2 * size, 'inner', none)
  if (has(tag, 'callout')) return calloutHeight(tag, type, width, place)
  if (has(tag, 'code-block')) return codeBlockHeight(tag, type, width)
  if (has(tag, 'footnotes')) {
    type = { ...type, size: smaller(type, 0.62), line: 1.35 }
    return 0.5 * type.size + 1 + flow(tag, type, width, 'inner', none)
  }
  if (has(tag, 'stack'))
    return Math.max(0, ...elements(tag).map((child) => blockHeight(child, type, width, place)))
  if (has(tag, 'tabs')) {
    const tabs = elements(tag).map((child) => flow(child, type, width, 'inner', () => 0.6 * size))
    return 2.5 * size + Math.max(0, ...tabs)
  }
  if (has(tag, 'fit-line'))
    return Math.min((0.98 * width) / (Number(styleOf(tag, '--ems')) || 10), LARGEST_LINE) * 1.15
  if (has(tag, 'embed')) return LEAST_PICTURE
  if (
    /^(?:flex|inline-flex|grid)$/.test(styleOf(tag, 'display') ?? '') &&
    !/column/.test(styleOf(tag, 'flex-direction') ?? '')
  )
    return rowHeight(tag, type, width, 0)
  const padding = px(styleOf(tag, 'padding'), width, type) ?? 0
  return 2 * padding + flow(tag, type, width - 2 * padding, 'inner', none)
}

/** How much larger a heading's own type is, where no style sets it. */
function headingScale(tag: Tag, type: Type): number {
  if (!/^h[1-6]$/.test(tag.name) || styleOf(tag, 'font-size') !== undefined) return 1
  return HEADINGS[tag.name] ?? type.metrics.typeHeading
}

/** A quotation that is what the slide is about: its source stands small below. */
function quoteHeight(tag: Tag, type: Type, width: number, last: string): number {
  const shown = elements(tag)
  const source = shown.length > 1 && shown.at(-1)!.name === 'p' ? shown.pop() : undefined
  const words = flow({ ...tag, children: shown }, type, width, 'inner', () => 0.5 * type.size)
  if (!source) return words
  const size = Number.parseFloat(last) * type.size
  return words + size + linesOf(source.children, { ...type, size, font: 'text' }, width).height
}

const HEADINGS: Readonly<Record<string, number>> = { h3: 1.15, h4: 1, h5: 0.83, h6: 0.67 }

function headingHeight(tag: Tag, type: Type, width: number): number {
  const size = type.size * headingScale(tag, type)
  const line = Number(styleOf(tag, 'line-height')) || 1.15
  return linesOf(tag.children, { ...type, size, font: 'heading', line }, width).height
}

function paragraphHeight(tag: Tag, type: Type, width: number, place: Place): number {
  const shown = tag.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = shown
  if (shown.length === 1 && typeof only === 'object') {
    const picture = only.name === 'a' ? elements(only)[0] : only
    if (picture && /^(?:img|video)$/.test(picture.name)) return blockHeight(picture, type, width, place)
  }
  const inner: Type = has(tag, 'callout-title')
    ? { ...type, size: type.size * (place === 'slide' ? 1.15 : 1), font: 'bold', line: 1.25 }
    : type
  return flow(tag, inner, width, place, none)
}

function listHeight(tag: Tag, outer: Type, width: number, place: Place): number {
  const items = elements(tag).filter((child) => child.name === 'li' && !isHidden(child))
  let type = outer
  let between = 0.38
  if (place === 'slide' && items.length >= 12) {
    type = { ...outer, size: smaller(outer, 0.78), line: 1.3 }
    between = 0.24
  } else if (place === 'slide' && items.length >= 9) {
    type = { ...outer, size: smaller(outer, 0.88) }
    between = 0.24
  }
  if (has(tag, 'quiz-options')) {
    const heights = items.map(
      (item) => 4 + type.size + flow(item, type, width - 5.3 * type.size, 'inner', none),
    )
    return heights.reduce((sum, height) => sum + height, 0.5 * type.size * (items.length - 1))
  }
  if (has(tag, 'references')) return referencesHeight(tag, items, type, width)
  const indent = has(tag, 'contains-task-list') ? 0 : 1.25 * type.size
  const heights = items.map((item) =>
    remembered(item, type, width - indent, 'inner', (own) => itemHeight(item, own, width - indent)),
  )
  return (
    heights.reduce((sum, height) => sum + height, 0) +
    between * type.space * type.size * Math.max(0, items.length - 1)
  )
}

function referencesHeight(tag: Tag, items: readonly Tag[], outer: Type, width: number): number {
  const two = has(tag, 'two-columns')
  const [size, line, gap] = two ? [17, 21, 6] : [20, 27, 9]
  const type: Type = { ...outer, size, line: line / size }
  const room = (two ? (width - 48) / 2 : width) - 1.6 * size
  const height = items.reduce((sum, item) => sum + linesOf(item.children, type, room).height + gap, 0)
  return two ? height / 2 + line : height - gap
}

function itemHeight(item: Tag, outer: Type, width: number): number {
  const scale = classScale(item)
  const type = scale === 1 ? outer : { ...outer, size: outer.size * scale }
  const { size } = type
  const nested: Type = { ...type, size: 0.93 * size }
  const item2: Tag = {
    ...item,
    children: item.children.map((child) => (isList(child) ? wrapped(child as Tag) : child)),
  }
  return flow(item2, type, width, 'inner', (before, after) => {
    if (typeof after !== 'string' && after.name === NESTED) return 0.38 * nested.size
    return typeof before !== 'string' && before.name === 'p' ? 0.4 * size : 0
  })
}

const NESTED = 'nested-list'

function isList(child: Tag | string): boolean {
  return typeof child !== 'string' && (child.name === 'ul' || child.name === 'ol')
}

/** A list in a list is set a little smaller. */
function wrapped(list: Tag): Tag {
  const attributes = { ...list.attributes, style: `font-size:0.93em;${list.attributes.style ?? ''}` }
  return { name: NESTED, classes: '  ', attributes: {}, children: [{ ...list, attributes }] }
}

function displayHeight(tag: Tag, type: Type, width: number): number {
  const katex = allOf(tag, (one) => has(one, 'katex'))
  const size = 1.08 * type.size
  let height = 0
  for (const one of katex) {
    const formula = formulaSize(one)
    const line = Math.max(1.5, formula.above + formula.below)
    let lines = 1
    let used = 0
    for (const piece of formula.pieces) {
      if (used > 0 && (used + piece) * size > width) {
        lines++
        used = 0
      }
      used += piece
    }
    height += lines * line * size
    const widest = Math.max(0, ...formula.pieces) * size
    if (widest > width) type.found.formula = Math.min(type.found.formula, width / widest)
  }
  return katex.length > 0 ? height : flow(tag, type, width, 'inner', none)
}

function codeBlockHeight(tag: Tag, type: Type, width: number): number {
  return elements(tag).reduce(
    (sum, child) =>
      sum +
      (has(child, 'code-title')
        ? 0.78 * type.size * 2
        : isHidden(child)
          ? 0
          : blockHeight(child, type, width, 'inner')),
    0,
  )
}

function codeHeight(tag: Tag, type: Type, width: number): number {
  const texts = textOf(tag).replace(/\n$/, '').split('\n')
  const marked = allOf(tag, (one) => has(one, 'line')).length
  const count = marked || texts.length
  const [scale, line] = count >= 20 ? [0.6, 1.3] : count >= 15 ? [0.72, 1.35] : [0.8, 1.42]
  const { code } = type.metrics
  // Systems that set letters on whole px make them a little wider.
  const widths = texts.map((text) => textWidth(text, code) * 1.025)
  const most = Math.max(0, ...widths)
  // A long line makes the type smaller first, then it goes on in the next.
  const size = Math.min(smaller(type, scale), Math.max(LEAST_TYPE, width / (most + 2.5)))
  const room = Math.max(1, width / size - 2.2)
  const lines = widths.reduce((sum, one) => sum + Math.max(1, Math.ceil(one / room)), 0)
  return Math.max(lines, count) * line * size + 1.6 * type.space * size
}

function figureHeight(tag: Tag, type: Type, width: number, place: Place): number {
  if (has(tag, 'roadmap')) return has(tag, 'roadmap-small') ? 155 : 320
  const parts = elements(tag).filter((child) => !isHidden(child))
  const heights = parts.map((child) => {
    if (child.name !== 'figcaption') return blockHeight(child, type, width, place)
    return linesOf(child.children, { ...type, size: smaller(type, 0.8), line: 1.35 }, width).height
  })
  return heights.reduce((sum, height) => sum + height, 0) + 0.5 * type.size * Math.max(0, parts.length - 1)
}

function svgHeight(tag: Tag, width: number, place: Place): number {
  const [, , across = 0, down = 0] = (tag.attributes.viewbox ?? '').split(/[\s,]+/).map(Number)
  const natural = across > 0 && down > 0 ? (down / across) * width : 300
  return Math.min(natural, place === 'inner' ? 560 : LEAST_DRAWING)
}

function calloutHeight(tag: Tag, type: Type, width: number, place: Place): number {
  const { size } = type
  const bare = place === 'slide' && (has(tag, 'callout-quiz') || has(tag, 'callout-think'))
  const inner = bare ? width : width - 2 * size
  const gap = (before: Tag | string, after: Tag | string) => {
    if (bare && typeof after !== 'string' && has(after, 'quiz-explanation')) return 0.8 * size
    if (typeof before === 'string' || !has(before, 'callout-title')) return 0.45 * size
    return bare ? 0.7 * 1.15 * size : 0.3 * size
  }
  return (bare ? 0 : 1.3 * size) + flow(tag, type, inner, bare ? 'slide' : 'inner', gap)
}

/** Markdown and what it becomes: beside each other, or one below the other. */
function demoHeight(tag: Tag, type: Type, width: number, place: Place): number {
  const { size } = type
  const below = has(tag, 'below')
  const room = below ? width : (width - 0.7 * size) / 2
  const heights = elements(tag).map((child) => {
    if (!has(child, 'demo-result')) return brokenCodeHeight(child, type, room)
    const inner: Type = { ...type, size: smaller(type, 0.88) }
    const gap = () => 0.6 * inner.size
    return 1.4 * inner.size + 4 + flow(child, inner, room - 1.8 * inner.size - 4, 'inner', gap)
  })
  return below
    ? heights.reduce((sum, height) => sum + height, 0.7 * size)
    : Math.max(place === 'slide' ? 8 * size : 0, ...heights)
}

/** Code whose long lines go on in the next. */
function brokenCodeHeight(tag: Tag, type: Type, width: number): number {
  const size = smaller(type, 0.72)
  const lines = allOf(tag, (one) => has(one, 'line')).reduce((sum, line) => {
    const length = (textWidth(textOf(line), type.metrics.code) + 3.2) * size
    return sum + Math.max(1, Math.ceil(length / width))
  }, 0)
  return lines * 1.42 * size + 1.6 * type.space * size
}

function columnsHeight(tag: Tag, outer: Type, width: number): number {
  const columns = elements(tag).filter((child) => !isHidden(child))
  const many = columns.length >= 4
  const type = many ? { ...outer, size: 0.88 * outer.size } : outer
  const cards = columns.some((column) => has(column, 'card'))
  return rowHeight(tag, type, width, (cards ? 0.9 : many ? 0.8 : 1.5) * type.size)
}

/** Boxes side by side: as high as the highest. */
function rowHeight(tag: Tag, type: Type, width: number, gap: number): number {
  const boxes = elements(tag).filter((child) => !isHidden(child))
  if (boxes.length === 0) return flow(tag, type, width, 'inner', none)
  const room = width - gap * (boxes.length - 1)
  const written = boxes.map((box) => px(styleOf(box, '--width') ?? styleOf(box, 'width'), width, type))
  const left = room - written.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const open = written.filter((one) => one === undefined).length
  return Math.max(
    ...boxes.map((box, index) => {
      const own = written[index] ?? Math.max(80, left / Math.max(1, open))
      return has(box, 'column')
        ? columnHeight(box, type, Math.min(own, room))
        : blockHeight(box, type, Math.min(own, room), 'column')
    }),
  )
}

function columnHeight(tag: Tag, type: Type, width: number): number {
  const { size } = type
  const card = has(tag, 'card')
  const height = flow(tag, type, card ? width - 2 * size : width, 'column', () => 0.6 * type.space * size)
  return card ? height + 1.8 * size : height
}
