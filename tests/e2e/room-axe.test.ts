/** What keeps people with disabilities from giving or following a lecture: nothing that axe finds; and nothing moves. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const site = fileUrl(inject('site'))
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
afterEach(() => context.close())

/** What axe finds, as `rule: element`. */
async function faults(): Promise<string[]> {
  const session = await context.newCDPSession(page)
  // The page's policy lets no script in; the debugger is not asked.
  await session.send('Runtime.evaluate', { expression: axe })
  const { violations } = await page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: { run(at: Document, options: object): Promise<never> } }).axe.run(
      document,
      // Styles are read as the browser has them; frames hold the lecture, which is looked at by itself.
      { iframes: false, preload: false },
    ),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      reducedMotion: 'reduce',
      colorScheme,
    })
    page = await context.newPage()
  })

  test.each([
    ['a slide with a countdown', '#/think', ['t']],
    ['the bar of the pen', '#/think', ['c']],
    ['laser pointer and spotlight', '#/think', ['q', 'm']],
    ['the card of keys', '', ['?']],
    ['the title', '', []],
    ['a road', '#/vectors', []],
  ] as const)('the lecture: %s', async (_, place, keys) => {
    await openLecture(page, `${site}room/index.html${place}`)
    await press(page, ...keys)
    expect(await faults()).toEqual([])
  })

  test('the speaker view', async () => {
    await openLecture(page, `${site}room/index.html#/think`)
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')])
    page = speaker
    await expect.poll(() => page.locator('.speaker-notes article:visible').count()).toBe(1)
    expect(await faults()).toEqual([])
  })
})

test('who asks for less motion sees none', async () => {
  context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  await openLecture(page, `${site}room/index.html`)
  const moving = () => page.evaluate(() => document.getAnimations().length)
  for (const key of [
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    't',
    '+',
    'c',
    'x',
    'Escape',
    'm',
    'w',
    'w',
    'ArrowRight',
  ]) {
    await page.keyboard.press(key)
    expect(await moving(), key).toBe(0)
  }
})
