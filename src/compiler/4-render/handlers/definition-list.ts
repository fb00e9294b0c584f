import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { DefinitionDescription, DefinitionList, DefinitionTerm, Term } from '../../deck.ts'
import { withCard } from './cross-reference.ts'

/** Yields `<dl><dt>Term</dt><dd>definition</dd></dl>`. */
export function definitionList(state: State, node: DefinitionList): Element {
  return element(state, node, 'dl', state.wrap(state.all(node as never), true) as ElementContent[])
}

/** One term. */
export function definitionTerm(state: State, node: DefinitionTerm): Element {
  return element(state, node, 'dt', state.all(node as never) as ElementContent[])
}

/** What it means; a single paragraph without a blank line before it stands without `<p>`. */
export function definitionDescription(state: State, node: DefinitionDescription): Element {
  const children = state.all(node as never) as ElementContent[]
  const [only] = children
  const tight = !node.spread && children.length === 1 && only?.type === 'element' && only.tagName === 'p'
  return element(
    state,
    node,
    'dd',
    tight ? only.children : (state.wrap(children, children.length > 1) as ElementContent[]),
  )
}

/**
 * A term of the glossary where a slide uses it first.
 *
 * Yields `<span class="has-card"><dfn class="term" tabindex="0">attention</dfn><span class="hover-card">…</span></span>`.
 */
export function term(state: State, node: Term): Element {
  const dfn: Element = {
    type: 'element',
    tagName: 'dfn',
    properties: { className: ['term'], tabIndex: 0, dataTerm: node.entry.names[0] ?? '' },
    children: state.all(node as never) as ElementContent[],
  }
  return withCard(state, dfn, node.entry.card)
}

function element(state: State, node: object, tagName: string, children: ElementContent[]): Element {
  const result: Element = { type: 'element', tagName, properties: {}, children }
  state.patch(node as never, result)
  return result
}
