/** Pointing at things in the lecture, and what keeps it from getting lost: laser, spotlight, zoom, screens, clickers. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { deckIs, openLecture, press, standing } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html`
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})
afterEach(() => context.close())

const pointing = () => page.locator('.pointing')

/** The middle of the laser's dot in the window. */
const dot = () =>
  pointing().evaluate((mark) => {
    const style = getComputedStyle(mark, '::before')
    return [style.left, style.top].map(Number.parseFloat)
  })

describe('laser and spotlight', () => {
  test('the laser follows the pointer, and a click still goes through', async () => {
    await openLecture(page, `${deck}#/formulas`)
    await page.mouse.move(200, 150)
    await press(page, 'q')
    expect(await pointing().isVisible()).toBe(true)
    expect(await dot()).toEqual([200, 150])
    await page.mouse.move(640, 420)
    expect(await dot()).toEqual([640, 420])
    await page.locator('#formulas a').first().click()
    expect(await standing(page)).toMatchObject({ slug: 'points-that-step-in' })
    await press(page, 'q')
    expect(await pointing().isVisible()).toBe(false)
  })

  test('the spotlight darkens the rest, and Escape puts it away, not the slide', async () => {
    await openLecture(page, `${deck}#/formulas`)
    await page.mouse.move(300, 200)
    await press(page, 'm')
    const background = () => pointing().evaluate((mark) => getComputedStyle(mark).backgroundImage)
    expect(await background()).toMatch(/radial-gradient\(.*at 300px 200px/)
    await press(page, 'Escape')
    expect(await pointing().isVisible()).toBe(false)
    expect(await deckIs(page, 'isOverview')).toBe(false)
  })
})

describe('zoom', () => {
  const scale = () =>
    page.evaluate(() => new DOMMatrix(getComputedStyle(document.querySelector('.reveal')!).transform).a)

  test('Alt and a click shows a spot large, and the whole slide again', async () => {
    await openLecture(page, `${deck}#/formulas`)
    const formula = page.locator('#formulas .katex-html').first()
    const before = (await formula.boundingBox())!
    const [x, y] = [before.x + 5, before.y + 5]
    await page.keyboard.down('Alt')
    await page.mouse.click(x, y)
    await page.keyboard.up('Alt')
    expect(await scale()).toBeGreaterThan(2)
    const after = (await formula.boundingBox())!
    // The spot stays under the pointer.
    expect(after.x).toBeLessThan(x)
    expect(after.y).toBeLessThan(y)
    expect(after.y + after.height).toBeGreaterThan(y)
    await press(page, 'Escape')
    expect(await scale()).toBe(1)
  })

  test('+ and - step nearer and farther; the next slide comes in full', async () => {
    await openLecture(page, `${deck}#/formulas`)
    const scales = [await scale()]
    for (const key of ['+', '+', '-', 'ArrowRight']) {
      await page.keyboard.press(key)
      scales.push(await scale())
    }
    const [none, near, nearer, far, next] = scales as [number, number, number, number, number]
    expect(none).toBe(1)
    expect(nearer).toBeGreaterThan(near)
    expect(far).toBeCloseTo(near)
    // The formula's slide has no steps: this was the next slide.
    expect(next).toBe(1)
  })
})

describe('screens', () => {
  const cover = () =>
    page
      .locator('.pause-overlay')
      .evaluate((overlay) => [
        getComputedStyle(overlay).visibility,
        getComputedStyle(overlay).backgroundColor,
      ])

  test('w shows white, b black; one leads to the other, the same again to the slide', async () => {
    await openLecture(page, `${deck}#/formulas`)
    await press(page, 'w')
    expect(await cover()).toEqual(['visible', 'rgb(255, 255, 255)'])
    await press(page, 'b')
    expect(await cover()).toEqual(['visible', 'rgb(0, 0, 0)'])
    await press(page, '.')
    expect(await deckIs(page, 'isPaused')).toBe(false)
    await press(page, ',')
    expect(await cover()).toEqual(['visible', 'rgb(255, 255, 255)'])
    // Nothing else happens behind a covered screen; Escape takes the cover away.
    await press(page, 'ArrowRight', 'c', 'Escape')
    expect(await deckIs(page, 'isPaused')).toBe(false)
    expect(await standing(page)).toMatchObject({ slug: 'formulas' })
    expect(await page.locator('.ink-bar').isVisible()).toBe(false)
  })

  test("a clicker's F5 fills the screen and loads nothing anew, and the screen stays on", async () => {
    await page.addInitScript(() => {
      const asked: string[] = []
      Object.assign(window, { asked })
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: (type: string) => {
            asked.push(type)
            return Promise.reject(new Error('no power'))
          },
        },
      })
    })
    await openLecture(page, `${deck}#/formulas`)
    await page.evaluate(() => Object.assign(window, { same: true }))
    await press(page, 'Shift+F5')
    await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(true)
    expect(await page.evaluate(() => (window as unknown as { same: boolean }).same)).toBe(true)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { asked: string[] }).asked))
      .toContain('screen')
    await press(page, 'F5')
    await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(false)
  })
})

test('a keyboard of another script has the same keys', async () => {
  await openLecture(page, `${deck}#/formulas`)
  await page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'с', code: 'KeyC', keyCode: 67 })),
  )
  expect(await page.locator('.ink-bar').isVisible()).toBe(true)
})

test('nothing happens while someone types', async () => {
  await openLecture(page, `${deck}#/formulas`)
  await page.evaluate(() => {
    const field = document.createElement('input')
    document.querySelector('.slides .present')!.append(field)
    field.focus()
  })
  await page.keyboard.type('qcxwb.,+n')
  expect(await page.locator('input:focus').inputValue()).toBe('qcxwb.,+n')
  expect(await pointing().isVisible()).toBe(false)
  expect(await page.locator('.ink-bar').isVisible()).toBe(false)
  expect(await deckIs(page, 'isPaused')).toBe(false)
  expect(await standing(page)).toMatchObject({ slug: 'formulas' })
})

test('the card lists what there is, without a scroll bar', async () => {
  await openLecture(page, deck)
  await press(page, '?')
  const card = page.locator('dialog[open]')
  expect(await card.innerText()).toMatch(/Laser pointer[^]*Highlighter[^]*White board/)
  expect(await card.evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight)).toBe(0)
})
