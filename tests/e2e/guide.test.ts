/** The manual and the gallery: built without any message, nothing outside of the stage, links of messages lead there. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { guidePlace, rules } from '../../src/compiler/diagnostics.ts'
import type { WireMessage } from '../../src/shared/markup.ts'
import { lectern } from '../build/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { showSlide } from '../support/deck-page.ts'
import { openDeck } from '../support/flagship.ts'
import { leavingTheStage } from '../support/leaving-the-stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('the decks of the project build without any message', () => {
  const report = inject('siteReport')
  expect(report).toContain('/guide/index.html')
  expect(report.split('\n').filter((line) => /^slides\/\S+:\d+:\d+ /.test(line))).toEqual([])
})

// What is still to come keeps its room, so the last step of a slide shows all that it holds.
test.each(['guide', 'gallery'])(
  'every slide of the %s stays on its stage',
  { timeout: 180_000 },
  async (name) => {
    const { page, places } = await openDeck(browser, name)
    const outside: string[] = []
    for (const place of places) {
      await showSlide(page, place, place.steps - 1)
      for (const what of await page.evaluate(leavingTheStage)) outside.push(`${place.slug}: ${what}`)
    }
    await page.close()
    expect(places.length).toBeGreaterThan(50)
    expect(outside).toEqual([])
  },
)

test('a browser finds nothing wrong with the decks of the project', { timeout: 180_000 }, async () => {
  const { out } = await lectern(join(import.meta.dirname, '../..'), 'check', '--format', 'json')
  const { messages } = JSON.parse(out) as { messages: WireMessage[] }
  expect(messages.map(({ file, line, rule, reason }) => `${file}:${line} ${rule} ${reason}`)).toEqual([])
})

test('a line that fits is as wide as its place, and as high as it may be', async () => {
  const { page, places } = await openDeck(browser, 'gallery')
  const place = places.find(({ slug }) => slug === 'fit')!
  await showSlide(page, place, -1)
  const [line, room, size] = await page.evaluate(() => {
    const box = document.querySelector('section.present .fit-line')!
    const inner = box.firstElementChild as HTMLElement
    return [
      inner.offsetWidth,
      (box as HTMLElement).offsetWidth,
      Number.parseFloat(getComputedStyle(inner).fontSize),
    ]
  })
  await page.close()
  expect(size).toBeGreaterThan(60)
  expect(line / room).toBeGreaterThan(0.95)
  expect(line).toBeLessThanOrEqual(room)
})

test('a message leads to its row in the guide', async () => {
  const [deck, id] = guidePlace('math-syntax').split('#')
  const { page } = await openDeck(browser, deck!)
  await page.goto(`${page.url().split('#')[0]}#${id}`)
  await page.reload()
  await page.waitForFunction(() => document.querySelector('section.present.reference') !== null)
  expect(await page.locator(`section.present #${id}`).innerText()).toBe('math-syntax')
  expect(await page.locator('section.present').last().innerText()).toContain(rules['math-syntax'].what)
  await page.close()
})
