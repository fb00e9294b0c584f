/** What holds at a place of the slide, and what the parts of the estimate ask of each other. */
import type { Tag } from './html.ts'
import type { FontName, ThemeMetrics } from './metrics.ts'

/** What holds at a place of the slide; lengths in px. */
export interface Type {
  metrics: ThemeMetrics
  size: number
  /** Height of a line as a multiple of the size. */
  line: number
  font: FontName
  /** Factor of the space between items, rows and lines of code. */
  space: number
  /** Small words get no smaller than this, in px; 0 at the theme's own sizes. */
  floor: number
  /** Whether tables are of names, set small. */
  named?: boolean
  /** What else turns out on the way; one object for a whole slide. */
  found: { wide: boolean; formula: number }
}

/** Where a block stands: pictures give way on the slide and in columns, not inside lists and boxes. */
export type Place = 'slide' | 'column' | 'inner'

/** What a block with blocks in it asks of `blocks.ts`; passed in, so that no file needs one that needs it. */
export interface Inside {
  /** The height of what stands in `tag`: its lines and blocks, with `gap` between two of them. */
  flow(
    tag: Tag,
    type: Type,
    width: number,
    place: Place,
    gap: (before: Tag | string, after: Tag | string) => number,
  ): number
  /** The height of one block with its own paddings, without what stands around it. */
  block(tag: Tag, type: Type, width: number, place: Place): number
  /** What `tell` says of `tag`, once for each size and width. */
  remembered(tag: Tag, type: Type, width: number, place: Place, tell: (type: Type) => number): number
}

export const none = (): number => 0

/** A size of its own inside `type`, never less than what can be read. */
export function smaller(type: Type, factor: number): number {
  const size = factor * type.size
  return size < type.floor ? Math.max(size, Math.min(type.floor, type.size)) : size
}
