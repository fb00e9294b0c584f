/** Every slide fits its stage before it is seen. */
import { fitSlide, resetFit } from '../fit/fit-slide.ts'
import type { LectureDeck } from './deck-api.ts'
import { forEachMounted } from './mounted.ts'

/**
 * To be called before the deck is initialized. Slides are fitted once, when they come, and again with new content; all
 * anew by what it gives.
 */
export function keepSlidesFitting(deck: LectureDeck): () => void {
  let fitted = new WeakSet<HTMLElement>()
  const fit = (slide: HTMLElement | undefined): void => {
    if (!slide || fitted.has(slide) || slide.clientHeight === 0) return
    fitted.add(slide)
    fitSlide(slide)
  }
  const fitCurrent = (): void => fit(deck.getCurrentSlide() as HTMLElement | undefined)
  forEachMounted((slide) => {
    fitted.delete(slide)
    resetFit(slide)
  })
  deck.on('ready', fitCurrent)
  // Before the browser paints: the slide is laid out by then, and not yet seen.
  deck.on('slidechanged', fitCurrent)
  deck.on('slidetransitionend', () => {
    for (const near of document.querySelectorAll<HTMLElement>('.slides section.slide')) fit(near)
  })
  const refit = (): void => {
    fitted = new WeakSet()
    fitCurrent()
  }
  void document.fonts.ready.then(refit)
  return refit
}
