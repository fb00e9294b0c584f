/** Nothing that happens in a room loses the place: crashes, closed windows, a screen that would sleep, stray keys. */
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { deckIs, openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const site = fileUrl(inject('site'))
const room = openRoom()

/** The page's process ends as in a crash; gives a new window of the same browser. */
async function crash(): Promise<Page> {
  const session = await room.context.newCDPSession(room.page)
  const crashed = room.page.waitForEvent('crash')
  // The answer never comes: there is no one left to give it.
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  return room.context.newPage()
}

async function draw(page: Page): Promise<void> {
  await press(page, 'c')
  await page.mouse.move(300, 200)
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 6 })
  await page.mouse.up()
}

describe('after a crash', () => {
  test('the same address has the place, the strokes and the countdown', async () => {
    await openLecture(room.page, `${site}room/index.html#/think`)
    await press(room.page, 't')
    await draw(room.page)
    await expect.poll(() => room.page.locator('.slides > .ink path').count()).toBe(1)
    const address = room.page.url()
    const again = await crash()
    await openLecture(again, address)
    expect(await standing(again)).toMatchObject({ slug: 'think' })
    expect(await again.locator('.slides > .ink path').count()).toBe(1)
    expect(await again.locator('section.present:not(.stack) > .slide-timer').getAttribute('data-state')).toBe(
      'runs',
    )
  })

  test('who opens the deck anew is offered the place, and goes there by one press', async () => {
    await openLecture(room.page, `${site}small/index.html#/points-that-step-in`)
    await press(room.page, 'ArrowRight', 'ArrowRight')
    const again = await crash()
    await openLecture(again, `${site}small/index.html`)
    expect(await standing(again)).toMatchObject({ slug: 'title' })
    const offer = again.getByRole('button', { name: /^Go on at: Points/ })
    await offer.focus()
    await again.keyboard.press('Enter')
    expect(await standing(again)).toEqual({ slug: 'points-that-step-in', fragment: 1 })
    expect(await offer.count()).toBe(0)
  })

  test.each([
    ['the first step puts the offer away', 'ArrowRight', {}],
    ['what is six hours old is another lecture', '', { at: 0 }],
    ['a slide that is gone is not offered', '', { slug: 'gone' }],
    ['what cannot be read is not offered', '', { version: 2 }],
  ])('%s', async (_, key, change) => {
    await openLecture(room.page, `${site}small/index.html#/formulas`)
    await press(room.page, 'ArrowLeft')
    await room.page.evaluate((changed) => {
      const [name] = Object.keys(localStorage).filter((kept) => kept.startsWith('lectern:place:'))
      localStorage.setItem(name!, JSON.stringify({ ...JSON.parse(localStorage.getItem(name!)!), ...changed }))
    }, change)
    await room.page.goto('about:blank')
    await openLecture(room.page, `${site}small/index.html`)
    expect(await room.page.locator('.last-place').count()).toBe(key ? 1 : 0)
    if (key) await press(room.page, key)
    expect(await room.page.locator('.last-place').count()).toBe(0)
  })
})

test('the screen stays on while it is full, and again when the window comes back', async () => {
  await room.page.addInitScript(() => {
    const locks = { held: 0 }
    Object.assign(window, { locks })
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: () => {
          locks.held += 1
          return Promise.resolve({ release: () => Promise.resolve((locks.held -= 1)) })
        },
      },
    })
  })
  await openLecture(room.page, `${site}small/index.html`)
  const held = () => room.page.evaluate(() => (window as unknown as { locks: { held: number } }).locks.held)
  expect(await held()).toBe(0)
  await press(room.page, 'f')
  await expect.poll(held).toBe(1)
  await press(room.page, 'F5')
  await expect.poll(held).toBe(0)
})

describe('while someone types', () => {
  const letters = 'nsbwcyqmtrdfgozex .,+-?123'

  test('in a field on a slide of the lecture, nothing else happens', async () => {
    await openLecture(room.page, `${site}room/index.html#/think`)
    await room.page.evaluate(() => {
      const slide = document.querySelector('.slides section.present:not(.stack)')!
      const fields = ['input', 'textarea'].map((name) => document.createElement(name))
      const free = document.createElement('p')
      free.contentEditable = 'true'
      slide.append(...fields, free)
    })
    const windows = room.context.pages().length
    for (const field of ['input', 'textarea', '[contenteditable]']) {
      await room.page.locator(`section.present ${field}`).last().focus()
      await room.page.keyboard.type(letters)
      const text = await room.page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement
        return element.value ?? element.textContent
      })
      expect(text.replaceAll('\u00A0', ' '), field).toBe(letters)
    }
    expect(await standing(room.page)).toMatchObject({ slug: 'think' })
    expect(await deckIs(room.page, 'isPaused')).toBe(false)
    expect(await deckIs(room.page, 'isOverview')).toBe(false)
    expect(
      await room.page.locator('.ink-bar, .pointing, dialog[open]').filter({ visible: true }).count(),
    ).toBe(0)
    expect(room.context.pages()).toHaveLength(windows)
  })

  test('a title into the jump list of the speaker view, the room stays', async () => {
    await openLecture(room.page, `${site}room/index.html#/think`)
    const [speaker] = await Promise.all([room.context.waitForEvent('page'), room.page.keyboard.press('s')])
    await expect
      .poll(() => speaker.locator('.speaker-notes article:visible').getAttribute('data-slide'))
      .toBe('think')
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('nbltrx ')
    expect(await speaker.locator('.speaker-jump input').inputValue()).toBe('nbltrx ')
    expect(await standing(room.page)).toMatchObject({ slug: 'think' })
    expect(await deckIs(room.page, 'isPaused')).toBe(false)
    expect(await speaker.locator('html[data-frozen]').count()).toBe(0)
  })
})
