/** A place for what was made without one, so that whatever is said about it names a line. */
import type { Node, Position } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/** Lists of a node that hold what is shown. */
const lists = ['children', 'title', 'caption', 'label', 'sublabel', 'text', 'stops', 'notes'] as const

/**
 * Gives each node of a slide without a place that of what it stands in: nodes that plugins, directives and steps have
 * made, and those of the front matter.
 */
export function places(deck: Deck, { facts }: Context): void {
  const top = facts.places.title ?? { line: 1, column: 1 }
  for (const slide of slidesOf(deck)) place(slide, slide.position ?? { start: top, end: top })
}

function place(parent: object, around: Position): void {
  for (const name of lists) {
    const list = (parent as Partial<Record<typeof name, unknown>>)[name]
    if (!Array.isArray(list)) continue
    for (const one of list as Node[]) {
      // A stop of a road is no node, but holds some.
      if ('type' in one) one.position ??= around
      place(one, one.position ?? around)
    }
  }
}
