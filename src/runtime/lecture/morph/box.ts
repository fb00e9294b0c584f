/** The box of a listing grows or shrinks to its new size; what stands in it is not stretched. */
import { boxOf } from './ghost.ts'

/**
 * A stand-in behind the code, moved from `before` (px on the screen) to the listing's own box, which must show nothing
 * meanwhile. A formula has no box.
 */
export function boxBehind(
  figure: HTMLElement,
  before: DOMRect,
  scale: number,
  timing: KeyframeAnimationOptions,
): { element: HTMLElement; animation: Animation } | undefined {
  const own = boxOf(figure)
  if (!own.matches('pre')) return undefined
  const element = document.createElement('span')
  element.className = 'morph-box'
  const { backgroundColor, backgroundImage, border, borderRadius, boxShadow } = getComputedStyle(own)
  Object.assign(element.style, { backgroundColor, backgroundImage, border, borderRadius, boxShadow })
  figure.prepend(element)
  const from = figure.getBoundingClientRect()
  const place = ({ left, top, width, height }: DOMRect): Keyframe => ({
    left: `${(left - from.left) / scale}px`,
    top: `${(top - from.top) / scale}px`,
    width: `${width / scale}px`,
    height: `${height / scale}px`,
  })
  return { element, animation: element.animate([place(before), place(own.getBoundingClientRect())], timing) }
}
