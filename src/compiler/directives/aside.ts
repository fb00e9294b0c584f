import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::aside`: a remark at the slide's foot. `<aside class="remark">`. */
export const aside: Directive = {
  name: 'aside',
  aliases: ['footer'],
  kinds: ['container'],
  what: 'A remark at the foot of the slide',
  run: ({ children, attributes, position }) => [
    boxOf('remark', children as never, { hName: 'aside', attributes, position }),
  ],
}
