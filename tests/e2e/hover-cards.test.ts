/** The card of a citation: it shows the work, stays on the stage, and never covers its own citation. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}foundation-models/index.html`
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

test('every card stays on the stage and off its citation; a click leads to the works, and back', async () => {
  await openLecture(page, deck)
  const slugs: string[] = await page.evaluate(() =>
    window.lectern!.manifest.slides.map(({ slug }: { slug: string }) => slug),
  )
  let seen = 0
  for (const slug of slugs) {
    await page.evaluate((id) => {
      location.hash = `#/${encodeURIComponent(id)}`
    }, slug)
    await page.waitForFunction((id) => window.lectern!.deck.getCurrentSlide()?.id === id, slug)
    await page.evaluate(() => {
      const { h, v } = window.lectern!.deck.getIndices()
      window.lectern!.deck.slide(h, v, 99)
    })
    const links = page.locator(`[id="${slug}"] > :not(.notes) a.citation`)
    for (const link of await links.all()) {
      await link.hover()
      const card = await link.locator('xpath=..').locator('.hover-card').boundingBox()
      expect(card, slug).not.toBeNull()
      expect(card!.y, slug).toBeGreaterThanOrEqual(0)
      expect(card!.y + card!.height, slug).toBeLessThanOrEqual(720)
      expect(card!.x + card!.width, slug).toBeLessThanOrEqual(1280)
      const own = await link.boundingBox()
      expect(own!.y >= card!.y + card!.height || own!.y + own!.height <= card!.y, slug).toBe(true)
      await page.mouse.move(0, 0)
      seen++
    }
  }
  expect(seen).toBeGreaterThan(40)

  await openLecture(page, `${deck}#/definition`)
  await page.locator('#definition > :not(.notes) a.citation').first().click()
  await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id.startsWith('references'))
  await page.goBack()
  await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id === 'definition')
})
