/** Pages of the flagship's PDF beside the same slides in the lecture: what was shown is what is handed out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lectern } from '../build/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { flagshipUrl } from '../support/flagship.ts'
import { openLecture } from '../support/lecture.ts'
import { differingPart, drawnPages, readPng, type Picture } from '../support/pdf-pixels.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-pixels-'))

/**
 * Slides of all kinds: slug, what is special, whether it is looked at before its first step, and the greatest part of the
 * picture that may differ. A thousandth holds the smoothing of letters by another program; arrows, which the lecture's
 * web fonts leave to the machine's, move what stands behind them; in the room the road's last stop is lit.
 */
const slides = [
  ['title', 'title', false, 0.001],
  ['definition', 'quotation', false, 0.001],
  ['fine-tuning', 'formulas', false, 0.0015],
  ['loss', 'figure', false, 0.001],
  ['attention', 'figure with steps', false, 0.001],
  ['properties', 'table', false, 0.005],
  ['scale', 'code, Chinese, dark', false, 0.007],
  ['check-a', 'quiz', true, 0.001],
  ['what-it-is', 'roadmap, Chinese', false, 0.008],
  ['references', 'references', false, 0.001],
] as const
/** Squares of so many px are compared, by their mean colours, which may be so far apart (of 255). */
const SQUARE = 8
const APART = 40

let browser: Browser
let lecture: Page
let pages: Map<string, Picture>

beforeAll(async () => {
  browser = await launchBrowser()
  lecture = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  await openLecture(lecture, flagshipUrl())
  // What belongs to the room: the bar, the arrows, the number, which paper counts otherwise.
  await lecture.addStyleTag({
    content: '.progress, .controls, .slide-number { visibility: hidden !important }',
  })
  const file = path.join(folder, 'flagship.pdf')
  const names = slides.map(([slug]) => `#${slug}`).join(',')
  const made = await lectern(root, 'pdf', 'slides/foundation-models', '-o', file, '--range', names)
  expect(made).toMatchObject({ code: 0, err: '' })
  pages = await drawnPages(readFileSync(file), 1280)
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser?.close()
})

async function pictureOf(slug: string, first: boolean): Promise<{ number: number; picture: Picture }> {
  const number = await lecture.evaluate(
    ([id, fragment]) => {
      const { deck, manifest } = (
        window as unknown as {
          lectern: {
            deck: {
              getIndices(slide: Element): { h: number; v: number }
              slide(h: number, v: number, f: number): void
            }
            manifest: { slides: { slug: string }[] }
          }
        }
      ).lectern
      const { h, v } = deck.getIndices(document.getElementById(id)!)
      deck.slide(h, v, fragment)
      return manifest.slides.findIndex((slide) => slide.slug === id) + 1
    },
    [slug, first ? -1 : 99] as const,
  )
  await lecture.waitForFunction(
    (id) => document.querySelector('section.present:not(.stack)')?.id === id,
    slug,
  )
  await lecture.evaluate(() => document.fonts.ready)
  return { number, picture: await readPng(await lecture.screenshot({ animations: 'disabled' })) }
}

test.each(slides)('%s (%s) looks on paper as it did in the room', async (slug, _, first, most) => {
  const { number, picture } = await pictureOf(slug, first)
  const labels = [...pages.keys()].filter((label) => parseInt(label, 10) === number)
  const page = pages.get(labels.at(-1)!)!
  // The number of the page, at its lower corner.
  const part = differingPart(picture, page, SQUARE, APART, { left: 1160, top: 660 })
  expect(part).toBeLessThanOrEqual(most)
})

test('a line that is missing is a difference', async () => {
  const { number } = await pictureOf('scale', true)
  const picture = await readPng(await lecture.screenshot({ animations: 'disabled' }))
  const page = pages.get([...pages.keys()].filter((label) => parseInt(label, 10) === number).at(-1)!)!
  expect(differingPart(picture, page, SQUARE, APART, { left: 1160, top: 660 })).toBeGreaterThan(0.01)
})
