import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Embed } from '../../deck.ts'
import { contextOf } from '../state.ts'

const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/**
 * A page of an allowed host.
 *
 * Yields `<div class="embed"><iframe data-src sandbox title><p class="embed-link"><a>`: the frame loads with its slide
 * (Reveal's `data-src`), so paper and pages without scripts ask for nothing and show the link.
 */
export function embed(state: State, node: Embed): Element {
  const { url, title, allowed } = node
  const frame = `<iframe data-src="${escape(url)}" title="${escape(title)}" sandbox="allow-scripts allow-same-origin allow-forms allow-popups" allow="fullscreen" referrerpolicy="no-referrer"></iframe>`
  const link: ElementContent = {
    type: 'element',
    tagName: url ? 'a' : 'span',
    properties: url ? { href: url } : {},
    children: [{ type: 'text', value: title }],
  }
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['embed', ...(allowed ? [] : ['embed-refused'])] },
    children: [
      ...(allowed ? [contextOf(state).trusted(frame)] : []),
      { type: 'element', tagName: 'p', properties: { className: ['embed-link'] }, children: [link] },
    ],
  }
}
