/** A deck as the browser tests' setup built it, most often the flagship, opened once and walked through slide by slide. */
import { inject } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { showSlide, slidesOf, type SlidePlace } from './deck-page.ts'
import { fileUrl } from './site.ts'

export const flagshipUrl = (): string => `${fileUrl(inject('site'))}foundation-models/index.html`

export interface Flagship {
  page: Page
  places: SlidePlace[]
}

/**
 * Opens the lecture on a stage of 1280 × 720 px, so that px of the page are px of the stage. `LECTERN_SLIDE=slug,slug`
 * in the environment keeps the walk to these slides.
 */
export async function openFlagship(browser: Browser): Promise<Flagship> {
  return openDeck(browser, 'foundation-models')
}

/** The same for any deck of the site. */
export async function openDeck(browser: Browser, name: string): Promise<Flagship> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await page.goto(`${fileUrl(inject('site'))}${name}/index.html`)
  const places = await slidesOf(page)
  const wanted = wantedSlides()
  return { page, places: wanted ? places.filter(({ slug }) => wanted.includes(slug)) : places }
}

/** The slugs that `LECTERN_SLIDE` names. */
export function wantedSlides(): string[] | undefined {
  return process.env.LECTERN_SLIDE?.split(',')
}

/** Calls back in every state of every slide: before the first step (-1), then after each. */
export async function eachState(
  { page, places }: Flagship,
  look: (place: SlidePlace, step: number) => Promise<void>,
): Promise<void> {
  for (const place of places)
    for (let step = -1; step < place.steps; step++) {
      await showSlide(page, place, step)
      await look(place, step)
    }
}
