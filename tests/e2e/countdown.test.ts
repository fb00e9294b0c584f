/** Time to think: the countdown on its slide, and the road that opens each section and leads to it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press, standing } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}room/index.html`
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

const timer = () => page.locator('section.present:not(.stack) > .slide-timer')
const state = async () => `${await timer().innerText()} ${await timer().getAttribute('data-state')}`

describe('countdown', () => {
  beforeEach(() => page.clock.install({ time: new Date('2026-10-01T10:00:00') }))

  test('runs, pauses and goes on by its key, and ends for all to see', async () => {
    await openLecture(page, `${deck}#/think`)
    expect(await state()).toBe('1:00 ready')
    await press(page, 't')
    await page.clock.runFor(15_000)
    expect(await state()).toBe('0:45 runs')
    await press(page, 't')
    await page.clock.runFor(60_000)
    expect(await state()).toBe('0:45 paused')
    await press(page, 't')
    await page.clock.runFor(45_000)
    expect(await state()).toBe('0:00 over')
    const filled = await timer().evaluate((box) => getComputedStyle(box).backgroundColor)
    expect(filled).not.toBe('rgba(0, 0, 0, 0)')
    await press(page, 't')
    expect(await state()).toBe('1:00 ready')
  })

  test('a click does the same, and the space bar still means "next"', async () => {
    await openLecture(page, `${deck}#/think`)
    await timer().locator('button').click()
    await page.clock.runFor(5_000)
    expect(await state()).toBe('0:55 runs')
    expect(await press(page, 'Space')).toMatchObject([{ slug: 'talk-to-your-neighbour' }])
  })

  test('goes on while another slide shows, and through a reload', async () => {
    await openLecture(page, `${deck}#/think`)
    await press(page, 't', 'ArrowLeft')
    await page.clock.runFor(10_000)
    await press(page, 'ArrowRight')
    await page.clock.runFor(1_000)
    expect(await state()).toBe('0:49 runs')
    await page.reload()
    await page.evaluate(() => window.lectern!.ready)
    await page.clock.runFor(9_000)
    expect(await state()).toBe('0:40 runs')
  })

  test('starts with the step that the slide names, once', async () => {
    await openLecture(page, `${deck}#/talk-to-your-neighbour`)
    await page.clock.runFor(5_000)
    expect(await state()).toBe('1:30 ready')
    await press(page, 'ArrowRight')
    await page.clock.runFor(30_000)
    expect(await state()).toBe('1:00 runs')
    await press(page, 't', 'ArrowLeft', 'ArrowRight')
    expect(await state()).toBe('1:00 paused')
  })

  test('paper shows the time', async () => {
    await page.goto(deck.replace('index.html', 'print/index.html'))
    await page.emulateMedia({ media: 'print' })
    const times = page.locator('.slide-timer')
    expect(await times.allInnerTexts()).toEqual(['1:00', '1:30'])
    expect(await times.first().isVisible()).toBe(true)
  })
})

describe('a road as agenda', () => {
  const here = () => page.locator('section.present:not(.stack) .roadmap [data-state=here]').innerText()

  test('opens each section at its stop', async () => {
    const stops: string[] = []
    for (const slug of ['counting', 'vectors', 'attention']) {
      await openLecture(page, `${deck}#/${slug}`)
      stops.push(await here())
    }
    expect(stops).toEqual(['Counting', 'Vectors', 'Attention'])
  })

  test('a click on a stop goes to its part, and Back returns', async () => {
    await openLecture(page, `${deck}#/overview`)
    const stop = (name: string) =>
      page.locator('section.present:not(.stack) .roadmap-link', { hasText: name })
    await stop('Vectors').click()
    expect(await standing(page)).toMatchObject({ slug: 'vectors' })
    await stop('Attention').click()
    expect(await standing(page)).toMatchObject({ slug: 'attention' })
    await page.goBack()
    await expect.poll(() => standing(page)).toMatchObject({ slug: 'vectors' })
    await page.goBack()
    await expect.poll(() => standing(page)).toMatchObject({ slug: 'overview' })
  })
})
