/** Slides on paper are the slides, only smaller: no line ends elsewhere. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../../src/build/browser/browser.ts'
import { launchBrowser } from '../../src/build/browser/launch.ts'
import { DeckStore } from '../../src/build/deck-store.ts'
import { withDeckPage, type PdfOptions, type PdfSource } from '../../src/build/export/deck-pdf.ts'
import { findDecks, openProject } from '../../src/build/project.ts'
import { runtimeBundle } from '../../src/build/vite/runtime-bundle.ts'

const root = path.join(import.meta.dirname, '../..')
const plain: PdfOptions = { dark: false, answers: false, steps: 'final' }

let browser: Browser
let source: PdfSource
let asSlides: Record<string, number[]>

beforeAll(async () => {
  browser = (await launchBrowser()).browser
  const paths = ['slides/foundation-models']
  const project = await openProject(root, paths)
  const store = new DeckStore(project)
  const deck = await store.compile(findDecks(project, root, paths)[0]!)
  const bundle = await runtimeBundle('print', deck.theme, project.root)
  source = { deck, bundle, assets: store.assets.files, projectRoot: project.root }
  asSlides = await heights(plain)
})
afterAll(() => browser?.close())

/** Heights of what holds text, in px of the stage, by slide. */
async function heights(options: PdfOptions): Promise<Record<string, number[]>> {
  return withDeckPage(browser, source, options, async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    return page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('.sheet:not([data-state]) > .slide')].map((slide) => [
          slide.id,
          [...slide.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, td, .katex-display')]
            .filter((element) => !element.closest('.visually-hidden'))
            .map(({ offsetHeight }) => offsetHeight),
        ]),
      ),
    )
  })
}

test.each([
  ['handout', 1],
  ['handout', 2],
  ['handout', 3],
  ['handout', 6],
  ['notes', 1],
] as const)('%s, %i a page', async (kind, perPage) => {
  const paper = { kind, perPage, paper: 'a4', beside: 'lines' } as const
  expect(await heights({ ...plain, paper })).toEqual(asSlides)
})

test('words of drawings are as wide on paper as on the slide', async () => {
  const [slides, paper] = [
    await drawnWidths(plain),
    await drawnWidths({ ...plain, paper: { kind: 'handout', perPage: 3, paper: 'a4', beside: 'lines' } }),
  ]
  expect(slides.length).toBeGreaterThan(300)
  expect(paper).toHaveLength(slides.length)
  const apart = slides.map((width, at) => Math.abs(width - paper[at]!) / Math.max(width, 1))
  expect(Math.max(...apart)).toBeLessThan(0.002)
})

/** Widths of the drawings' words in their own units. */
async function drawnWidths(options: PdfOptions): Promise<number[]> {
  return withDeckPage(browser, source, options, ({ page }) =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('.sheet:not([data-state]) svg text')].map((text) =>
        text.getComputedTextLength(),
      ),
    ),
  )
}

test('paragraphs of the notes stand apart, and their links are no stranger to the page', async () => {
  const paper = { kind: 'notes', perPage: 1, paper: 'a4', beside: 'lines' } as const
  const seen = await withDeckPage(browser, source, { ...plain, paper }, ({ page }) =>
    page.evaluate(() => ({
      gaps: [...document.querySelectorAll('.cell-notes p + p')].map(
        (later) =>
          later.getBoundingClientRect().top - later.previousElementSibling!.getBoundingClientRect().bottom,
      ),
      links: [...document.querySelectorAll('.cell-notes a')].map((link) => getComputedStyle(link).color),
    })),
  )
  expect(seen.gaps.length).toBeGreaterThan(10)
  expect(Math.min(...seen.gaps)).toBeGreaterThan(5)
  expect(new Set(seen.links)).toEqual(new Set(['rgb(31, 92, 176)']))
})
