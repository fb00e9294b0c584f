/** Makes what a slide holds fit its stage, in the page: closer, then smaller, as far as it must. */
import { FIT_ATTRIBUTE, FIT_STEPS, FOOT, STEP_COUNT, fitProperties } from '../../shared/fit.ts'

/** Set while a slide is measured: nothing on it stands moved away. */
const MEASURING = 'data-measuring'
/** On a slide whose tables break words rather than lose them. */
const NARROW = 'data-fit-narrow'

/**
 * Sets `slide` as close and small as it needs, never more: begins with what the compiler guessed and goes up or down
 * from there. Does nothing to a slide that fits as it is, that scrolls, or whose author wants to know of it.
 */
export function fitSlide(slide: HTMLElement): void {
  const written = slide.getAttribute(FIT_ATTRIBUTE)
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
  if (overflows(slide)) slide.setAttribute(NARROW, '')
  slide.removeAttribute(MEASURING)
}

/** Takes back what `fitSlide` has done, and does what the compiler guessed. */
export function resetFit(slide: HTMLElement): void {
  const guess = Number(slide.getAttribute(FIT_ATTRIBUTE))
  slide.removeAttribute(NARROW)
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
  const { clientHeight, clientWidth } = slide
  if (clientHeight === 0) return false
  if (slide.scrollHeight > clientHeight || slide.scrollWidth > clientWidth + 1) {
    if (!slide.hasAttribute(MEASURING)) return measured(slide)
    const free = Number.parseFloat(getComputedStyle(slide).paddingBottom) * FOOT
    if (slide.scrollHeight > clientHeight + free || slide.scrollWidth > clientWidth + 1) return true
  }
  for (const box of slide.querySelectorAll<HTMLElement>('pre, .table-wrap, .column, .figure'))
    if (
      box.clientHeight > 0 &&
      (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)
    )
      return true
  for (const image of slide.querySelectorAll('img'))
    if (image.clientHeight < LEAST_IMAGE && image.naturalHeight > LEAST_IMAGE && isCrushed(image)) return true
  return false
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

/** Once more without what only moves: steps that slide in stand aside until they come. */
function measured(slide: HTMLElement): boolean {
  slide.setAttribute(MEASURING, '')
  const over = overflows(slide)
  slide.removeAttribute(MEASURING)
  return over
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
    const { scrollWidth, clientWidth } = formula
    if (!place || clientWidth === 0 || scrollWidth <= clientWidth + 1) continue
    const size = Math.max(0.4, Math.floor((clientWidth / scrollWidth) * 100) / 100)
    formula.style.fontSize = `${size}em`
  }
}
