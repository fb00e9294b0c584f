/** Signs outside of a text font's web files: drawn from the page's own fonts, not from what a machine happens to have. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { fileUrl } from '../support/site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['marks of a question', 'check-a', '.quiz-mark'],
  ['a lowered figure in a headline', 'fine-tuning', 'h2'],
  ['an arrow in a drawing', 'gsm8k', 'svg'],
])('%s', async (_what, slug, selector) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await page.goto(`${fileUrl(inject('site'))}foundation-models/index.html`)
  const place = (await slidesOf(page)).find((slide) => slide.slug === slug)!
  await showSlide(page, place, place.steps - 1)
  await page.evaluate(() => document.fonts.ready)
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument', { depth: 1 })
  const { nodeId } = await client.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: `#${slug} ${selector}`,
  })
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)).toEqual([])
  await page.close()
})
