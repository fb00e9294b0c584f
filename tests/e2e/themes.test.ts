/**
 * What every theme must hold, shown on the gallery with all its layouts and blocks in their final states: nothing leaves
 * the stage, all text can be read from the last row (24 px on the stage; sources, captions and marks of axes 16 px), and
 * it stands out in both schemes as WCAG 2 AA asks (`contrast`: AAA).
 *
 * `LECTERN_THEME=paper npx vitest run tests/e2e/themes.test.ts` looks at one theme only.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processTerminal } from '../../src/build/terminal.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { themeNames } from '../../src/build/themes.ts'
import { main } from '../../src/cli.ts'
import { TYPE_MATH } from '../../src/compiler/fit/metrics.ts'
import { launchBrowser } from '../support/browser.ts'
import { computedContrasts } from '../support/computed-contrast.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { leavingTheStage } from '../support/leaving-the-stage.ts'
import { fileUrl } from '../support/site.ts'
import { textsOnSlide } from '../support/slide-texts.ts'

const LEAST = { text: 24, vanishing: 24, axis: 16, aside: 16 }
const SCHEMES = ['light', 'dark'] as const
const themes = themeNames(packageRoot).filter((name) => [undefined, name].includes(process.env.LECTERN_THEME))

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-themes-'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A text of 24 px, or bold and of 18.66 px, counts as large. */
const leastContrast = (theme: string, large: boolean): number =>
  theme === 'contrast' ? (large ? 4.5 : 7) : large ? 3 : 4.5

describe.each(themes)('the theme %s', (theme) => {
  test('shows the gallery whole, large enough and clear', { timeout: 240_000 }, async () => {
    const out = join(folder, theme)
    const said: string[] = []
    const terminal = {
      ...processTerminal(),
      out: () => undefined,
      err: (text: string) => void said.push(text),
    }
    const code = await main(['build', 'slides/gallery', '--theme', theme, '--out', out, '--strict'], terminal)
    expect(said.join('')).toBe('')
    expect(code).toBe(0)

    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    await page.goto(`${fileUrl(out)}gallery/index.html`)
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    const places = await slidesOf(page)
    const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color)
    const first = await ink()
    await page.keyboard.press('d')
    expect(await ink()).not.toBe(first)
    const wrong = new Set<string>()
    let texts = 0
    for (const place of places) {
      await showSlide(page, place, place.steps - 1)
      for (const what of await page.evaluate(leavingTheStage))
        wrong.add(`${place.slug}: ${what} off the stage`)
      for (const { text, size, kind } of await page.evaluate(textsOnSlide))
        if (size < LEAST[kind]) wrong.add(`${place.slug}: "${text.slice(0, 50)}" is ${size} px`)
      for (const scheme of SCHEMES) {
        await page.evaluate((to) => (document.documentElement.dataset.scheme = to), scheme)
        for (const { text, size, bold, contrast, color, under } of await page.evaluate(computedContrasts)) {
          texts++
          if (contrast < leastContrast(theme, size >= 24 || (bold && size >= 18.66)))
            wrong.add(`${place.slug}, ${scheme}: "${text}" (${color} on ${under}) has ${contrast.toFixed(2)}`)
        }
      }
    }
    expect(texts).toBeGreaterThan(500)
    expect([...wrong].join('\n')).toBe('')

    const show = async (slug: string): Promise<void> => {
      const place = places.find((one) => one.slug === slug)!
      await showSlide(page, place, place.steps - 1)
    }
    await show('formula-steps')
    expect(await page.evaluate(beyondTheirMark), 'parts of a formula beyond the mark on it').toEqual([])
    await show('full')
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('.slide-number')!).backgroundColor,
    )
    expect(ground, "under the slide's number, over a picture").not.toBe('rgba(0, 0, 0, 0)')
    const canvas = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--canvas'))
    expect(await canvas(), 'beyond a slide on paper').toBe('')
    await show(await page.evaluate(() => document.querySelector('.slides .slide.filled')!.id))
    expect(await canvas(), 'beyond a slide that is filled').not.toBe('')
    await show('full')
    expect(await canvas(), 'beyond a slide on paper again').toBe('')
    await page.close()
  })
})

/** Runs in the page: what is marked in a formula and reaches out of the mark, upwards or downwards. */
function beyondTheirMark(): string[] {
  const marks = [...document.querySelectorAll('section.present .math-highlight')]
  if (marks.length === 0) return ['no mark']
  return marks.flatMap((mark) => {
    const { top, bottom } = mark.getBoundingClientRect()
    // Fractions and roots: KaTeX stacks what is higher than a line.
    return [...mark.querySelectorAll('.vlist-t, .hide-tail')].flatMap((part) => {
      const box = part.getBoundingClientRect()
      return box.top < top - 2 || box.bottom > bottom + 2 ? part.className : []
    })
  })
}

test('every theme says what it is, and its type is measured', () => {
  for (const theme of themes) {
    const read = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(packageRoot, 'themes', theme, file), 'utf8'))
    expect(read('theme.json')).toMatchObject({
      name: theme,
      title: expect.any(String),
      license: expect.any(String),
    })
    const css = readFileSync(join(packageRoot, 'themes', theme, 'theme.css'), 'utf8')
    const written = Number(/--type: ([\d.]+)px/.exec(css)?.[1])
    expect(read('metrics.json').type).toBe(written)
    const ofFormulas = Number(/--type-math: ([\d.]+)/.exec(css)?.[1] ?? TYPE_MATH)
    expect(read('metrics.json').typeMath ?? TYPE_MATH).toBe(ofFormulas)
  }
})
