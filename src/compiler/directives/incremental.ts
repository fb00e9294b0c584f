import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::incremental` around lists: each item is a step. `<div class="incremental">`. */
export const incremental: Directive = {
  name: 'incremental',
  kinds: ['container'],
  what: 'Brings the items of its lists in one by one',
  run: ({ children, attributes, position }) => [
    boxOf('incremental', children as never, { attributes, position }),
  ],
}
