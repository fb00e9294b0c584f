import type { State } from 'mdast-util-to-hast'
import type { Element, ElementContent } from 'hast'
import type { Box } from '../../deck.ts'

const inline = new Set(['a', 'code', 'em', 'img', 'mark', 'span', 'strong', 'sub', 'sup'])

/** A `<div>` (or `data.hName`) around its content; words get no lines of their own, which would part them. */
export function box(state: State, node: Box): Element {
  const children = state.all(node as never)
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: isInline(children) ? children : state.wrap(children, true),
  }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}

function isInline(nodes: readonly ElementContent[]): boolean {
  return (
    nodes.length > 0 &&
    nodes.every((node) => node.type === 'text' || (node.type === 'element' && inline.has(node.tagName)))
  )
}
