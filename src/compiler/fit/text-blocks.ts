/** Heights of headings, paragraphs, quotations and formulas of their own. */
import { greatest } from '../greatest.ts'
import { formulaSize } from './formula.ts'
import { elements, has, styleOf, type Tag } from './html.ts'
import { allOf } from './kinds.ts'
import { linesOf, strutOf } from './lines.ts'
import { TYPE_MATH } from './metrics.ts'
import { px } from './sizes.ts'
import { none, type Inside, type Place, type Type } from './type.ts'

/** How much larger a heading's own type is, where no style sets it. */
export function headingScale(tag: Tag, type: Type): number {
  if (!/^h[1-6]$/.test(tag.name) || styleOf(tag, 'font-size') !== undefined) return 1
  return HEADINGS[tag.name] ?? type.metrics.typeHeading
}

const HEADINGS: Readonly<Record<string, number>> = { h3: 1.15, h4: 1, h5: 0.83, h6: 0.67 }

export function headingHeight(tag: Tag, type: Type, width: number): number {
  const size = type.size * headingScale(tag, type)
  const line = Number(styleOf(tag, 'line-height')) || 1.15
  const clear = size * (Number.parseFloat(styleOf(tag, 'padding-inline-end') ?? '') || 0)
  const spacing = Number.parseFloat(styleOf(tag, 'letter-spacing') ?? '')
  const { heading } = type.metrics
  const metrics = Number.isFinite(spacing)
    ? { ...type.metrics, heading: { ...heading, spacing } }
    : type.metrics
  return linesOf(tag.children, { ...type, metrics, size, font: 'heading', line }, width - clear).height
}

export function paragraphHeight(
  tag: Tag,
  type: Type,
  width: number,
  place: Place,
  { flow, block }: Inside,
): number {
  const shown = tag.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = shown
  if (shown.length === 1 && typeof only === 'object') {
    const picture = only.name === 'a' ? elements(only)[0] : only
    const room = only.name === 'a' ? (px(styleOf(only, 'width'), width, type) ?? width) : width
    if (picture && /^(?:img|video)$/.test(picture.name))
      return (
        block(picture, type, Math.min(room, width), place) + (place === 'inner' ? strutOf(type).below : 0)
      )
  }
  const inner: Type = has(tag, 'callout-title')
    ? { ...type, size: type.size * (place === 'slide' ? 1.15 : 1), font: 'bold', line: 1.25 }
    : type
  return flow(tag, inner, width, place, none)
}

/** A quotation that is what the slide is about: its source stands small below. */
export function quoteHeight(tag: Tag, type: Type, width: number, last: string, { flow }: Inside): number {
  const shown = elements(tag)
  const source = shown.length > 1 && shown.at(-1)!.name === 'p' ? shown.pop() : undefined
  const words = flow({ ...tag, children: shown }, type, width, 'inner', () => 0.5 * type.size)
  if (!source) return words
  const size = Number.parseFloat(last) * type.size
  return words + size + linesOf(source.children, { ...type, size, font: 'text' }, width).height
}

export function displayHeight(tag: Tag, type: Type, width: number, { flow }: Inside): number {
  const katex = allOf(tag, (one) => has(one, 'katex'))
  const size = (type.metrics.typeMath ?? TYPE_MATH) * type.size
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
    const widest = greatest(formula.pieces) * size
    if (widest > width) type.found.formula = Math.min(type.found.formula, width / widest)
  }
  return katex.length > 0 ? height : flow(tag, type, width, 'inner', none)
}
