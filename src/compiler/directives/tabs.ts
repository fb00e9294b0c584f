/** `:::tabs` around `:::tab[Name]`: one of several shows, on paper all of them. */
import type { PhrasingContent } from 'mdast'
import { boxOf } from '../box-of.ts'
import type { Container } from '../deck.ts'
import type { Directive } from './directive.ts'

/**
 * `<div class="tabs">` of `<section class="tab">`s. The page makes tabs of them (`role="tablist"`); without scripts and on
 * paper they stand one below the other, each under its name.
 */
export const tabs: Directive = {
  name: 'tabs',
  aliases: ['panel-tabset', 'tabset'],
  kinds: ['container'],
  children: ['tab'],
  what: 'Shows one of several views, which its reader chooses',
  run: ({ children, attributes, position }) => [boxOf('tabs', children as never, { attributes, position })],
}

export const tab: Directive = {
  name: 'tab',
  kinds: ['container'],
  within: { directives: ['tabs'] },
  ownLabel: true,
  what: 'One view of `:::tabs`',
  attributes: { title: { type: 'string', what: 'Its name, where the label is not used' } },
  run(node) {
    const { label, attributes, children, position } = node as Container
    const { title, ...values } = attributes.values
    const name: PhrasingContent[] = label.length > 0 ? label : [{ type: 'text', value: title ?? '' }]
    const head = {
      type: 'paragraph' as const,
      children: name,
      position,
      data: { hProperties: { className: ['tab-name'] } },
    }
    return [boxOf('tab', [head, ...children] as never, { attributes: { ...attributes, values }, position })]
  },
}
