/** Makes what a slide holds fit its stage, in the page: closer, then smaller, as far as it must. */
import { fitLines } from './fit-lines.ts'
import {
  FIT_ATTRIBUTE,
  FIT_STEPS,
  FOOT,
  NARROW_ATTRIBUTE,
  STEP_COUNT,
  fitProperties,
} from '../../shared/fit.ts'

/** Set while a slide is measured: nothing on it stands moved away. */
const MEASURING = 'data-measuring'

/**
 * Sets `slide` as close and small as it needs, never more: begins with what the compiler guessed and goes up or down
 * from there. Does nothing to a slide that fits as it is, that scrolls, or whose author wants to know of it.
 */
export function fitSlide(slide: HTMLElement): void {
  const written = slide.getAttribute(FIT_ATTRIBUTE)
  fitLines(slide)
  if (written === 'scroll' || written === 'error') return
  if (written === null && !overflows(slide)) return
  slide.setAttribute(MEASURING, '')
  narrowFormulas(slide)
  let low = 0
  let high = STEP_COUNT - 1
  const guess = Number(written) || 0
  const fits = (step: number): boolean => {
    applyStep(slide, step)
    return !overflows(slide)
  }
  if (fits(guess)) high = guess
  else low = guess + 1
  // The least step that fits; most guesses are off by one at most.
  if (high === guess && guess > 0) {
    if (fits(guess - 1)) high = guess - 1
    else low = guess
  }
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(middle)) high = middle
    else low = middle + 1
  }
  // A tall formula gets smaller before all words get too small to be read.
  if (low >= FIT_STEPS.length) {
    applyStep(slide, FIT_STEPS.length - 1)
    if (shrinkFormulas(slide)) low = FIT_STEPS.length - 1
  }
  applyStep(slide, low)
  if (overflows(slide)) slide.setAttribute(NARROW_ATTRIBUTE, '')
  slide.removeAttribute(MEASURING)
}

/** Takes back what `fitSlide` has done, and does what the compiler guessed. */
export function resetFit(slide: HTMLElement): void {
  const guess = Number(slide.getAttribute(FIT_ATTRIBUTE))
  slide.removeAttribute(NARROW_ATTRIBUTE)
  if (guess > 0) applyStep(slide, guess)
}

function applyStep(slide: HTMLElement, step: number): void {
  for (const name of ['--fit-type', '--fit-space', '--fit-line', '--fit-floor'])
    slide.style.removeProperty(name)
  if (step === 0) {
    slide.removeAttribute(FIT_ATTRIBUTE)
    return
  }
  slide.setAttribute(FIT_ATTRIBUTE, String(step))
  for (const [name, value] of Object.entries(fitProperties(step))) slide.style.setProperty(name, value)
}

/** Whether something of the slide lies outside of its stage, or outside of a box of its own. */
export function overflows(slide: HTMLElement): boolean {
  if (slide.clientHeight === 0 || !mayOverflow(slide)) return false
  if (slide.hasAttribute(MEASURING)) return true
  // Once more without what only moves: steps that slide in stand aside until they come.
  slide.setAttribute(MEASURING, '')
  const over = mayOverflow(slide)
  slide.removeAttribute(MEASURING)
  return over
}

/** Boxes that may give way to what stands beside them, so that their own content leaves them. */
const BOXES = 'pre, .table-wrap, .column, .figure:not(.drawing, .diagram, .roadmap), .katex-display'
/** How far formulas reach over their box, in px. */
const INK = 24

function mayOverflow(slide: HTMLElement): boolean {
  const { clientHeight, clientWidth, scrollHeight, scrollWidth } = slide
  if (scrollHeight > clientHeight || scrollWidth > clientWidth + 1) return true
  if (lowest(slide) > clientHeight - Number.parseFloat(getComputedStyle(slide).paddingBottom) * (1 - FOOT))
    return true
  for (const box of slide.querySelectorAll<HTMLElement>(BOXES)) {
    if (box.clientHeight === 0) continue
    const ink = box.matches('pre, .table-wrap') ? 2 : INK
    if (box.scrollHeight > box.clientHeight + ink && !box.matches('.katex-display')) return true
    if (box.scrollWidth > box.clientWidth + 2) return true
  }
  for (const image of slide.querySelectorAll('img')) {
    // One that does not show at all, as on paper what has faded out, is not crushed.
    const shown = image.clientHeight > 0 || image.checkVisibility()
    if (shown && image.clientHeight < LEAST_IMAGE && image.naturalHeight > LEAST_IMAGE && isCrushed(image))
      return true
  }
  return false
}

/** Where the last block in the flow of the slide ends, in px from its upper edge. */
function lowest(slide: HTMLElement): number {
  let lowest = 0
  for (const child of slide.children) {
    if (!(child instanceof HTMLElement) || child.offsetParent !== slide) continue
    if (getComputedStyle(child).position === 'absolute') continue
    lowest = Math.max(lowest, child.offsetTop + child.offsetHeight)
  }
  return lowest
}

/** What gives way to words beside it, further than it can be seen. */
const LEAST_IMAGE = 64

/** An author may want it small: then it is as small as it was told to be. */
function isCrushed(image: HTMLImageElement): boolean {
  const { width, height } = image.style
  return (
    width === '' &&
    height === '' &&
    image.closest('.furniture, .roadmap, li, td, th, .visually-hidden') === null
  )
}

/** Whether the formulas of the slide could give up the height that is missing. */
function shrinkFormulas(slide: HTMLElement): boolean {
  const formulas = [...slide.querySelectorAll<HTMLElement>('.katex-display')]
  const before = formulas.map(({ style }) => style.fontSize)
  for (let factor = 0.95; factor >= 0.4 && formulas.length > 0; factor -= 0.05) {
    for (const [index, { style }] of formulas.entries())
      style.fontSize = `${(Number.parseFloat(before[index]!) || 1) * factor}em`
    if (!overflows(slide)) return true
  }
  for (const [index, { style }] of formulas.entries()) style.fontSize = before[index]!
  return false
}

/** A formula wider than its place gets smaller by itself; nothing else on the slide has to. */
function narrowFormulas(slide: HTMLElement): void {
  for (const formula of slide.querySelectorAll<HTMLElement>('.katex-display')) {
    const place = formula.parentElement
    formula.style.fontSize = '1em'
    const { scrollWidth, clientWidth } = formula
    if (!place || clientWidth === 0 || scrollWidth <= clientWidth + 1) continue
    const size = Math.max(0.4, Math.floor((clientWidth / scrollWidth) * 100) / 100)
    formula.style.fontSize = `${size}em`
  }
}
