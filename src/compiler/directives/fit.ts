import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::fit`: its text as large as the line is long. `<div class="fit">`. */
export const fit: Directive = {
  name: 'fit',
  aliases: ['r-fit-text'],
  kinds: ['container'],
  what: 'Sets its text as large as the line allows',
  run: ({ children, attributes, position }) => [boxOf('fit', children as never, { attributes, position })],
}
