/** Walks everything a slide holds, notes, captions, titles and a roadmap's stops included. */
import type { Node } from 'unist'
import type { Deck, Slide } from '../deck.ts'
import type { MathNode } from '../tex.ts'

/** Calls `visit` for each node of the deck in reading order, with the slide it stands on. */
export function eachNode(deck: Deck, visit: (node: Node, slide: Slide) => void): void {
  for (const section of deck.children) {
    for (const slide of section.children) walk(slide, (node) => visit(node, slide))
  }
}

/** Calls `visit` for each formula of the deck in reading order. */
export function eachFormula(deck: Deck, visit: (node: MathNode, slide: Slide) => void): void {
  eachNode(deck, (node, slide) => {
    if (node.type === 'math' || node.type === 'inlineMath') visit(node as MathNode, slide)
  })
}

/** Whether a formula is set on lines of its own. */
export function isDisplay(node: MathNode): boolean {
  return node.type === 'math' || node.display === true
}

// Content also stands in `label`, `caption`, `title` and the stops of a road. No array is made on the way: this runs
// over every node of the deck.
function walk(value: object, visit: (node: Node) => void): void {
  if ('type' in value) visit(value as Node)
  for (const key in value) {
    const child: unknown = (value as Record<string, unknown>)[key]
    if (key === 'data' || !Array.isArray(child)) continue
    for (const item of child) if (typeof item === 'object' && item !== null) walk(item as object, visit)
  }
}
