/** The built pages work from disk and under a sub-path, alone, and without scripts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, outlineOf, press } from '../support/lecture.ts'
import { logPage } from '../support/page-log.ts'
import { fileUrl, serveFolder } from '../support/site.ts'

const site = inject('site')
const longSite = inject('longSite')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  onTestFinished(() => context.close())
  return context.newPage()
}

async function served(folder: string): Promise<string> {
  const { url, close } = await serveFolder(folder)
  onTestFinished(close)
  return url
}

test('the decks build without errors and warnings', () => {
  expect(inject('siteMessages')).toBe('')
})

for (const [place, address] of [
  ['from disk', async (folder: string) => fileUrl(folder)],
  ['under a sub-path', served],
] as const)
  describe(place, () => {
    test.each([
      [site, 'foundation-models'],
      [site, 'small'],
      [longSite, 'long'],
    ])('%s/%s asks for nothing outside and complains of nothing', async (folder, deck) => {
      const page = await newPage()
      const base = await address(folder)
      const log = logPage(page, base)
      await openLecture(page, `${base}${deck}/index.html`)
      const first = await outlineOf(page)
      await press(page, ...Array.from({ length: 12 }, () => 'ArrowRight'), 'End', 'Home')
      await page.goto(`${base}${deck}/print/index.html`)
      expect(await page.locator('section[id]').count()).toBe(first.length)
      expect(log).toEqual({ complaints: [], outside: [] })
    })

    test('the index leads to each deck', async () => {
      const page = await newPage()
      const base = await address(site)
      const log = logPage(page, base)
      await page.goto(`${base}index.html`)
      const links = await page
        .locator('a[href]')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
      for (const deck of ['foundation-models', 'small']) expect(links).toContain(`${base}${deck}/index.html`)
      for (const link of new Set(links)) await page.goto(link)
      expect(log).toEqual({ complaints: [], outside: [] })
    })
  })

test('without scripts the lecture leads to the print page, where every slide can be read', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(`${fileUrl(site)}small/index.html`)
  await page.waitForURL('**/small/print/index.html')
  const text = await page.locator('main').innerText()
  for (const words of ['three', 'The road', 'Word2Vec', 'GPT-3', '提示', '中文的幻灯片', 'That is all.'])
    expect(text).toContain(words)
  expect(text).not.toContain('Say three things')
  const sizes = await page.locator('section[id]').evaluateAll((slides) =>
    slides.map((slide) => {
      const { width, height } = slide.getBoundingClientRect()
      return width > 300 && height > 150
    }),
  )
  expect(sizes.length).toBeGreaterThan(8)
  expect(sizes).not.toContain(false)
  const faded = page.locator('.fragment').evaluateAll((fragments) =>
    fragments
      .filter((fragment) => fragment.textContent?.trim())
      .filter((fragment) => {
        const { opacity, visibility } = getComputedStyle(fragment)
        return opacity === '0' || visibility === 'hidden'
      })
      .map((fragment) => fragment.textContent),
  )
  expect(await faded).toEqual([])
})

test('a long deck keeps few elements alive, wherever it stands', async () => {
  const page = await newPage()
  await openLecture(page, `${fileUrl(longSite)}long/index.html`)
  const slides = await outlineOf(page)
  expect(slides.length).toBeGreaterThan(60)
  const mounted = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.slides section[id]')].filter((slide) => slide.querySelector('h2'))
          .length,
    )
  expect(await mounted()).toBeLessThan(20)
  await press(page, 'End', 'ArrowLeft')
  expect(
    await page.evaluate(() => document.querySelector('section.present:not(.stack) h2')?.checkVisibility()),
  ).toBe(true)
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.slides section[id]')].filter((slide) => slide.querySelector('h2'))
        .length < 40,
  )
})

test('who asked for less motion gets none', async () => {
  const page = await newPage({ reducedMotion: 'reduce' })
  await openLecture(page, `${fileUrl(site)}small/index.html`)
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  // Colours may fade; nothing may travel, grow or turn.
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 10)
      .filter((animation) => {
        const frames = (animation.effect as KeyframeEffect).getKeyframes()
        return frames.some((frame) =>
          Object.keys(frame).some((name) =>
            /transform|translate|scale|inset|^(top|left|width|height)$/.test(name),
          ),
        )
      })
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
})

test.each([320, 390, 1280])('the page of all decks keeps to its margins at %s px', async (width) => {
  const page = await newPage({ viewport: { width, height: 800 } })
  await page.goto(`${fileUrl(site)}index.html`)
  const leaving = await page.evaluate(() => {
    const found: string[] = []
    for (const box of document.querySelectorAll('.index, .deck-card')) {
      const style = getComputedStyle(box)
      const right = box.getBoundingClientRect().right - parseFloat(style.paddingRight) + 1
      for (const inner of box.querySelectorAll('*'))
        if (inner.getBoundingClientRect().right > right)
          found.push(`${inner.className || inner.tagName}: ${inner.textContent.trim().slice(0, 30)}`)
    }
    return found
  })
  expect(leaving).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})
