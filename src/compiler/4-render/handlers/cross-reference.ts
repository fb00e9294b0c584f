import type { Element, ElementContent } from 'hast'
import type { PhrasingContent } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'
import type { CrossReference, EquationReference } from '../../deck.ts'

/**
 * Link to what a reference names.
 *
 * Yields `<span class="has-card"><a class="cross-reference" href="#/SLUG" data-key="fig-x">Figure 3</a><span
 * class="hover-card" role="note">…</span></span>`, several parted by commas.
 */
export const crossReference: Handler = (state: State, node: CrossReference): ElementContent[] => {
  return node.items.flatMap(({ key, label, before, after, slug, step, card }, index) => {
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: {
        className: ['cross-reference'],
        href: `#/${slug}${step === undefined ? '' : `/${step}`}`,
        dataKey: key,
      },
      children: [{ type: 'text', value: label }],
    }
    const parts: ElementContent[] = [withCard(state, link, card)]
    if (index > 0 || before !== '')
      parts.unshift({ type: 'text', value: `${index > 0 ? ', ' : ''}${before}` })
    if (after !== '') parts.push({ type: 'text', value: after })
    return parts
  })
}

/** An element and the card that comes when it is pointed at or focused. */
export function withCard(state: State, element: Element, card: PhrasingContent[]): Element {
  const note: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['hover-card'], role: 'note' },
    children: state.all({ type: 'paragraph', children: card }),
  }
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['has-card'] },
    children: [element, note],
  }
}

/** A label that no equation has shows as it was written. */
export const equationReference: Handler = (_state: State, node: EquationReference): ElementContent => {
  const source = `\\${node.bare ? 'ref' : 'eqref'}{${node.label}}`
  const children: ElementContent[] = [{ type: 'text', value: source }]
  return { type: 'element', tagName: 'code', properties: { className: ['reference-error'] }, children }
}
