import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import '../../block-data.ts'
import { classes } from '../../../shared/markup.ts'
import type { Bibliography, Cite } from '../../deck.ts'
import { contextOf } from '../state.ts'

/**
 * Set a citation.
 *
 * Yields `<span class="cite">(<span class="has-card"><a class="citation" href="#/references" data-key="k"><span>Bommasani
 * et al., 2021</span></a><span class="hover-card" role="note">the reference</span></span>)</span>`; a narrative one has no
 * outer brackets.
 */
export function cite(state: State, node: Cite): Element | ElementContent {
  const citations = (node.data as Data | undefined)?.citations
  if (!citations) return { type: 'text', value: node.value }
  const children: ElementContent[] = []
  for (const [index, { key, label, href, card }] of citations.entries()) {
    if (index > 0) children.push({ type: 'text', value: '; ' })
    const text = span([], [{ type: 'text', value: label }])
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { className: [classes.citation], href, dataKey: key, role: 'doc-biblioref' },
      children: [text],
    }
    // The card is no text of the slide: it stays out of search and of titles.
    const note = span(['hover-card'], [contextOf(state).trusted(card)])
    note.properties.role = 'note'
    children.push(span(['has-card'], [link, note]))
  }
  if (!node.narrative) {
    children.unshift({ type: 'text', value: '(' })
    children.push({ type: 'text', value: ')' })
  }
  const element = span(['cite'], children)
  state.patch(node as never, element)
  return element
}

/** Yields `<ul class="references two-columns"><li id="ref-KEY">…</li></ul>`; nothing where no work is cited. */
export function bibliography(state: State, node: Bibliography): Element | undefined {
  const { references, columns } = (node.data ?? {}) as Data
  if (!references) return undefined
  const items = references.map(({ key, html }): Element => ({
    type: 'element',
    tagName: 'li',
    properties: { id: `ref-${key.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`, dataKey: key },
    children: [contextOf(state).trusted(html)],
  }))
  const className = columns === 2 ? ['references', 'two-columns'] : ['references']
  return { type: 'element', tagName: 'ul', properties: { className }, children: items }
}

function span(className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: className.length > 0 ? { className } : {}, children }
}
