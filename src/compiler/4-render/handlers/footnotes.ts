import type { Element, ElementContent } from 'hast'
import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import '../../block-data.ts'
import type { Footnotes } from '../../deck.ts'
import { interfaceWord } from '../../interface-words.ts'
import { contextOf } from '../state.ts'

/** Yields `<sup class="footnote-ref"><a href="#SLUG-fn-1" role="doc-noteref">1</a></sup>`. */
export function footnoteReference(state: State, node: FootnoteReference): Element {
  const footnote = node.data?.footnote
  const label = String(footnote?.number ?? node.label ?? node.identifier)
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#${footnote?.id ?? ''}`,
      role: 'doc-noteref',
      ariaDescribedBy: footnote ? [footnote.id] : undefined,
    },
    children: [{ type: 'text', value: label }],
  }
  const element: Element = {
    type: 'element',
    tagName: 'sup',
    properties: { className: ['footnote-ref'] },
    children: footnote ? [link] : link.children,
  }
  state.patch(node, element)
  return element
}

/** Yields `<div class="footnotes" role="doc-endnotes"><ol><li id="SLUG-fn-1">…</li></ol></div>`: never a section. */
export function footnotes(state: State, node: Footnotes): Element {
  const items = (node.children as FootnoteDefinition[]).map((definition): Element => {
    const children = state.all(definition) as ElementContent[]
    const [only] = children
    const single =
      children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : undefined
    const properties = { id: definition.data?.footnote?.id }
    return { type: 'element', tagName: 'li', properties, children: single ?? state.wrap(children, true) }
  })
  const label = interfaceWord('footnotes', contextOf(state).facts.lang)
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: label },
    children: [{ type: 'element', tagName: 'ol', properties: {}, children: items }],
  }
}

/** A definition shows nothing where it was written. */
export function footnoteDefinition(): undefined {
  return undefined
}
