/** Heights of lists, of options of a quiz and of works. */
import { elements, has, type Tag } from './html.ts'
import { isHidden } from './kinds.ts'
import { linesOf } from './lines.ts'
import { classScale } from './sizes.ts'
import { none, smaller, type Inside, type Place, type Type } from './type.ts'

export function listHeight(tag: Tag, outer: Type, width: number, place: Place, inside: Inside): number {
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
      (item) => 4 + type.size + inside.flow(item, type, width - 5.3 * type.size, 'inner', none),
    )
    return heights.reduce((sum, height) => sum + height, 0.5 * type.size * (items.length - 1))
  }
  if (has(tag, 'references')) return referencesHeight(tag, items, type, width)
  const indent = has(tag, 'contains-task-list') ? 0 : 1.25 * type.size
  const heights = items.map((item) =>
    inside.remembered(item, type, width - indent, 'inner', (own) =>
      itemHeight(item, own, width - indent, inside),
    ),
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

function itemHeight(item: Tag, outer: Type, width: number, { flow }: Inside): number {
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

/** Fronts and backs of cards beside each other, two parts to three; the words of a gap alone. */
export function cardListHeight(tag: Tag, type: Type, width: number, { flow }: Inside): number {
  return elements(tag).reduce((sum, pair) => {
    const [front, back] = elements(pair)
    const room = width - type.size
    const cloze = has(pair, 'card-cloze')
    const heights = [
      front
        ? flow(front, cloze ? type : { ...type, font: 'bold' }, cloze ? width : 0.4 * room, 'inner', none)
        : 0,
      back && !cloze ? flow(back, type, 0.6 * room, 'inner', none) : 0,
    ]
    return sum + Math.max(...heights) + 0.7 * type.size + 1
  }, 0)
}

/** A list in a list is set a little smaller. */
function wrapped(list: Tag): Tag {
  const attributes = { ...list.attributes, style: `font-size:0.93em;${list.attributes.style ?? ''}` }
  return { name: NESTED, classes: '  ', attributes: {}, children: [{ ...list, attributes }] }
}
