import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::fragment{.fade-up index=2}`: its content comes in as one step, with Reveal's effect classes. */
export const fragment: Directive = {
  name: 'fragment',
  kinds: ['container'],
  what: 'Brings its content in as one step',
  attributes: { index: { type: 'number', what: 'Its place in the order of steps' } },
  run: ({ children, attributes, position }) => [
    boxOf('fragment-box', children as never, {
      attributes: { ...attributes, classes: [...new Set(['fragment', ...attributes.classes])] },
      position,
    }),
  ],
}
