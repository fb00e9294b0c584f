/** Walks over mdast, fields beside `children` left out. */
import type { Parent } from 'unist'
import type { RootContent } from 'mdast'
import type { Deck, Slide } from './deck.ts'

/** Every node under a parent, in document order; `false` from the visitor leaves its children out. */
export function walk(parent: Parent, visit: (node: RootContent, parent: Parent) => boolean | void): void {
  for (const node of parent.children as RootContent[]) {
    if (visit(node, parent) !== false && 'children' in node) walk(node as Parent, visit)
  }
}

/** Every slide of the deck, in order. */
export function slidesOf(deck: Deck): Slide[] {
  return deck.children.flatMap((section) => section.children)
}
