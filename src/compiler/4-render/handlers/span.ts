import type { State } from 'mdast-util-to-hast'
import type { Element } from 'hast'
import type { Span } from '../../deck.ts'

/** `[text]{.class}`: a `<span>`. */
export function span(state: State, node: Span): Element {
  const element: Element = {
    type: 'element',
    tagName: 'span',
    properties: {},
    children: state.all(node as never),
  }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}
