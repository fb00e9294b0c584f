/** Reveal's API as the lecture uses it; its own types lack some of these methods. */
import type { RevealApi } from 'reveal.js'

export interface LectureDeck extends Omit<RevealApi, 'getIndices' | 'slide'> {
  getIndices(slide?: HTMLElement): { h: number; v: number; f?: number }
  slide(horizontal?: number, vertical?: number, fragment?: number): void
  toggleJumpToSlide(override?: boolean): void
  isOverlayOpen(): boolean
}

/** Data of Reveal's `beforeslidechange`; where no vertical index was asked for, the current one stands in. */
export interface SlideChangeEvent extends Event {
  indexh: number
  indexv: number
}
