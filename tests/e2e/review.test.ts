/** The review page as a student reads it: every width, light and dark, with and without scripts, from disk. */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { logPage } from '../support/page-log.ts'
import { openReview, reviewUrl } from '../support/review.ts'
import { fileUrl, serveFolder } from '../support/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const site = inject('site')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function newPage(width = 1280, options: BrowserContextOptions = {}): Promise<Page> {
  const viewport = { width, height: width < 500 ? 800 : 720 }
  const context = await browser.newContext({ viewport, ...options })
  onTestFinished(() => context.close())
  return context.newPage()
}

async function violations(page: Page): Promise<string[]> {
  // Boxes that move are reached by keyboard as soon as the page has time to look at them.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('figure.drawing:not(.bleed), .table-wrap')].every(
      (box) => box.scrollWidth <= box.clientWidth + 1 || box.tabIndex === 0,
    ),
  )
  await page.evaluate(axe)
  return page.evaluate(async () => {
    interface Result {
      violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
    }
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<Result> } }
    const { violations } = await axe.run(document, {
      // Without it axe asks for style sheets, which no page from disk may.
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  })
}

describe.each([320, 390, 1100, 1280])('%i px wide', (width) => {
  test.each(['light', 'dark'] as const)('%s: axe finds nothing', async (colorScheme) => {
    const page = await newPage(width, { colorScheme, reducedMotion: 'reduce' })
    await openReview(page)
    expect(await violations(page)).toEqual([])
  })

  test('the page never scrolls sideways, and no text is smaller than 16 px', async () => {
    const page = await newPage(width)
    await openReview(page)
    const found = await page.evaluate(() => {
      document.querySelector('.review')!.classList.remove('is-long')
      const small = new Set<string>()
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!
        if (!node.textContent?.trim() || element.closest('script, style, .katex, sub, sup, .visually-hidden'))
          continue
        const text = element.closest('text')
        // A subscript of a drawing is a smaller part of a line.
        if (element.localName === 'tspan' && element.hasAttribute('font-size')) continue
        if (!element.checkVisibility()) continue
        const svg = text?.ownerSVGElement
        const scale = svg ? svg.getScreenCTM()!.a : Number(element.currentCSSZoom ?? 1)
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale
        if (size < 15.99)
          small.add(
            `${element.closest('[id]')?.id}: ${size.toFixed(1)} ${node.textContent.trim().slice(0, 40)}`,
          )
      }
      return { wide: document.documentElement.scrollWidth - innerWidth, small: [...small] }
    })
    expect(found).toEqual({ wide: 0, small: [] })
  })
})

test('every slide is an article in the order of the deck, with its notes', async () => {
  const page = await newPage()
  await openReview(page)
  const found = await page.evaluate(() => {
    const { manifest } = (window as unknown as { lectern: { manifest: { slides: { slug: string }[] } } })
      .lectern
    return {
      wanted: manifest.slides.map(({ slug }) => slug),
      articles: [...document.querySelectorAll('main article[id]')].map(({ id }) => id),
      notes: document.querySelectorAll('main article > aside.notes').length,
      outline: [...document.querySelectorAll('nav[aria-label] a')].map((link) =>
        decodeURIComponent(link.getAttribute('href')!.slice(1)),
      ),
      mode: document.documentElement.dataset.mode,
    }
  })
  expect(found.articles).toEqual(found.wanted)
  expect(found.outline).toEqual(found.wanted)
  expect(found.notes).toBeGreaterThan(40)
  expect(found.mode).toBe('review')
})

test('a sentence lights its part of the slide: pointed at, focused, named by the address', async () => {
  const page = await newPage()
  await openReview(page, '#analogies/2')
  const lit = () =>
    page.$$eval('#analogies .review-sheet .is-lit', (parts) =>
      parts.map((part) => part.getAttribute('data-fragment-index')),
    )
  expect(new Set(await lit())).toEqual(new Set(['2']))
  expect(await page.getAttribute('#analogies .present-link', 'href')).toBe('../index.html#/analogies/2')
  // The page may still be on its way to the slide: whoever points at what moves away points again.
  await expect
    .poll(async () => {
      await page.mouse.move(0, 0)
      await page.hover('#analogies .note-step[data-fragment-index="0"]')
      return [...new Set(await lit())]
    })
    .toEqual(['0'])
  await page.locator('#analogies .note-step[data-fragment-index="3"] button').focus()
  await expect.poll(async () => [...new Set(await lit())]).toEqual(['3'])
  await page.mouse.move(0, 0)
  await page.keyboard.press('Enter')
  expect(
    await page.getAttribute('#analogies .note-step[data-fragment-index="3"] button', 'aria-pressed'),
  ).toBe('true')
})

