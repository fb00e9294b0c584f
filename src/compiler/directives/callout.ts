/** `:::note[Title]`: a callout as a container, for those who do not write quotes. */
import { calloutKind, calloutNames } from '../callout-kinds.ts'
import type { Container } from '../deck.ts'
import type { Directive } from './directive.ts'

export const callout: Directive = {
  name: 'callout',
  aliases: calloutNames.filter((name) => name !== 'quote'),
  kinds: ['container'],
  ownLabel: true,
  what: 'A callout: `:::note[Title]`, `:::theorem[Name]`, `:::quiz`; the same as `> [!note] Title`.',
  attributes: { title: { type: 'string', what: 'The title, where the label is not used' } },
  run(node) {
    const { name, label, attributes, children, position } = node as Container
    const { title = attributes.values.name, name: _name, ...values } = attributes.values
    return [
      {
        type: 'callout',
        kind: calloutKind(name) ?? 'note',
        title: label.length > 0 || !title ? label : [{ type: 'text', value: title }],
        children,
        position,
        data: { attributes: { ...attributes, values } },
      },
    ]
  },
}
