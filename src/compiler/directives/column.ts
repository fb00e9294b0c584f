import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `:::column{width=40%}` inside `:::columns`: `<div class="column" style="--width:40%">`. A bare number is a percentage. */
export const column: Directive = {
  name: 'column',
  aliases: ['col'],
  kinds: ['container'],
  what: 'One of several columns',
  attributes: {
    width: { type: 'length', what: 'Its share of the line: `40%`, `300px`', unit: '%', example: '40%' },
  },
  within: { directives: ['columns'], layouts: ['two-cols'] },
  run({ children, attributes, position }) {
    const { width, ...values } = attributes.values
    const style = width === undefined ? undefined : `--width:${width}`
    return [boxOf('column', children as never, { attributes: { ...attributes, values }, style, position })]
  },
}