test('lecture and review lead to each other, slide and step kept', async () => {
  const page = await newPage()
  await page.goto(`${fileUrl(site)}foundation-models/index.html#/analogies/1`)
  await page.waitForFunction(() => document.querySelector('section.present#analogies'))
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
  await page.keyboard.press('r')
  await page.waitForURL('**/review/index.html#analogies/1')
  await page.waitForSelector('#analogies .note-step.is-lit[data-fragment-index="1"]')
  await page.locator('#analogies .present-link').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/foundation-models/index.html#/analogies/1')
})

test('without scripts everything is there to be read, and the outline opens on a phone', async () => {
  const page = await newPage(390, { javaScriptEnabled: false })
  await page.goto(reviewUrl())
  const text = await page.locator('main').evaluate((main) => main.textContent)
  for (const words of ['In the lecture', 'The famous sum.', 'Analogies tend to work', 'softmax'])
    expect(text).toContain(words)
  await page.click('.bar-outline')
  await page
    .locator('#lectern-outline')
    .getByRole('link', { name: 'Attention links any two positions' })
    .click()
  await expect.poll(() => page.url()).toContain('#attention')
})

describe.each(['from disk', 'under a sub-path'])('%s', (place) => {
  test('nothing is asked for outside of the site and nothing complained of', async () => {
    const page = await newPage()
    const server = place === 'from disk' ? undefined : await serveFolder(site)
    if (server) onTestFinished(server.close)
    const base = server?.url ?? fileUrl(site)
    const log = logPage(page, base)
    await openReview(page, '', `${base}foundation-models/review/index.html`)
    await page.keyboard.press('/')
    await page.waitForSelector('.search-dialog[open]')
    await page.keyboard.type('sqrt')
    await page.waitForSelector('.search-results a')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.search-dialog', { state: 'hidden' })
    await page.keyboard.press('/')
    await page.waitForSelector('.search-results a')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#attention .is-hit')
    expect(log).toEqual({ complaints: [], outside: [] })
  })
})

test('the scripts are small, and the lecture has none of them', () => {
  const assets = join(site, 'assets')
  const scripts = readdirSync(assets).filter((name) => /^(?:review|part)-.*\.js$/.test(name))
  expect(scripts.some((name) => name.startsWith('part-search-'))).toBe(true)
  const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  expect(size).toBeLessThanOrEqual(45 * 1024)
  const lecture = readFileSync(join(site, 'foundation-models/index.html'), 'utf8')
  expect(lecture).not.toMatch(/src="[^"]*(?:review|part)-/)
})

