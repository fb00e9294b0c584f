/** Figures in the room: their steps, their size, their type, and the same on the print page. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { launchBrowser } from '../support/browser.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const DECK = `---
title: Figures
---

## Alone

Words above.

::figure{src=steps.ts}

## Beside

:::columns
:::column
Words.
:::
:::column
::figure{src=steps.ts}
:::
:::
`

/** Four marks 100 px wide: always there, moved into place at step 1, gone at step 2, growing at step 2. */
const STEPS = `import { defineFigure } from 'lectern/figure'
const mark = (x: number) => \`<rect x="\${x}" y="100" width="100" height="100"/>\`
export const figure = defineFigure({
  title: 'Four marks',
  description: 'They come and go.',
  draw: () => \`<svg viewBox="0 0 1000 300">
    <text x="0" y="50" font-size="30">Words</text>
    <g data-mark="always">\${mark(0)}</g>
    <g data-mark="moved" data-step="1" transform="translate(200 0)">\${mark(0)}</g>
    <g data-mark="gone" class="fade-out" data-step="2">\${mark(400)}</g>
    <g data-mark="grown" class="grow" data-step="2">\${mark(600)}</g>
  </svg>\`,
})
`

let folder: string
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-figures-')))
  for (const name of ['node_modules', 'slides', 'slides/talk']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'slides/talk/index.md'), DECK)
  await writeFile(join(folder, 'slides/talk/steps.ts'), STEPS)
  const terminal = { ...processTerminal(), cwd: folder, out: () => {}, err: () => {} }
  expect(await main(['build'], terminal)).toBe(0)
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(async () => {
  await browser?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const open = (slug: string) => openLecture(page, `${fileUrl(join(folder, 'dist'))}talk/index.html#${slug}`)

/** Marks that are seen, by name, with their left edge in units of the drawing. */
function seen(slide: string): Promise<Record<string, number>> {
  return page.evaluate((slide) => {
    const svg = document.querySelector<SVGSVGElement>(`${slide} figure.drawing > svg`)!
    const scale = svg.getScreenCTM()!
    const marks = [...svg.querySelectorAll('rect')].filter(
      (mark) =>
        mark.getBoundingClientRect().width > 0 &&
        mark.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )
    const nameOf = (mark: Element) => mark.closest<SVGElement>('[data-mark]')!.dataset.mark
    return Object.fromEntries(
      marks.map((mark) => [
        nameOf(mark),
        Math.round((mark.getBoundingClientRect().left - scale.e) / scale.a) + 0,
      ]),
    )
  }, slide)
}

test('steps come and go where they were drawn', async () => {
  await open('alone')
  expect(await seen('.slide.present')).toEqual({ always: 0, gone: 400, grown: 600 })
  await page.keyboard.press('ArrowRight')
  expect(await seen('.slide.present')).toEqual({ always: 0, moved: 200, gone: 400, grown: 600 })
  await page.keyboard.press('ArrowRight')
  const last = await seen('.slide.present')
  expect(Object.keys(last)).toEqual(['always', 'moved', 'grown'])
  // Grown about its own middle.
  expect(last.grown).toBeLessThan(600)
  expect(last.grown).toBeGreaterThan(550)
})

test('a drawing takes the height that is left or the width that there is, with nothing empty in its box', async () => {
  await open('alone')
  const alone = (await page.locator('.slide.present figure.drawing > svg').boundingBox())!
  const words = (await page.locator('.slide.present p').first().boundingBox())!
  expect(alone.y).toBeGreaterThanOrEqual(words.y + words.height)
  expect(alone.y + alone.height).toBeLessThanOrEqual(720 - 50)
  expect(alone.width).toBeGreaterThan(1100)
  expect(alone.width / alone.height).toBeCloseTo(1000 / 300, 1)
  await open('beside')
  const beside = (await page.locator('.slide.present figure.drawing > svg').boundingBox())!
  const column = (await page.locator('.slide.present .column').last().boundingBox())!
  expect(beside.width).toBeCloseTo(column.width, 0)
  expect(beside.width / beside.height).toBeCloseTo(1000 / 300, 1)
})

test('its text has the type and the colour of the slide', async () => {
  await open('alone')
  const [text, paragraph] = await page.evaluate(() =>
    ['.slide.present svg text', '.slide.present p'].map((selector) => {
      const { fontFamily, fill, color } = getComputedStyle(document.querySelector(selector)!)
      return { fontFamily, colour: selector.endsWith('text') ? fill : color }
    }),
  )
  expect(text).toEqual(paragraph)
})

test('a screen reader hears its name', async () => {
  await open('alone')
  expect(await page.getByRole('img', { name: 'Four marks' }).count()).toBe(1)
})

test('the print page shows it with all its steps', async () => {
  await page.goto(`${fileUrl(join(folder, 'dist'))}talk/print/index.html`)
  const sheet = '.sheet:has(#alone)'
  expect(await page.locator(sheet).count()).toBe(1)
  expect(await seen(sheet)).toEqual({ always: 0, moved: 200, grown: 600 })
  expect(await page.getByRole('img', { name: 'Four marks' }).count()).toBe(2)
})
