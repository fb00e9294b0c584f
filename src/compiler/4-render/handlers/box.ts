import type { State } from 'mdast-util-to-hast'
import type { Element } from 'hast'
import type { Box } from '../../deck.ts'

/** A `<div>` (or `data.hName`) around its content. */
export function box(state: State, node: Box): Element {
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: state.wrap(state.all(node as never), true),
  }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}