test('cards of citations open by focus, by pointing and by a tap, and close by Escape', async () => {
  const page = await newPage(390, { hasTouch: true })
  await openReview(page)
  const card = page.locator('#analogies .has-card .hover-card').first()
  const link = page.locator('#analogies .has-card .citation').first()
  await link.focus()
  await card.waitFor({ state: 'visible' })
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await page.locator('#analogies h2').tap()
  await link.tap()
  await card.waitFor({ state: 'visible' })
  expect(page.url()).not.toContain('references')
  const box = (await card.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(390)
})

test('the LaTeX of a formula is copied by keyboard alone', async () => {
  const page = await newPage(1280, { permissions: ['clipboard-read', 'clipboard-write'] })
  const { url, close } = await serveFolder(site)
  onTestFinished(close)
  await openReview(page, '', `${url}foundation-models/review/index.html`)
  await page.locator('#attention .katex').first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('\\sqrt{d_k}')
})

test('light or dark and the size of text are chosen once and kept', async () => {
  const page = await newPage(390)
  await openReview(page)
  const size = () =>
    page.$eval('.review-slide > .notes', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize))
  const before = await size()
  await page.click('.bar-settings')
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await page.getByRole('button', { name: 'Larger text' }).click()
  await page.reload()
  expect(await page.getAttribute('html', 'data-scheme')).toBe('dark')
  expect(await size()).toBeCloseTo(before * 1.15, 1)
  await openReview(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('keys of a single letter can be turned off, and stay off', async () => {
  const page = await newPage()
  await openReview(page)
  await page.keyboard.press('b')
  expect(await page.locator('.is-blank').count()).toBeGreaterThan(0)
  await page.keyboard.press('b')
  await page.click('.bar-settings')
  await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck()
  await page.reload()
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
  for (const key of ['b', 'm', '/']) await page.keyboard.press(key)
  expect(await page.locator('.is-blank').count()).toBe(0)
  expect(await page.evaluate(() => getSelection()!.isCollapsed)).toBe(true)
  await page.click('.bar-settings')
  await page.getByRole('checkbox', { name: /^Single keys/ }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.waitForSelector('.search-dialog[open]')
})

test('what is typed before the search is there is searched for', async () => {
  const { url, close } = await serveFolder(site)
  onTestFinished(close)
  const page = await newPage()
  let arrive = (): void => undefined
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/part-search/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${url}foundation-models/review/index.html`)
  await page.keyboard.press('/')
  await page.keyboard.type('mattention')
  arrive()
  const field = page.getByRole('searchbox')
  await field.waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  expect(await field.inputValue()).toBe('attention')
  expect(await page.locator('.mark-bar').count()).toBe(0)
  await page.locator('.search-results li').first().waitFor()
})

test('the search over all decks is closed by a button with its cross', async () => {
  const page = await newPage()
  await page.goto(`${fileUrl(site)}index.html`)
  await page.waitForSelector('.index-tools button')
  await page.keyboard.press('/')
  const close = page.locator('.search-close')
  await close.waitFor()
  const size = (selector: string) =>
    page.locator(selector).evaluate((box) => box.getBoundingClientRect().width)
  expect(await size('.search-close')).toBeGreaterThanOrEqual(44)
  expect(await size('.search-close svg')).toBe(22)
  await close.click()
  await page.waitForSelector('.search-dialog', { state: 'hidden' })
})

test('a drawing too wide for a phone moves in its box, and is seen whole by Enter', async () => {
  const page = await newPage(390)
  await openReview(page, '#analogies')
  const figure = page.locator('#analogies figure.drawing')
  const overflow = () => figure.evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(await overflow()).toBeGreaterThan(100)
  await figure.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => figure.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect.poll(overflow).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(overflow).toBeGreaterThan(100)
})

test('a sentence that is pointed at while the page still arrives stays under the pointer', async () => {
  const page = await newPage()
  await openReview(page)
  // Frames come when the test says so: the page never gets done with its arriving by itself.
  await page.evaluate(() => {
    const frames: FrameRequestCallback[] = []
    window.requestAnimationFrame = (callback) => frames.push(callback)
    Object.assign(window, {
      frame: () => {
        for (const callback of frames.splice(0)) callback(performance.now())
        return frames.length
      },
    })
    location.hash = '#analogies/2'
  })
  const sentence = page.locator('#analogies .note-step[data-fragment-index="0"]')
  const frame = () => page.evaluate(() => (window as unknown as { frame(): number }).frame())
  // A pointer that rests beside the text, or comes by, stops nothing.
  await page.mouse.move(2, 400)
  await page.mouse.move(640, 3)
  expect(await frame()).toBe(1)
  await sentence.hover()
  expect(await frame()).toBe(0)
})

test('a link to a far slide arrives at it, by the outline and by an address with a step', async () => {
  const page = await newPage(390)
  const top = (slug: string) =>
    page.$eval(`[id="${slug}"]`, (slide) => Math.round(slide.getBoundingClientRect().top))
  await openReview(page, '#loss/1')
  await expect.poll(() => top('loss')).toBe(66)
  for (const slug of ['instructgpt', 'definition', 'price']) {
    await page.evaluate((to) => (location.hash = to), slug)
    await expect.poll(() => top(slug)).toBe(66)
  }
})
