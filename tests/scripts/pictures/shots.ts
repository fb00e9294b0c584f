/** Screenshots that the pictures are made of. */
import type { Browser, Page } from 'playwright-core'
import { showSlide, slidesOf } from '../../support/deck-page.ts'
import type { Shot } from './canvas.ts'

/** How far apart the frames of a movement are, and how long it takes, in ms. */
const FRAME = 60
const MOVEMENT = 960

/** An opened lecture page, its furniture (arrows, bar, number) out of sight. */
export async function lecturePage(
  browser: Browser,
  url: string,
  { dark = false, scale = 1, moving = false } = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: moving ? 'no-preference' : 'reduce',
  })
  await page.goto(url)
  await page.addStyleTag({
    content: '.reveal :is(.controls, .progress, .slide-number) { display: none !important }',
  })
  return page
}

/** The slide `slug` after its last step. */
export async function slidePicture(page: Page, slug: string): Promise<Buffer> {
  const place = (await slidesOf(page)).find((one) => one.slug === slug)
  if (!place) throw new Error(`There is no slide ${slug}`)
  await showSlide(page, place, place.steps - 1)
  return page.screenshot()
}

/**
 * The steps of `slug` as they move, cut to `clip`: transitions are halted after each press and moved on by hand, so that
 * every machine takes the same frames.
 */
export async function steppingShots(
  page: Page,
  slug: string,
  clip: { x: number; y: number; width: number; height: number },
  pauses: { each: number; last: number },
): Promise<Shot[]> {
  const place = (await slidesOf(page)).find((one) => one.slug === slug)!
  await showSlide(page, place, -1)
  const shot = async (duration: number): Promise<Shot> => ({ png: await page.screenshot({ clip }), duration })
  const shots = [await shot(pauses.each)]
  for (let step = 0; step < place.steps; step++) {
    await page.keyboard.press('ArrowRight')
    for (let time = FRAME; time <= MOVEMENT; time += FRAME) {
      await page.evaluate((at) => {
        for (const animation of document.getAnimations()) {
          animation.pause()
          animation.currentTime = at
        }
      }, time)
      shots.push(await shot(FRAME))
    }
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
    shots.push(await shot(step === place.steps - 1 ? pauses.last : pauses.each))
  }
  return shots
}
