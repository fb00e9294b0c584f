import { noAttributes } from '../attributes.ts'
import type { Slide } from '../deck.ts'

/** A slide with nothing on it. */
export function newSlide(): Slide {
  return {
    type: 'slide',
    slug: '',
    title: '',
    depth: 0,
    layout: '',
    attributes: noAttributes(),
    notes: [],
    children: [],
    steps: 0,
  }
}
