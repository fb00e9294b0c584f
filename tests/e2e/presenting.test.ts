/** Giving a lecture: keys, fragments both ways, the road, and links into the deck. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { deckIs, openLecture, outlineOf, press, shownFragments, standing } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html`
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterEach(() => page.close())

async function open(hash = ''): Promise<void> {
  await openLecture(page, deck + hash)
}

describe('keys', () => {
  test.each(['ArrowRight', 'ArrowDown', 'Space', 'PageDown', 'n'])('%s goes straight on', async (key) => {
    await open()
    const outline = await outlineOf(page)
    const expected = outline.flatMap(({ slug, steps }) =>
      Array.from({ length: steps + 1 }, (_, step) => ({ slug, fragment: step - 1 })),
    )
    const keys = Array.from({ length: expected.length - 1 }, () => key)
    expect(await press(page, ...keys)).toEqual(expected.slice(1))
  })

  test.each(['ArrowLeft', 'ArrowUp', 'PageUp', 'p'])('%s goes back the same way', async (key) => {
    await open('#the-road')
    const [before] = await press(page, key)
    expect(before).toMatchObject({ slug: 'second-part' })
    const [code] = await press(page, key)
    // What has been stepped in stays in.
    expect(code).toEqual({ slug: 'code-in-steps', fragment: 2 - 1 })
  })

  test('Home and End go to the ends', async () => {
    await open()
    expect(await press(page, 'End', 'Home')).toMatchObject([{ slug: 'the-end' }, { slug: 'title' }])
  })

  test('? opens the card of the keys, Esc closes it, and the deck stays', async () => {
    await open()
    await page.keyboard.press('?')
    const card = page.locator('dialog[open]')
    expect(await card.innerText()).toMatch(/Page Down/)
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(0)
    expect(await standing(page)).toMatchObject({ slug: 'title' })
    expect(await deckIs(page, 'isOverview')).toBe(false)
  })

  test('o shows the overview, b a black screen', async () => {
    await open()
    await page.keyboard.press('o')
    expect(await deckIs(page, 'isOverview')).toBe(true)
    await page.keyboard.press('o')
    expect(await deckIs(page, 'isOverview')).toBe(false)
    await page.keyboard.press('b')
    expect(await deckIs(page, 'isPaused')).toBe(true)
    await page.keyboard.press('b')
    expect(await deckIs(page, 'isPaused')).toBe(false)
  })
})

describe('fragments', () => {
  test('step in one by one, and out again', async () => {
    await open('#points-that-step-in')
    const counts = [await shownFragments(page)]
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key)
      counts.push(await shownFragments(page))
    }
    expect(counts).toEqual([0, 1, 2, 3, 2, 1, 0])
    expect((await standing(page)).slug).toBe('points-that-step-in')
  })

  test('are not to be seen before their turn', async () => {
    await open('#points-that-step-in')
    const opacities = () =>
      page
        .locator('section.present:not(.stack) li')
        .evaluateAll((items) => items.map((item) => getComputedStyle(item).opacity))
    expect(await opacities()).toEqual(['0', '0', '0'])
    await press(page, 'ArrowRight')
    await expect.poll(opacities).toEqual(['1', '0', '0'])
  })
})

describe('the road', () => {
  test('comes stop by stop', async () => {
    await open('#the-road')
    const seen = () =>
      page
        .locator('section.present:not(.stack) .roadmap-label')
        .evaluateAll(
          (labels) =>
            labels.filter((label) =>
              label.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
            ).length,
        )
    const outline = await outlineOf(page)
    expect(outline.find(({ slug }) => slug === 'the-road')).toMatchObject({ steps: 4 })
    expect(await seen()).toBe(0)
    for (const stop of [1, 2, 3, 4]) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(seen).toBe(stop)
    }
    expect((await standing(page)).slug).toBe('the-road')
  })

  test('returns with the stop where the lecture stands', async () => {
    await open('#you-are-here')
    const road = page.locator('section.present:not(.stack) .roadmap')
    expect(await road.locator('.roadmap-stop').count()).toBe(4)
    expect(await road.locator('[data-state=here]').innerText()).toContain('ELMo')
    expect(await road.locator('figcaption').textContent()).toContain('stop 2 of 4')
  })
})

describe('links', () => {
  test.each([
    ['#formulas', 'formulas', -1],
    ['#/formulas', 'formulas', -1],
    ['#points-that-step-in/1', 'points-that-step-in', 1],
    ['#/points-that-step-in/1', 'points-that-step-in', 1],
    [`#${encodeURIComponent('预训练与微调')}`, '预训练与微调', -1],
  ])('%s opens its slide and fragment', async (hash, slug, fragment) => {
    await open(hash)
    expect(await standing(page)).toEqual({ slug, fragment })
  })

  test('an address typed into the open deck leads there too', async () => {
    await open()
    await page.evaluate(() => (location.hash = '#points-that-step-in/0'))
    await expect.poll(() => standing(page)).toEqual({ slug: 'points-that-step-in', fragment: 0 })
  })

  test('the address follows, and brings a reloaded page back', async () => {
    await open('#points-that-step-in')
    const [, there] = await press(page, 'ArrowRight', 'ArrowRight')
    expect(there).toEqual({ slug: 'points-that-step-in', fragment: 1 })
    await expect.poll(() => page.url()).toMatch(/points-that-step-in\/1$/)
    await openLecture(page, page.url())
    await page.reload()
    await openLecture(page, page.url())
    expect(await standing(page)).toEqual(there)
  })

  test('a link on a slide goes to the slide it names', async () => {
    await open('#formulas')
    await page.locator('section.present:not(.stack) a', { hasText: 'the points' }).click()
    await expect.poll(() => standing(page)).toMatchObject({ slug: 'points-that-step-in' })
  })
})
