/** Heights of pictures, drawings and figures. */
import { elements, has, styleOf, type Tag } from './html.ts'
import { isHidden } from './kinds.ts'
import { linesOf } from './lines.ts'
import { roadmapHeight } from './roadmap.ts'
import { px } from './sizes.ts'
import { smaller, type Inside, type Place, type Type } from './type.ts'

/** Pictures and drawings give way down to this height before anything else does. */
export const LEAST_PICTURE = 180

const LEAST_DRAWING = 240

export function figureHeight(tag: Tag, type: Type, width: number, place: Place, { block }: Inside): number {
  if (has(tag, 'roadmap')) return roadmapHeight(tag, type, width)
  const parts = elements(tag).filter((child) => !isHidden(child))
  const heights = parts.map((child) => {
    if (child.name !== 'figcaption') return block(child, type, width, place)
    return linesOf(child.children, { ...type, size: smaller(type, 0.8), line: 1.35 }, width).height
  })
  return heights.reduce((sum, height) => sum + height, 0) + 0.5 * type.size * Math.max(0, parts.length - 1)
}

/** A film's own size is not known; most are 16 to 9, and without a width they are set as wide as a browser has them. */
export function filmHeight(tag: Tag, type: Type, room: number): number {
  const height = px(styleOf(tag, 'height') ?? tag.attributes.height, 606, type)
  if (height !== undefined) return height
  const width = px(styleOf(tag, 'width') ?? tag.attributes.width, room, type) ?? 300
  return (Math.min(width, room) * 9) / 16
}

export function svgHeight(tag: Tag, width: number, place: Place): number {
  const [, , across = 0, down = 0] = (tag.attributes.viewbox ?? '').split(/[\s,]+/).map(Number)
  const natural = across > 0 && down > 0 ? (down / across) * width : 300
  return Math.min(natural, place === 'inner' ? 560 : LEAST_DRAWING)
}
