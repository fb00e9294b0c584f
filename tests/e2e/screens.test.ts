/** The lecture on every screen there is: whole, as large as it can be, with its controls beside each other. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const site = fileUrl(inject('site'))
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const screens = [
  ['a 4:3 projector', 1024, 768],
  ['16:10', 1280, 800],
  ['16:9', 1920, 1080],
  ['21:9', 2560, 1080],
  ['4K', 3840, 2160],
  ['a phone held upright', 390, 844],
  ['a phone on its side', 844, 390],
] as const

async function withPage(width: number, height: number, run: (page: Page) => Promise<void>): Promise<void> {
  const phone = Math.min(width, height) < 500
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...(phone && { isMobile: true, hasTouch: true, deviceScaleFactor: 3 }),
  })
  try {
    await run(await context.newPage())
  } finally {
    await context.close()
  }
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const boxes = (page: Page, selector: string): Promise<Box[]> =>
  page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((all) =>
      all.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return { left, top, right, bottom }
      }),
    )

const apart = (a: Box, b: Box) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

describe.each(screens)('%s', (_, width, height) => {
  test('shows the slide whole, in the middle, as large as it can be', () =>
    withPage(width, height, async (page) => {
      await openLecture(page, `${site}foundation-models/index.html#/attention`)
      const [stage] = await boxes(page, '.slides')
      const scale = Math.min(width / 1280, height / 720)
      // Reveal counts in hundredths.
      const drawn = (stage!.right - stage!.left) / 1280
      expect(drawn).toBeGreaterThan(scale - 0.01)
      expect(drawn).toBeLessThan(scale + 0.0001)
      expect(Math.abs((stage!.left + stage!.right) / 2 - width / 2)).toBeLessThan(1)
      expect(Math.abs((stage!.top + stage!.bottom) / 2 - height / 2)).toBeLessThan(1)
      // Words stand where they would stand on any screen: nothing is wrapped anew.
      const heading = (await boxes(page, '#attention h2'))[0]!
      expect((heading.bottom - heading.top) / scale).toBeLessThan(60)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }))

  test('has arrows and number as large as they are needed, side by side', () =>
    withPage(width, height, async (page) => {
      await openLecture(page, `${site}foundation-models/index.html#/attention`)
      const [number] = await boxes(page, '.slide-number')
      const arrows = await boxes(page, '.controls button')
      expect(arrows.length).toBeGreaterThan(0)
      for (const arrow of arrows) {
        expect(apart(arrow, number!), JSON.stringify([arrow, number])).toBe(true)
        expect(arrow.right).toBeLessThanOrEqual(width)
        expect(arrow.bottom).toBeLessThanOrEqual(height)
        // A hundredth of the screen's height at least, or a finger's width.
        expect(arrow.bottom - arrow.top).toBeGreaterThanOrEqual(Math.min(width, height) / 50)
      }
      expect(number!.right).toBeLessThanOrEqual(width)
    }))

  test('shows all keys on one card, without a scroll bar where there is room', () =>
    withPage(width, height, async (page) => {
      await openLecture(page, `${site}foundation-models/index.html`)
      await press(page, '?')
      const [card] = await boxes(page, '.help-card')
      expect(card!.left).toBeGreaterThanOrEqual(0)
      expect(card!.top).toBeGreaterThanOrEqual(0)
      expect(card!.right).toBeLessThanOrEqual(width)
      expect(card!.bottom).toBeLessThanOrEqual(height)
      if (Math.min(width, height) >= 720)
        expect(
          await page.locator('.help-card').evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight),
        ).toBe(0)
    }))
})

test('a phone held upright leads to the same slide on the page for reading', () =>
  withPage(390, 844, async (page) => {
    await openLecture(page, `${site}foundation-models/index.html#/attention/1`)
    const link = page.locator('.reading-link')
    const [box] = await boxes(page, '.reading-link')
    expect(box!.bottom - box!.top).toBeGreaterThanOrEqual(40)
    const [stage] = await boxes(page, '.slides')
    expect(apart(box!, stage!)).toBe(true)
    await link.tap()
    await page.waitForURL(/review\/index\.html#attention\/1$/)
    expect(await page.locator('#attention h2, #attention h3').first().isVisible()).toBe(true)
  }))
