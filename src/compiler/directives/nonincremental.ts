import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::nonincremental` around lists that show at once in a deck with `incremental: true`. */
export const nonincremental: Directive = {
  name: 'nonincremental',
  kinds: ['container'],
  what: 'Shows the items of its lists at once where the deck says `incremental: true`',
  run: ({ children, attributes, position }) => [
    boxOf('nonincremental', children as never, { attributes, position }),
  ],
}
