/** The preview while its author types: patches in place, and an overlay for what is broken. */
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Preview, startPreview } from '../../src/build/dev/preview.ts'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press, standing } from '../support/lecture.ts'

const slideCount = 40

let folder: string
let file: string
let browser: Browser
let page: Page
let preview: Preview

/** Forty slides with a formula and two fragments each. */
function deck(): string {
  const slides = Array.from(
    { length: slideCount },
    (_, at) =>
      `## Slide ${at + 1}\n\nWords of slide ${at + 1}.\n\n- first {.fragment}\n- second {.fragment}\n\n$$\nx_{${at + 1}} = 1\n$$\n`,
  )
  slides[20] += '\n::figure{src=figures/a.ts}\n'
  return `---\ntitle: Forty\nlang: en\n---\n\n${slides.join('\n')}`
}

/** The figure of slide 21. */
const FIGURE = `import { defineFigure } from 'lectern/figure'
import { word } from './kit.ts'
export const figure = defineFigure({
  title: 'A word',
  draw: ({ read }) => \`<svg viewBox="0 0 100 20"><text y="15">\${word} \${read('data.txt')}</text></svg>\`,
})
`

async function edit(from: string, to: string, name = 'forty.md'): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(folder, name), text.replace(from, to))
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-dev-')))
  file = join(folder, 'forty.md')
  await writeFile(file, deck())
  for (const name of ['figures', 'node_modules']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'figures/a.ts'), FIGURE)
  await writeFile(join(folder, 'figures/kit.ts'), 'export const word: string = "first"\n')
  await writeFile(join(folder, 'data.txt'), 'numbers')
  preview = await startPreview(folder, ['forty.md'], {})
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await openLecture(page, `${preview.urls[0]}forty/#slide-20`)
  // The first load may bring the page again while Vite finds its dependencies.
  await page.waitForLoadState('networkidle')
  await openLecture(page, `${preview.urls[0]}forty/#slide-20`)
  await press(page, 'ArrowRight')
  await page.evaluate(() => Object.assign(window, { marker: 'same page' }))
})

afterAll(async () => {
  await browser?.close()
  await preview?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

async function expectSamePlace(): Promise<void> {
  expect(await page.evaluate(() => (window as unknown as { marker?: string }).marker)).toBe('same page')
  expect(await standing(page)).toEqual({ slug: 'slide-20', fragment: 0 })
  const shown = await page
    .locator('section.present:not(.stack) .fragment')
    .evaluateAll((items) => items.map((item) => item.classList.contains('visible')))
  expect(shown).toEqual([true, false])
}

test('an edit shows on the open slide, on the same fragment, without a reload', async () => {
  await edit('Words of slide 20.', 'Other words here.')
  await page.waitForFunction(() =>
    document.querySelector('section.present:not(.stack)')?.textContent?.includes('Other words here.'),
  )
  await expectSamePlace()
})

test('an edit to another slide leaves the open one alone', async () => {
  await page.evaluate(() => {
    document.querySelector('section.present:not(.stack) p')?.setAttribute('data-untouched', '')
  })
  await edit('Words of slide 21.', 'A later slide.')
  await page.waitForFunction(() =>
    document.getElementById('slide-21')?.textContent?.includes('A later slide.'),
  )
  expect(await page.locator('section.present:not(.stack) [data-untouched]').count()).toBe(1)
  await expectSamePlace()
})

test('a broken formula shows its message with its place, and the old slide stays', async () => {
  await edit('x_{20} = 1', '\\frac{1')
  const message = page.locator('.messages:visible')
  await message.waitFor()
  const line = (await readFile(file, 'utf8')).split('\n').indexOf('\\frac{1') + 1
  expect(await message.innerText()).toMatch(new RegExp(`forty\\.md:${line}:\\d+`))
  expect(await page.locator('section.present:not(.stack) .katex').count()).toBe(1)
  await expectSamePlace()

  await edit('\\frac{1', 'y_{20} = 2')
  await message.waitFor({ state: 'hidden' })
  await page.waitForFunction(() =>
    document.querySelector('section.present:not(.stack) annotation')?.textContent?.includes('y_{20}'),
  )
  await expectSamePlace()
})

const drawn = (text: string) =>
  page.waitForFunction((text) => document.querySelector('#slide-21 svg text')?.textContent === text, text)

test('an edit to a figure module, to what it imports and to its data shows in place', async () => {
  await drawn('first numbers')
  await edit('numbers', 'other numbers', 'data.txt')
  await drawn('first other numbers')
  await edit('first', 'second', 'figures/kit.ts')
  await drawn('second other numbers')
  await edit('${word}', '${word},', 'figures/a.ts')
  await drawn('second, other numbers')
  await expectSamePlace()
})

test('a broken figure module shows its message with its place, and the old drawing stays', async () => {
  await edit(
    'draw: ({ read })',
    'draw: () => { throw new Error("nothing to draw") }, old: ({ read })',
    'figures/a.ts',
  )
  const message = page.locator('.messages:visible')
  await message.waitFor()
  const line = (await readFile(file, 'utf8')).split('\n').indexOf('::figure{src=figures/a.ts}') + 1
  expect(await message.innerText()).toMatch(
    new RegExp(`forty\\.md:${line}:1[^]*figures/a\\.ts:5:\\d+: nothing to draw`),
  )
  await drawn('second, other numbers')

  await edit(
    'draw: () => { throw new Error("nothing to draw") }, old: ({ read })',
    'draw: ({ read })',
    'figures/a.ts',
  )
  await message.waitFor({ state: 'hidden' })
  await edit('second', 'third', 'figures/kit.ts')
  await drawn('third, other numbers')
  await expectSamePlace()
})

test('what no patch can bring loads the page again, in the same place', async () => {
  await edit('## Slide 40', '## Slide 40\n\nText.\n\n## Slide 41')
  await page.waitForFunction(() => document.getElementById('slide-41'))
  await page.waitForFunction(() => !('marker' in window) && 'lectern' in window)
  await openLecture(page, page.url())
  expect(await standing(page)).toEqual({ slug: 'slide-20', fragment: 0 })
})
