import type { State } from 'mdast-util-to-hast'
import type { Element } from 'hast'
import type { LeafDirective } from '../../deck.ts'

/** A leaf that no directive claimed (its name is unknown): its label in a paragraph. */
export function leafDirective(state: State, node: LeafDirective): Element | undefined {
  const children = state.all(node as never)
  if (children.length === 0) return undefined
  const element: Element = { type: 'element', tagName: 'p', properties: {}, children }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}
