/** Listings and formulas whose parts move from slide to slide, and where each part stands. */
import { MORPH_ATTRIBUTE, PART_ATTRIBUTE } from '../../../shared/markup.ts'

/** Where a part stands on the screen, px, and what it looks like there. */
export interface Spot {
  left: number
  top: number
  /** Of its type, px of the stage. */
  size: number
  colour: string
}

/** The listings and formulas of a slide that have such parts. */
export function figuresIn(slide: Element): HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>(`[${MORPH_ATTRIBUTE}], .katex:has([${PART_ATTRIBUTE}])`)]
}

export function figureOf(part: Element): HTMLElement | undefined {
  return part.closest<HTMLElement>(`[${MORPH_ATTRIBUTE}], .katex`) ?? undefined
}

/** The parts that hold no other part: what stands around those does not move with them. */
export function partsOf(within: Element): HTMLElement[] {
  const parts = within.querySelectorAll<HTMLElement>(`[${PART_ATTRIBUTE}]`)
  return [...parts].filter((part) => !part.querySelector(`[${PART_ATTRIBUTE}]`))
}

export function partName(part: HTMLElement): string {
  return part.getAttribute(PART_ATTRIBUTE) ?? ''
}

/** Whether a part is seen: what waits for its step is not. */
export function isSeen(part: HTMLElement): boolean {
  return part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

export function spotOf(part: HTMLElement): Spot {
  const { left, top } = part.getBoundingClientRect()
  const { fontSize, color } = getComputedStyle(part)
  return { left, top, size: Number.parseFloat(fontSize), colour: color }
}
