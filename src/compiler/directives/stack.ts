import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::stack`: its blocks lie over one another, for pictures that replace each other. `<div class="stack">`. */
export const stack: Directive = {
  name: 'stack',
  aliases: ['r-stack'],
  kinds: ['container'],
  what: 'Lays its blocks over one another',
  run: ({ children, attributes, position }) => [boxOf('stack', children as never, { attributes, position })],
}
