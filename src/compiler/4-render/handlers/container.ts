import type { State } from 'mdast-util-to-hast'
import type { Element } from 'hast'
import type { Container } from '../../deck.ts'

/** A container that no directive claimed (its name is unknown): its content in a plain `<div>`. */
export function container(state: State, node: Container): Element {
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: state.wrap(state.all(node as never), true),
  }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}
