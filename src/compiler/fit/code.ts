/** Heights of code. */
import { LEAST_TYPE } from '../../shared/fit.ts'
import { greatest } from '../greatest.ts'
import { elements, has, textOf, type Tag } from './html.ts'
import { allOf, isHidden } from './kinds.ts'
import { textWidth } from './metrics.ts'
import { smaller, type Inside, type Type } from './type.ts'

export function codeBlockHeight(tag: Tag, type: Type, width: number, { block }: Inside): number {
  return elements(tag).reduce(
    (sum, child) =>
      sum +
      (has(child, 'code-title')
        ? 0.78 * type.size * 2
        : isHidden(child)
          ? 0
          : block(child, type, width, 'inner')),
    0,
  )
}

export function codeHeight(tag: Tag, type: Type, width: number): number {
  const texts = textOf(tag).replace(/\n$/, '').split('\n')
  const marked = allOf(tag, (one) => has(one, 'line')).length
  const count = marked || texts.length
  const [scale, line] = marked >= 20 ? [0.6, 1.3] : marked >= 15 ? [0.72, 1.35] : [0.8, 1.42]
  const { code } = type.metrics
  // Systems that set letters on whole px make them a little wider.
  const widths = texts.map((text) => textWidth(text, code) * 1.025)
  const most = greatest(widths)
  // A long line makes the type smaller first, then it goes on in the next.
  const size = Math.min(smaller(type, scale), Math.max(LEAST_TYPE, width / (most + 2.5)))
  const room = Math.max(1, width / size - 2.2)
  const lines = widths.reduce((sum, one) => sum + Math.max(1, Math.ceil(one / room)), 0)
  return Math.max(lines, count) * line * size + 1.6 * type.space * size
}

/** Code whose long lines go on in the next. */
export function brokenCodeHeight(tag: Tag, type: Type, width: number): number {
  const size = smaller(type, 0.72)
  const lines = allOf(tag, (one) => has(one, 'line')).reduce((sum, line) => {
    const length = (textWidth(textOf(line), type.metrics.code) + 3.2) * size
    return sum + Math.max(1, Math.ceil(length / width))
  }, 0)
  return lines * 1.42 * size + 1.6 * type.space * size
}
