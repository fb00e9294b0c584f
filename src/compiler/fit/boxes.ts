/** Heights of boxes with blocks in them: columns, cards, callouts, demos. */
import { greatest } from '../greatest.ts'
import { brokenCodeHeight } from './code.ts'
import { elements, has, styleOf, type Tag } from './html.ts'
import { isHidden } from './kinds.ts'
import { px } from './sizes.ts'
import { none, smaller, type Inside, type Place, type Type } from './type.ts'

export function calloutHeight(tag: Tag, type: Type, width: number, place: Place, { flow }: Inside): number {
  const { size } = type
  const bare = place === 'slide' && (has(tag, 'callout-quiz') || has(tag, 'callout-think'))
  const inner = bare ? width : width - 2 * size
  const gap = (before: Tag | string, after: Tag | string) => {
    if (bare && typeof after !== 'string' && has(after, 'quiz-explanation')) return 0.8 * size
    if (typeof before === 'string' || !has(before, 'callout-title')) return 0.45 * size
    return bare ? 0.7 * 1.15 * size : 0.3 * size
  }
  return (bare ? 0 : 1.04 * size) + flow(tag, type, inner, bare ? 'slide' : 'inner', gap)
}

/** Markdown and what it becomes: beside each other, or one below the other. */
export function demoHeight(tag: Tag, type: Type, width: number, place: Place, { flow }: Inside): number {
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
    : greatest(heights, place === 'slide' ? 8 * size : 0)
}

export function columnsHeight(tag: Tag, outer: Type, width: number, inside: Inside): number {
  const columns = elements(tag).filter((child) => !isHidden(child))
  const many = columns.length >= 4
  const type = many ? { ...outer, size: 0.88 * outer.size } : outer
  const cards = columns.some((column) => has(column, 'card'))
  return rowHeight(tag, type, width, (cards ? 0.9 : many ? 0.8 : 1.5) * type.size, inside)
}

/** Boxes side by side: as high as the highest. */
export function rowHeight(tag: Tag, type: Type, width: number, gap: number, inside: Inside): number {
  const boxes = elements(tag).filter((child) => !isHidden(child))
  if (boxes.length === 0) return inside.flow(tag, type, width, 'inner', none)
  const room = width - gap * (boxes.length - 1)
  const written = boxes.map((box) => px(styleOf(box, '--width') ?? styleOf(box, 'width'), width, type))
  const left = room - written.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const open = written.filter((one) => one === undefined).length
  return Math.max(
    ...boxes.map((box, index) => {
      const own = written[index] ?? Math.max(80, left / Math.max(1, open))
      return has(box, 'column')
        ? columnHeight(box, type, Math.min(own, room), inside)
        : inside.block(box, type, Math.min(own, room), 'column')
    }),
  )
}

export function columnHeight(tag: Tag, type: Type, width: number, { flow }: Inside): number {
  const { size } = type
  const card = has(tag, 'card')
  const height = flow(tag, type, card ? width - 2 * size : width, 'column', () => 0.6 * type.space * size)
  return card ? height + 1.8 * size : height
}
