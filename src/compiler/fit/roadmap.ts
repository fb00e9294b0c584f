/** The height of a road with its stops, as `runtime/styles/roadmap.css` has it. Lengths in px. */
import { has, styleOf, type Tag } from './html.ts'
import { allOf } from './kinds.ts'
import { linesOf } from './lines.ts'
import type { Type } from './type.ts'

/** A road called up again shows one stop with its words. */
const SMALL = 155
/** Free space at both sides of a stop's words. */
const SIDES = 16

/**
 * Each row of the road is a lane with words below it; by turns above and below it on stems, where the compiler planned so
 * (`roadmap-alternate`).
 */
export function roadmapHeight(tag: Tag, type: Type, width: number): number {
  if (has(tag, 'roadmap-small')) return SMALL
  const several = has(tag, 'roadmap-rows')
  const alternate = has(tag, 'roadmap-alternate')
  const [lane, stem, between] = several ? [50, 18, 46] : [72, 56, 46]
  const columns = Number(/repeat\((\d+)/.exec(styleOf(tag, '--columns') ?? '')?.[1]) || 1
  const room = ((several ? width - 72 : width) / columns) * (alternate ? 2 : 1) - SIDES
  const sizes = ['--label', '--sublabel', '--date'].map((name) =>
    Number.parseFloat(styleOf(tag, name) ?? '24'),
  )
  const rows = new Map<string, { above: number; below: number }>()
  for (const stop of allOf(tag, (one) => has(one, 'roadmap-stop'))) {
    const row = styleOf(stop, '--row') ?? '1'
    const highest = rows.get(row) ?? { above: 0, below: 0 }
    const words = wordsHeight(stop, type, room, sizes) + (alternate ? stem + 4 : 0)
    if (alternate && has(stop, 'roadmap-above')) highest.above = Math.max(highest.above, words)
    else {
      const free = several && !has(stop, 'roadmap-last-row') ? between : 0
      highest.below = Math.max(highest.below, words + free)
    }
    rows.set(row, highest)
  }
  return [...rows.values()].reduce((sum, { above, below }) => sum + above + lane + below, 0)
}

function wordsHeight(stop: Tag, type: Type, width: number, sizes: readonly number[]): number {
  const line = 1.25
  const parts = ['roadmap-label', 'roadmap-sublabel', 'roadmap-date'].map((name, index) => {
    const [part] = allOf(stop, (one) => has(one, name))
    const own: Type = {
      ...type,
      size: sizes[index]!,
      line: index === 0 ? 1.15 : line,
      font: index < 2 ? 'bold' : 'text',
    }
    return part ? linesOf(part.children, own, width).height : 0
  })
  const [more] = allOf(stop, (one) => has(one, 'roadmap-more'))
  const told = more ? 10 + linesOf(more.children, { ...type, size: 24, line: 1.35 }, width).height : 0
  const shown = parts.filter((height) => height > 0).length + (more ? 1 : 0)
  return parts.reduce((sum, height) => sum + height, told) + 0.1 * type.size * Math.max(0, shown - 1)
}
