/** Tabs and pictures that open: with mouse and keys, in a deck that keeps its own keys to itself meanwhile. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const site = fileUrl(inject('site'))
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

const slug = () => page.evaluate(() => window.lectern!.deck.getCurrentSlide()?.id)

test('one tab shows; arrows choose another and do not turn the slide', async () => {
  await openLecture(page, `${site}media/index.html#/tabs`)
  const shown = page.locator('#tabs .tab:visible')
  expect((await shown.allInnerTexts()).join().trim()).toBe('In Python.')
  await page.getByRole('tab', { name: 'R', exact: true }).click()
  expect((await shown.allInnerTexts()).join().trim()).toBe('In R.')
  await page.keyboard.press('ArrowRight')
  expect((await shown.allInnerTexts()).join().trim()).toBe('In Julia.')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Python')
  expect(await slug()).toBe('tabs')
})

test('a picture opens as large as the window, and closes to where it was opened', async () => {
  await openLecture(page, `${site}media/index.html#/plan`)
  await page.getByRole('link', { name: 'A plan of the house' }).click()
  const large = page.getByRole('dialog', { name: 'A plan of the house' }).locator('img')
  expect((await large.boundingBox())!.width).toBeGreaterThan(1000)
  await page.keyboard.press('ArrowLeft')
  expect(await slug()).toBe('plan')
  await page.keyboard.press('Escape')
  await large.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('lightbox')
})

test('on paper every tab shows under its name', async () => {
  await page.goto(`${site}media/print/index.html`)
  expect(await page.locator('#tabs .tab:visible').allInnerTexts()).toEqual([
    expect.stringMatching(/^Python\s+In Python\.$/),
    expect.stringMatching(/^R\s+In R\.$/),
    expect.stringMatching(/^Julia\s+In Julia\.$/),
  ])
})

test('on paper what is highlighted keeps its colour', async () => {
  await page.goto(`${site}foundation-models/print/index.html`)
  const [lit, plain] = await page.evaluate(() => {
    const quote = document.querySelector('#definition blockquote p')!
    return [getComputedStyle(quote.querySelector('.highlight-blue')!).color, getComputedStyle(quote).color]
  })
  expect(lit).not.toBe(plain)
})
