import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import '../../block-data.ts'
import type { Figure } from '../../deck.ts'

/**
 * Set a captioned image or table, or a drawing, which may go without a caption.
 *
 * Yields `<figure class="figure"><img><figcaption><span class="figure-label">Figure 1</span> …</figcaption></figure>`.
 */
export function figure(state: State, node: Figure): Element {
  const caption = state.all({ type: 'paragraph', children: node.caption } as never) as ElementContent[]
  const data = node.data as Data | undefined
  const label = data?.captionLabel
  if (label !== undefined) {
    const properties = { className: ['figure-label'] }
    const number: Element = {
      type: 'element',
      tagName: 'span',
      properties,
      children: [{ type: 'text', value: label }],
    }
    caption.unshift(number, { type: 'text', value: ' ' })
  }
  const figcaption: Element = { type: 'element', tagName: 'figcaption', properties: {}, children: caption }
  const content = state.all(node as never) as ElementContent[]
  const made = data?.hProperties?.className
  const given = Array.isArray(made) ? made.map(String) : []
  const drawn = node.children[0]?.type === 'drawing'
  const captions = caption.length > 0 ? [figcaption] : []
  const element: Element = {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['figure', ...(drawn ? ['drawing'] : []), ...given] },
    children: data?.captionSide === 'top' ? [...captions, ...content] : [...content, ...captions],
  }
  state.patch(node as never, element)
  return element
}
