/** Walks of the deck tree that several stages need. */
import type { Parents, RootContent } from 'mdast'
import type { Node, Parent } from 'unist'
import type { Deck, Slide } from './deck.ts'

/** Every node under a parent, in document order, fields beside `children` left out; `false` from the visitor leaves its children out. */
export function walk(parent: Parent, visit: (node: RootContent, parent: Parent) => boolean | void): void {
  for (const node of parent.children as RootContent[]) {
    if (visit(node, parent) !== false && 'children' in node) walk(node as Parent, visit)
  }
}

/** Every slide of the deck, in order. */
export function slidesOf(deck: Deck): Slide[] {
  return deck.children.flatMap((section) => section.children)
}

/** The lists of nodes that a slide shows: its content and its notes. */
export function flows(slide: Slide): Parent[] {
  return [slide as Parent, ...slide.notes]
}

/**
 * Puts what `replace` gives in a node's place, depth first from the top; undefined keeps the node and goes on inside.
 * What is put in is not visited again.
 */
export function replaceNodes(
  parent: Node,
  replace: (node: RootContent, index: number, parent: Parents) => RootContent[] | undefined,
): void {
  // Titles and captions are lists of their own beside the children.
  for (const key of ['children', 'title', 'caption'] as const) {
    const list = (parent as Partial<Record<typeof key, RootContent[]>>)[key]
    if (!Array.isArray(list)) continue
    for (let index = 0; index < list.length; index++) {
      const node = list[index] as RootContent
      const replaced = replace(node, index, parent as Parents)
      if (!replaced) replaceNodes(node, replace)
      else {
        list.splice(index, 1, ...replaced)
        index += replaced.length - 1
      }
    }
  }
}
