/** Practising in the preview, where the parts of the page are modules of Vite's. */
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Preview, startPreview } from '../../src/build/dev/preview.ts'
import { launchBrowser } from '../support/browser.ts'

let folder: string
let preview: Preview
let browser: Browser

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-practice-')))
  await cp('tests/sites/practice', join(folder, 'slides/practice'), { recursive: true })
  preview = await startPreview(folder, ['slides'], {})
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await preview?.close()
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['a session over the page', 'practice/review/', '.bar-cards'],
  ['the page of all cards', 'index.html', '.index-cards'],
])('%s', async (_, path, entry) => {
  const page = await browser.newPage()
  await page.goto(preview.urls[0]! + path)
  // The first load may bring the page again while Vite finds its dependencies.
  await page.waitForLoadState('networkidle')
  await page.goto(preview.urls[0]! + path)
  await page.locator(entry).click()
  await page.locator('.session-card').waitFor()
  await page.keyboard.press('Space')
  expect(await page.locator('.session-card .card-back').innerText()).not.toBe('')
  expect(await page.locator('.grade').count()).toBe(4)
  await page.close()
})

test('words are chosen by keyboard and marked', async () => {
  const page = await browser.newPage()
  const address = `${preview.urls[0]!}practice/review/`
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.goto(address)
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
  await page.keyboard.press('m')
  await page.getByRole('group', { name: 'Mark this text' }).getByRole('button', { name: 'Blue' }).click()
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('mark-blue') ?? [])].map((range) => String(range)))
  await expect.poll(marked).toEqual(['Practising'])
  await page.close()
})
