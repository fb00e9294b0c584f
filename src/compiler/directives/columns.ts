import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::columns` around `:::column`s: `<div class="columns">`. */
export const columns: Directive = {
  name: 'columns',
  kinds: ['container'],
  what: 'Sets its columns side by side',
  run: ({ children, attributes, position }) => [
    boxOf('columns', children as never, { attributes, position }),
  ],
}
