/**
 * What stands around a slide, the canvas and the controls, takes its colours from the slide. The body is told what the
 * slide is: a rule that asked for it (`body:has(…)`) would look through the whole deck whenever Reveal changes anything.
 */
import type { LectureDeck } from './deck-api.ts'
import { forEachMounted } from './mounted.ts'

/** Classes of the body, and the slides that give it them. */
const KINDS = {
  'around-filled': '.filled',
  'around-dark': '.on-dark',
  'around-picture': '.layout-full, .layout-image-right:has(> .layout-media)',
}

/** Keeps the body's classes those of the current slide. */
export function followSurroundings(deck: LectureDeck): void {
  const follow = (): void => {
    const slide = deck.getCurrentSlide() as HTMLElement | undefined
    for (const [name, slides] of Object.entries(KINDS))
      document.body.classList.toggle(name, slide?.matches(slides) ?? false)
  }
  deck.on('ready', follow)
  deck.on('slidechanged', follow)
  forEachMounted((slide) => {
    if (slide === deck.getCurrentSlide()) follow()
  })
}
