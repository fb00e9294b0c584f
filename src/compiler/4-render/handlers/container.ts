import type { State } from 'mdast-util-to-hast'
import type { Element } from 'hast'
import type { Container } from '../../deck.ts'

/** A container that no directive claimed (its name is unknown): its content in a plain `<div>`, its label first. */
export function container(state: State, node: Container): Element {
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: state.wrap([...labelOf(state, node), ...state.all(node as never)], true),
  }
  state.patch(node as never, element)
  return state.applyData(node as never, element) as Element
}

function labelOf(state: State, { label }: Container): Element[] {
  if (label.length === 0) return []
  const children = state.all({ type: 'paragraph', children: label })
  return [{ type: 'element', tagName: 'p', properties: { className: ['label'] }, children }]
}
