/** Text stays where it is when its fonts come, on a phone with a slow line as in the room. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { serveFolder, type StaticServer } from '../support/site.ts'
import { launchWithSystemFonts } from '../support/system-fonts.ts'

/** Of all that is seen, by how much of the window it moves; browsers call 0.1 good. */
const MOST_SHIFT = 0.05

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }

const PLACES = [
  ['gallery/review/index.html#code-diff', PHONE],
  ['gallery/review/index.html#theorems', PHONE],
  ['guide/review/index.html#stack', PHONE],
  ['guide/review/index.html#plugin-used', PHONE],
  ['foundation-models/review/index.html#analogies', PHONE],
  ['foundation-models/review/index.html#check-e', PHONE],
  ['foundation-models/review/index.html', DESK],
  ['gallery/index.html', DESK],
] as const

let machine: { browser: Browser; close: () => Promise<void> }
let server: StaticServer
beforeAll(async () => {
  machine = await launchWithSystemFonts()
  server = await serveFolder(inject('site'))
})
afterAll(async () => {
  await machine?.close()
  await server?.close()
})

/** By how much what is seen at `place` moves when its fonts come, all at once and after the first look. */
async function shiftAt([path, viewport]: (typeof PLACES)[number], standIns: boolean): Promise<number> {
  // Finer than one pixel of CSS: else letters stand on whole pixels, each font's elsewhere.
  const page = await machine.browser.newPage({ viewport, deviceScaleFactor: 2 })
  let send = (): void => undefined
  const sent = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route('**/*.woff2', (route) => sent.then(() => route.continue()))
  if (!standIns)
    await page.route('**/*.css', async (route) => {
      const css = await (await route.fetch()).text()
      await route.fulfill({
        contentType: 'text/css',
        body: css.replace(/@font-face\{[^}]*local\([^}]*\}/g, ''),
      })
    })
  try {
    await page.goto(server.url + path, { waitUntil: 'domcontentloaded' })
    // A lecture is ready when its fonts are there; its first slide stands before.
    await page.waitForSelector('article, section.present h1')
    await settled(page)
    expect(await page.evaluate(() => document.fonts.status)).toBe('loading')
    await page.evaluate(() => {
      const shifts: number[] = []
      const note = (entries: PerformanceEntryList): void => {
        for (const entry of entries) shifts.push((entry as PerformanceEntry & { value: number }).value)
      }
      const observer = new PerformanceObserver((list) => note(list.getEntries()))
      observer.observe({ type: 'layout-shift' })
      const seen = (): number[] => (note(observer.takeRecords()), shifts)
      Object.assign(window, { seenShifts: seen })
    })
    send()
    await page.waitForFunction(() => document.fonts.status === 'loaded')
    await settled(page)
    return await page.evaluate(() =>
      (window as unknown as { seenShifts: () => number[] }).seenShifts().reduce((sum, one) => sum + one, 0),
    )
  } finally {
    send()
    await page.close()
  }
}

/** Until the page has been drawn as it now is. */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
  })
}

test.each(PLACES)('fonts that come late move nothing: %s', async (path, viewport) => {
  expect(await shiftAt([path, viewport] as (typeof PLACES)[number], true)).toBeLessThan(MOST_SHIFT)
})

test('it is the stand-ins that hold the text: without them it jumps', async () => {
  const shifts: number[] = []
  for (const place of PLACES.slice(0, 4)) shifts.push(await shiftAt(place, false))
  expect(Math.max(...shifts)).toBeGreaterThan(MOST_SHIFT)
})
