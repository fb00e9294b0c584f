/** The lecture page in a browser: parking, links, keys, what may come in from outside. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { renderLecturePage } from '../../src/build/pages/lecture-page.ts'
import { PARKED_ESCAPE } from '../../src/shared/markup.ts'
import { launchBrowser } from '../support/browser.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

interface State {
  slug: string
  fragment: number | undefined
  shown: string[]
  text: string
  number: string
}

/** What a test asks of `window.lectern`. */
interface Deck {
  next(): void
  prev(): void
  slide(h: number, v?: number, f?: number): void
  getIndices(): { h: number; v: number; f?: number }
  getCurrentSlide(): HTMLElement
  getSlideNotes(): string
  isOverview(): boolean
  isPaused(): boolean
}
type TestWindow = Window & { lectern: { deck: Deck; ready: Promise<void> }; run?: boolean }
declare const window: TestWindow

const parts = [30, 1, 40, 12]
const slides = parts.flatMap((count, section) =>
  Array.from({ length: count }, (_, index) => ({ section, index })),
)
const deck = plainDeck([
  ...slides.map(({ section }, number) => plainSlide(number, section, number % 4 === 1 ? 2 : 0)),
  {
    ...plainSlide(800, parts.length, 0),
    slug: 'notes-formula',
    notes:
      '<p><span class="katex"><span class="katex-mathml"><math><mi>α</mi></math></span><span class="katex-html">α</span></span></p>',
  },
  {
    ...plainSlide(900, parts.length, 1),
    slug: '注意力',
    html: '<h2>注意力</h2><p id="far-target">far <!-- c --></p><p class="fragment" data-fragment-index="0">片段</p>',
  },
])
const total = slides.length + 2

let browser: Browser
let context: BrowserContext
let page: Page
let failures: string[]
let parkedUrl: string
let stockUrl: string

beforeAll(async () => {
  browser = await launchBrowser()
  const site = inject('site')
  const parked = renderLecturePage(deck, { root: '../', ...(await runtimeOf(site)) })
  // The same page with every slide in place: what Reveal alone would show.
  const stock = parked.replace(/<script type="text\/x-slide">([^]*?)<\/script>/g, (_, text: string) =>
    text.replaceAll(PARKED_ESCAPE, '<'),
  )
  expect(stock).not.toBe(parked)
  for (const [name, html] of [
    ['parked', parked],
    ['stock', stock],
  ] as const) {
    await mkdir(join(site, name), { recursive: true })
    await writeFile(join(site, name, 'index.html'), html)
  }
  parkedUrl = pathToFileURL(join(site, 'parked', 'index.html')).href
  stockUrl = pathToFileURL(join(site, 'stock', 'index.html')).href
})
/** Script and style sheet of a lecture page that the build wrote. */
async function runtimeOf(site: string): Promise<{ scripts: string[]; styles: string[] }> {
  const folders = await readdir(site, { withFileTypes: true })
  for (const folder of folders.filter((entry) => entry.isDirectory() && entry.name !== 'assets')) {
    const html = await readFile(join(site, folder.name, 'index.html'), 'utf8')
    const scripts = [...html.matchAll(/<script defer(?: nonce="[^"]*")? src="([^"]+)"/g)].map(
      (match) => match[1]!,
    )
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]!)
    if (scripts.length > 0) return { scripts, styles }
  }
  throw new Error('No lecture page in the built site')
}

afterAll(() => browser.close())

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  failures = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
})
afterEach(async () => {
  await context.close()
  expect(failures).toEqual([])
})

async function open(url: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url)
  await page.waitForFunction(() => window.lectern)
  await page.evaluate(() => window.lectern.ready)
}

/** Runs steps in the page and gives the state after each. */
function walk(steps: [name: 'next' | 'prev' | 'slide', ...args: number[]][]): Promise<State[]> {
  return page.evaluate((all) => {
    const { deck } = window.lectern
    return all.map(([name, ...args]) => {
      if (name === 'slide') deck.slide(args[0]!, args[1], args[2])
      else deck[name]()
      const slide = deck.getCurrentSlide()
      return {
        slug: slide.id,
        fragment: deck.getIndices().f,
        shown: [...slide.querySelectorAll('.fragment.visible')].map((element) => element.textContent),
        text: slide.textContent,
        number: document.querySelector('.slide-number')!.textContent.replace(/\s+/g, ''),
      }
    })
  }, steps)
}

const here = () => page.evaluate(() => window.lectern.deck.getCurrentSlide().id)
const shown = () =>
  page.evaluate(() =>
    [...window.lectern.deck.getCurrentSlide().querySelectorAll('.fragment.visible')].map(
      (element) => element.textContent,
    ),
  )

