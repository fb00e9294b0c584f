/** Moves about in an opened lecture page, for tests and scripts. */
import type { Page } from 'playwright-core'

export interface SlidePlace {
  slug: string
  /** Index in the deck. */
  index: number
  /** Reveal's indices. */
  h: number
  v: number
  steps: number
}

interface RevealDeck {
  getIndices(slide: Element): { h: number; v: number }
  slide(h: number, v: number, f?: number): void
  isReady(): boolean
}

/** Every slide of the deck with its place, read from the manifest; waits until the deck is ready. */
export async function slidesOf(page: Page): Promise<SlidePlace[]> {
  await page.waitForFunction(() => Boolean((window as unknown as { lectern?: unknown }).lectern))
  return page.evaluate(async () => {
    const { lectern } = window as unknown as {
      lectern: {
        deck: RevealDeck
        ready: Promise<unknown>
        manifest: { slides: { slug: string; steps: number }[] }
      }
    }
    await lectern.ready
    await document.fonts.ready
    return lectern.manifest.slides.map(({ slug, steps }, index) => {
      const { h, v } = lectern.deck.getIndices(document.getElementById(slug)!)
      return { slug, index, h: h ?? 0, v: v ?? 0, steps }
    })
  })
}

/** Shows a slide with fragments up to `fragment` (-1: none) and waits until nothing moves. */
export async function showSlide(page: Page, place: SlidePlace, fragment: number): Promise<void> {
  await page.evaluate(
    ([h, v, f]) => (window as unknown as { lectern: { deck: RevealDeck } }).lectern.deck.slide(h!, v!, f!),
    [place.h, place.v, fragment],
  )
  await page.evaluate(async () => {
    await Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('section.present img')].map((image) =>
        image.decode().catch(() => undefined),
      ),
    )
    await Promise.race([
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
      new Promise((done) => setTimeout(done, 1500)),
    ])
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
}
