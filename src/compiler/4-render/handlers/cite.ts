import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { RenderedCitation } from '../../block-data.ts'
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
  const { citations, citationHtml } = (node.data ?? {}) as Data
  if (!citations) return { type: 'text', value: node.value }
  if (citationHtml !== undefined) return styled(state, node, citations, citationHtml)
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

/** A style of CSL joins its citations (`[1]–[3]`): one link around them all, and a card with every work. */
function styled(state: State, node: Cite, citations: RenderedCitation[], html: string): Element {
  const context = contextOf(state)
  const properties = {
    className: [classes.citation],
    href: citations[0]?.href ?? '',
    dataKey: citations.map(({ key }) => key).join(' '),
    role: 'doc-biblioref',
  }
  // An address inside would be a link in a link.
  const text = span([], [context.trusted(html.replace(/<\/?a\b[^>]*>/g, ''))])
  const link: Element = { type: 'element', tagName: 'a', properties, children: [text] }
  const entries = citations.map(({ card }) => span(['card-line'], [context.trusted(card)]))
  const note = span(['hover-card'], entries)
  note.properties.role = 'note'
  const element = span(['cite'], [span(['has-card'], [link, note])])
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