describe('a deck with parked slides', () => {
  test('shows at every step what the whole deck would show', async () => {
    const steps: Parameters<typeof walk>[0] = [
      ...Array.from({ length: 130 }, () => ['next'] as ['next']),
      ...Array.from({ length: 130 }, () => ['prev'] as ['prev']),
      ['slide', 3, 7],
      ['prev'],
      ['prev'],
      ['slide', 0, 5, 0],
      ['next'],
      ['slide', 4, 1],
      ['next'],
      ['prev'],
      ['slide', 1, 2],
      ['prev'],
      ['slide', 5],
      ['slide', 2],
      ['next'],
      ['next'],
    ]
    await open(parkedUrl)
    const parked = await walk(steps)
    await open(stockUrl)
    const stock = await walk(steps)
    expect(parked).toEqual(stock)
    expect(new Set(parked.map(({ slug }) => slug)).size).toBe(total)
    expect(parked[0]!.number).toBe(`2/${total}`)
  })

  test('keeps few slides in the page', async () => {
    await open(parkedUrl)
    await walk(Array.from({ length: 100 }, () => ['next']))
    await page.waitForFunction(() => document.querySelectorAll('section.slide > h2').length <= 17)
  })

  test('comes back to each slide in order after its stack was left in the middle', async () => {
    await open(parkedUrl)
    await walk([
      ['slide', 3, 9],
      ['slide', 0, 0],
    ])
    const order = await walk(Array.from({ length: 130 }, () => ['next']))
    const slugs = [...new Set(order.map(({ slug }) => slug))]
    expect(slugs).toEqual(deck.slides.slice(1).map(({ slug }) => slug))
  })

  test('fills the overview around the current slide', async () => {
    await open(`${parkedUrl}#slide-40`)
    await page.keyboard.press('o')
    await page.waitForFunction(() => window.lectern.deck.isOverview())
    const near = ['slide-37', 'slide-44', 'slide-48', 'slide-30']
    for (const slug of near) expect(await page.locator(`[id="${slug}"] > h2`).count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => window.lectern.deck.isOverview())).toBe(false)
  })

  test('prints every slide', async () => {
    await open(parkedUrl)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(total)
    await page.emulateMedia({ media: 'print' })
    const sizes = await page
      .locator('section.slide')
      .evaluateAll((all) => all.map((slide) => `${slide.clientWidth}x${slide.clientHeight}`))
    expect(new Set(sizes)).toEqual(new Set(['1280x720']))
  })
})

describe('links', () => {
  test.each([
    ['#slide-70', 'slide-70', []],
    ['#/slide-70', 'slide-70', []],
    ['#slide-45/0', 'slide-45', ['step 45.0']],
    ['#/slide-45/1', 'slide-45', ['step 45.0', 'step 45.1']],
    ['#注意力', '注意力', []],
    ['#/%E6%B3%A8%E6%84%8F%E5%8A%9B/0', '注意力', ['片段']],
    ['#far-target', '注意力', []],
    ['#no-such-slide', 'slide-0', []],
  ])('%s opens %s', async (hash, slug, fragments) => {
    await open(parkedUrl + hash)
    expect(await here()).toBe(slug)
    expect(await shown()).toEqual(fragments)
    // And the same in an open deck.
    await open(`${parkedUrl}#slide-3`)
    await page.evaluate((to) => (location.hash = to), hash)
    if (slug !== 'slide-0')
      await page.waitForFunction((id) => window.lectern.deck.getCurrentSlide().id === id, slug)
    if (slug !== 'slide-0') expect(await shown()).toEqual(fragments)
  })

  test('the address names slide and fragment', async () => {
    await open(`${parkedUrl}#slide-5`)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash === '#/slide-5/0')
  })
})

describe('keys', () => {
  test('clickers, Home and End, jumping, pausing', async () => {
    await open(parkedUrl)
    await page.keyboard.press('PageDown')
    expect(await here()).toBe('slide-1')
    await page.keyboard.press('PageUp')
    expect(await here()).toBe('slide-0')
    await page.keyboard.press('End')
    expect(await here()).toBe('注意力')
    await page.keyboard.press('Home')
    expect(await here()).toBe('slide-0')
    await page.keyboard.press('g')
    await page.keyboard.type('42')
    await page.keyboard.press('Enter')
    expect(await here()).toBe('slide-41')
    await page.keyboard.press('b')
    expect(await page.evaluate(() => window.lectern.deck.isPaused())).toBe(true)
    await page.keyboard.press('b')
    expect(await page.evaluate(() => window.lectern.deck.isPaused())).toBe(false)
  })

  test('? opens the help card, which keeps the keys to itself', async () => {
    await open(parkedUrl)
    await page.keyboard.press('?')
    const card = page.getByRole('dialog', { name: 'Keys' })
    await card.waitFor()
    expect(await card.getByText('Speaker view with notes').count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    expect(await here()).toBe('slide-0')
    await page.keyboard.press('Escape')
    expect(await card.isVisible()).toBe(false)
    expect(await page.evaluate(() => window.lectern.deck.isOverview())).toBe(false)
  })

  test('d turns light into dark', async () => {
    await open(parkedUrl)
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await page.keyboard.press('d')
    expect(await paper()).toBe('dark')
    await page.keyboard.press('d')
    expect(await paper()).toBe('light')
  })
})

test('no key of the query is a setting', async () => {
  await open(`${parkedUrl}?url=javascript:window.run=true&controls=false&view=print&print-pdf#slide-2`)
  expect(await page.evaluate(() => location.search)).toBe('')
  expect(await here()).toBe('slide-2')
  const popup = page.waitForEvent('popup')
  await page.keyboard.press('s')
  await (await popup).waitForLoadState()
  expect(await page.evaluate(() => window.run)).toBeUndefined()
})

test('screen readers find a document', async () => {
  await open(parkedUrl)
  expect(await page.locator('[role=application]').count()).toBe(0)
  expect(await page.locator('section.present:not(.stack).slide').getAttribute('aria-label')).toBe('Slide 0')
  expect(await page.locator('.navigate-right').getAttribute('aria-label')).toBe('Next')
})
