/** Figures that a reader turns: in the lecture, in the review, and not on paper. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { openReview } from '../support/review.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}foundation-models/`
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const words = (page: Page): Promise<string> =>
  page.$eval('#frontier figure > svg', (svg) => svg.textContent!.replace(/\s+/g, ' '))

const shownSlide = (page: Page): Promise<string> => page.$eval('section.slide.present', (slide) => slide.id)

async function lecture(fragment: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await page.goto(`${deck}index.html`)
  const place = (await slidesOf(page)).find(({ slug }) => slug === 'frontier')!
  await showSlide(page, place, fragment)
  return page
}

test('pointing at the drawing shows its control; turning it draws anew, and steps stay as they are', async () => {
  const page = await lecture(1)
  const control = page.locator('#frontier input[type="range"]')
  const shown = () => page.$eval('#frontier .figure-controls', (box) => getComputedStyle(box).opacity)
  expect(await shown()).toBe('0')
  await page.hover('#frontier figure > svg')
  await expect.poll(shown).toBe('1')
  expect(await words(page)).toContain('5.88 × 10²³ FLOP')
  await control.fill('0')
  expect(await words(page)).toContain('1 × 10²³ FLOP')
  expect(await words(page)).toContain('76Bon 220B tokens')
  expect(await page.textContent('#frontier output')).toBe('1 × 10²³ FLOP')
  const steps = await page.$$eval('#frontier figure .fragment', (all) =>
    all.map((step) => step.classList.contains('visible')),
  )
  expect(steps).toEqual([true, true, false])
  await page.close()
})

test('arrows turn it; a clicker goes on', async () => {
  const page = await lecture(2)
  await page.locator('#frontier input[type="range"]').focus()
  await page.keyboard.press('ArrowRight')
  expect(await words(page)).toContain('1 × 10²⁴ FLOP')
  expect(await shownSlide(page)).toBe('frontier')
  await page.keyboard.press('PageDown')
  await expect.poll(() => shownSlide(page)).toBe('rounding')
  await page.close()
})

test('in the review it stands below, and the text twin follows', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await openReview(page, '#mirage')
  const control = page.locator('#mirage input[type="range"]')
  expect(await control.isVisible()).toBe(true)
  const twin = () => page.textContent('#mirage .figure-twin p')
  expect(await twin()).toContain('at 30 tokens from 0.6% at 1B to 59% at 100B')
  await control.fill('6')
  expect(await twin()).toContain('at 60 tokens')
  expect(await page.$$eval('#mirage th', (cells) => cells.map((cell) => cell.textContent))).toContain(
    'All of 60 right',
  )
  await page.close()
})

test('paper and readers without scripts have the first drawing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const path of ['print/index.html', 'review/index.html']) {
    await page.goto(deck + path)
    expect(await page.locator('.figure-controls').first().isVisible()).toBe(false)
  }
  await context.close()
})
