/**
 * The gallery in every theme looks as it did: each slide's last state, in light and in dark, beside a sheet of pictures in
 * `tests/looks/`, a quarter of the stage's size. A slide whose HTML has changed since has no picture to stand beside; at
 * least nine of ten must have one. Letters may be smoothed otherwise: told is what is moved, missing or of another colour.
 *
 * `UPDATE_LOOKS=1 npx vitest run --project browser tests/e2e/looks.test.ts` takes the sheets anew; look at them before
 * committing them. `LECTERN_THEME=paper` takes or looks at one theme only. Where it fails, the sheet that was seen lies
 * in `.lectern/looks/`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/build/browser/find-browser.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { themeNames } from '../../src/build/themes.ts'
import { main } from '../../src/cli.ts'
import { launchBrowser } from '../support/browser.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { differingPart, readPng } from '../support/pdf-pixels.ts'
import { readSheet, writeSheet, type SeenSlide } from '../support/looks-sheet.ts'
import { fileUrl } from '../support/site.ts'

const update = process.env.UPDATE_LOOKS === '1' && !process.env.CI
const sheets = join(packageRoot, 'tests/looks')
const seenSheets = join(packageRoot, '.lectern/looks')
const themes = themeNames(packageRoot).filter((name) => [undefined, name].includes(process.env.LECTERN_THEME))
const SCHEMES = ['light', 'dark'] as const
/** Set in the machine's own fonts, or a film that another browser may begin elsewhere. */
const UNSTABLE = new Set(['hebrew', 'scripts', 'film'])
/** A square of 8 px differs where its mean is more than 20 (of 255) apart; of 880 squares eight may. */
const TOLERANCE = { square: 8, apart: 20, part: 8 / 880 }
const NO_CORNER = { left: Infinity, top: Infinity }

let browser: Browser
let foreign = ''
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  const { source } = await findBrowser()
  if (source !== '@sparticuz/chromium') foreign = source
  folder = mkdtempSync(join(tmpdir(), 'lectern-looks-'))
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(themes)('the theme %s', (theme) => {
  test('looks as it did', { timeout: 300_000 }, async (context) => {
    context.skip(
      foreign !== '',
      `the pictures are those of npm's Chromium, not of another browser (${foreign})`,
    )
    const quiet = { ...processTerminal(), out: () => {}, err: () => {} }
    expect(
      await main(['build', 'slides/gallery', '--theme', theme, '--out', join(folder, theme)], quiet),
    ).toBe(0)
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      deviceScaleFactor: 0.25,
      reducedMotion: 'reduce',
    })
    await page.goto(`${fileUrl(join(folder, theme))}gallery/index.html`)
    const seen = await lookAt(page)
    await page.close()
    const wrong: string[] = []
    for (const scheme of SCHEMES) {
      const name = `${theme}-${scheme}`
      if (update) await writeSheet(sheets, name, seen[scheme])
      const known = existsSync(join(sheets, `${name}.json`)) ? await readSheet(sheets, name) : []
      const differing = compare(known, seen[scheme])
      if (differing.length > 0) await writeSheet(seenSheets, name, seen[scheme])
      wrong.push(...differing.map((what) => `${name}: ${what}`))
    }
    expect(wrong.join('\n')).toBe('')
  })
})

test('the sheets are light', () => {
  const bytes = themeNames(packageRoot).flatMap((theme) =>
    SCHEMES.map((scheme) => readFileSync(join(sheets, `${theme}-${scheme}.webp`)).length),
  )
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(4_000_000)
})

async function lookAt(page: Page): Promise<Record<(typeof SCHEMES)[number], SeenSlide[]>> {
  const seen = { light: [] as SeenSlide[], dark: [] as SeenSlide[] }
  const places = await slidesOf(page)
  const hashes = await page.evaluate(() => {
    const { lectern } = window as unknown as { lectern: { manifest: { slides: { hash: string }[] } } }
    return lectern.manifest.slides.map(({ hash }) => hash)
  })
  // What tells where one is changes with every slide that comes in before.
  await page.addStyleTag({
    content: '.reveal :is(.controls, .progress, .slide-number) { display: none !important }',
  })
  for (const place of places) {
    if (UNSTABLE.has(place.slug)) continue
    await showSlide(page, place, place.steps - 1)
    for (const scheme of SCHEMES) {
      await page.evaluate(async (to) => {
        document.documentElement.dataset.scheme = to
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      }, scheme)
      seen[scheme].push({
        slug: place.slug,
        hash: hashes[place.index]!,
        picture: await readPng(await page.screenshot()),
      })
    }
  }
  return seen
}

/** Slides that look otherwise than they did with the same HTML. */
function compare(known: readonly SeenSlide[], seen: readonly SeenSlide[]): string[] {
  const wrong: string[] = []
  let compared = 0
  for (const { slug, hash, picture } of seen) {
    const before = known.find((slide) => slide.slug === slug && slide.hash === hash)
    if (!before) continue
    compared++
    const part = differingPart(before.picture, picture, TOLERANCE.square, TOLERANCE.apart, NO_CORNER)
    if (part > TOLERANCE.part) wrong.push(`${slug} differs in ${(part * 100).toFixed(1)} %`)
  }
  if (compared < seen.length * 0.9)
    wrong.push(
      `only ${compared} of ${seen.length} slides have a picture; take the sheets anew by UPDATE_LOOKS=1`,
    )
  return wrong
}
