/** Code that steps: which lines are lit at each step, forwards, backwards and by address. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html`
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

/** One sign a line: `+` lit, `-` stepped back, `.` as always. */
async function lines(): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.slide.present .code-block .line')]
      .map(({ classList }) =>
        classList.contains('line-on') ? '+' : classList.contains('line-off') ? '-' : '.',
      )
      .join(''),
  )
}

async function after(key: string): Promise<string> {
  await page.keyboard.press(key)
  return lines()
}

test('the lines of a step are lit, and again on the way back', async () => {
  await openLecture(page, `${deck}#code-in-steps`)
  expect(await lines()).toBe('+--')
  expect(await after('ArrowRight')).toBe('-++')
  expect(await after('ArrowRight')).toBe('...')
  expect(await after('ArrowLeft')).toBe('-++')
  expect(await after('ArrowLeft')).toBe('+--')
})

test('an address leads to a step', async () => {
  await page.goto('about:blank')
  await openLecture(page, `${deck}#/code-in-steps/0`)
  expect(await lines()).toBe('-++')
})

test('code can be scrolled by keyboard and its markers take no room', async () => {
  const block = page.locator('.slide.present .code-block')
  expect(await block.locator('pre').getAttribute('tabindex')).toBe('0')
  for (const marker of await block.locator('.step-marker').all())
    expect(await marker.boundingBox()).toBeNull()
})
