/** The worked example of a plugin, built with the project's own config and run in the lecture page. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lectern } from '../build/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const root = join(import.meta.dirname, '../..')
let out: string
let said: { code: number; out: string; err: string }
let browser: Browser
let page: Page

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'lectern-plugins-'))
  said = await lectern(root, 'build', 'slides/plugins', '--out', join(out, 'site'), '--strict')
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(async () => {
  await browser?.close()
  await rm(out, { recursive: true, force: true })
})

const clock = (): Promise<string> => page.locator('.countdown').innerText()

test('it builds without a message', () => {
  expect(said).toMatchObject({ code: 0, err: '' })
})

test('the clock runs while its slide shows, and begins again by a click', async () => {
  await page.clock.install()
  await openLecture(page, `${fileUrl(join(out, 'site'))}plugins/index.html#talk-to-your-neighbour`)
  expect(await clock()).toBe('3:00')
  await page.clock.runFor(5000)
  expect(await clock()).toBe('2:55')
  await press(page, 'ArrowRight')
  await page.clock.runFor(5000)
  await press(page, 'ArrowLeft')
  expect(await clock()).toBe('2:55')
  await page.locator('.countdown').click()
  expect(await clock()).toBe('3:00')
})

test('its style sheet comes with it, in the theme’s type', async () => {
  const style = await page.locator('.countdown').evaluate((element) => {
    const { fontVariantNumeric, fontSize } = getComputedStyle(element)
    return { fontVariantNumeric, large: parseFloat(fontSize) > 100 }
  })
  expect(style).toEqual({ fontVariantNumeric: 'tabular-nums', large: true })
})

test('on the print page the planned time stands', async () => {
  await page.goto(`${fileUrl(join(out, 'site'))}plugins/print/index.html`)
  expect(await clock()).toBe('3:00')
})
