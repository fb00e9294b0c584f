/** An opened lecture page as a lecturer sees it: where it stands, and what shows. */
import type { Page } from 'playwright-core'

/** Slug of the slide on screen and the fragment shown last (-1: none yet). */
export interface Standing {
  slug: string
  fragment: number
}

interface LecternWindow {
  lectern?: {
    ready: Promise<void>
    deck: {
      getCurrentSlide(): Element
      getIndices(): { f?: number }
      isOverview(): boolean
      isPaused(): boolean
    }
    manifest: { slides: { slug: string; steps: number }[] }
  }
}

/** Opens the page and waits until the deck can be used. */
export async function openLecture(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => Boolean((window as unknown as LecternWindow).lectern))
  await page.evaluate(() => (window as unknown as LecternWindow).lectern!.ready)
}

export async function standing(page: Page): Promise<Standing> {
  return page.evaluate(() => {
    const { deck } = (window as unknown as LecternWindow).lectern!
    return { slug: deck.getCurrentSlide().id, fragment: deck.getIndices().f ?? -1 }
  })
}

/** Where each press leads, in order. */
export async function press(page: Page, ...keys: string[]): Promise<Standing[]> {
  const places: Standing[] = []
  for (const key of keys) {
    await page.keyboard.press(key)
    places.push(await standing(page))
  }
  return places
}

/** Slugs and steps in the order of the deck. */
export async function outlineOf(page: Page): Promise<{ slug: string; steps: number }[]> {
  return page.evaluate(() =>
    (window as unknown as LecternWindow).lectern!.manifest.slides.map(({ slug, steps }) => ({ slug, steps })),
  )
}

export async function deckIs(page: Page, state: 'isOverview' | 'isPaused'): Promise<boolean> {
  return page.evaluate((name) => (window as unknown as LecternWindow).lectern!.deck[name](), state)
}

/** How many fragments of the current slide show. */
export async function shownFragments(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (window as unknown as LecternWindow)
        .lectern!.deck.getCurrentSlide()
        .querySelectorAll('.fragment.visible').length,
  )
}
