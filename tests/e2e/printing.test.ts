/** What the browser prints from the lecture: by its key the print page, by its menu the lecture itself. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press, standing } from '../support/lecture.ts'
import { fileUrl, serveFolder, type StaticServer } from '../support/site.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let server: StaticServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await serveFolder(inject('site'))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  // The dialog itself would stop the page.
  await context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  page = await context.newPage()
})
afterEach(() => context.close())

const frame = () => page.frames().find((candidate) => candidate.url().includes('/print/'))

async function draw(): Promise<void> {
  await press(page, 'c')
  await page.mouse.move(300, 200)
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 6 })
  await page.mouse.up()
}

describe('by its key', () => {
  test.each(['file', 'http'])(
    'the pages of paper are printed, with what was drawn, from %s',
    async (from) => {
      await openLecture(
        page,
        `${from === 'file' ? fileUrl(inject('site')) : server.url}small/index.html#/formulas`,
      )
      const total = await page.evaluate(() => window.lectern!.manifest.slides.length)
      await draw()
      await page.keyboard.press('Control+p')
      await expect.poll(() => frame()?.locator('html[data-printed]').count() ?? 0).toBe(1)
      expect(await page.locator('html[data-printed]').count()).toBe(0)
      expect(await frame()!.locator('.sheet').count()).toBe(total)
      const ink = frame()!.locator('#formulas > .ink path')
      expect(await ink.count()).toBe(1)
      const share = await ink.evaluate((path) => {
        const sheet = path.closest('.sheet')!.getBoundingClientRect()
        const { x, y } = path.getBoundingClientRect()
        return [(x - sheet.x) / sheet.width, (y - sheet.y) / sheet.height]
      })
      expect(Math.abs(share[0]! - 300 / 1280)).toBeLessThan(0.01)
      expect(Math.abs(share[1]! - 200 / 720)).toBeLessThan(0.015)
      // The lecture goes on as if nothing was, and can be printed again.
      expect(await press(page, 'Escape', 'ArrowLeft')).toMatchObject([{ slug: 'formulas' }, {}])
      await page.keyboard.press('Control+p')
      await expect.poll(() => frame()?.locator('html[data-printed]').count() ?? 0).toBe(1)
      expect(page.frames()).toHaveLength(2)
    },
  )

  test('a print page that does not answer does not keep the lecture from being printed', async () => {
    await page.clock.install()
    await page.route('**/print/index.html', (route) => route.abort())
    await openLecture(page, `${server.url}small/index.html`)
    await page.keyboard.press('Control+p')
    await page.clock.runFor(21_000)
    await expect.poll(() => page.locator('html[data-printed]').count()).toBe(1)
  })
})

describe('by its menu', () => {
  test('each slide has all steps, its background and its strokes; the lecture is as it was afterwards', async () => {
    await openLecture(page, `${fileUrl(inject('site'))}guide/index.html#/ink`)
    await draw()
    const place = await standing(page)
    const waiting = (slide = '.slides') => page.locator(`${slide} .fragment:not(.visible)`).count()
    await page.goto('about:blank')
    await openLecture(page, `${fileUrl(inject('site'))}guide/index.html#/fragments`)
    const before = await waiting('#fragments')
    expect(before).toBeGreaterThan(0)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await waiting()).toBe(0)
    expect(await page.locator(`#${place.slug} > .ink path`).count()).toBe(1)
    const picture = page.locator('#background-picture')
    expect(await picture.evaluate((slide) => getComputedStyle(slide).backgroundImage)).toMatch(/evening/)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await waiting('#fragments')).toBe(before)
    expect(await page.locator('.slide > .ink').count()).toBe(0)
  })
})
