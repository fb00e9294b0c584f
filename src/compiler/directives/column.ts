import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/**
 * `:::column{width=40%}` inside `:::columns`: `<div class="column" style="--width:40%">`. A bare number is a percentage.
 * Reports `attribute-value` for a width that is no length.
 */
export const column: Directive = {
  name: 'column',
  aliases: ['col'],
  kinds: ['container'],
  what: 'One of several columns',
  attributes: { width: { type: 'length', what: 'Its share of the line: `40%`, `300px`' } },
  run({ children, attributes, position }, _slide, context) {
    const { width, ...values } = attributes.values
    let style: string | undefined
    if (width !== undefined) {
      const length = /^\d+(?:\.\d+)?$/.test(width) ? `${width}%` : width
      if (/^\d+(?:\.\d+)?(?:%|px|em|rem|fr|vw|ch)$/.test(length)) style = `--width:${length}`
      else {
        const reason = `\`width=${width}\` is no length`
        context.report('attribute-value', position, reason, { fix: 'Write a share such as `width=40%`.' })
      }
    }
    return [boxOf('column', children as never, { attributes: { ...attributes, values }, style, position })]
  },
}
