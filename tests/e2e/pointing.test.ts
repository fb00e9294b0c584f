/** Pointing at things in the lecture, and what keeps it from getting lost: laser, spotlight, zoom, screens, clickers. */
import { describe, expect, inject, test } from 'vitest'
import { deckIs, openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html`
const room = openRoom()

const pointing = () => room.page.locator('.pointing')

/** The middle of the laser's dot in the window. */
const dot = () =>
  pointing().evaluate((mark) => {
    const style = getComputedStyle(mark, '::before')
    return [style.left, style.top].map(Number.parseFloat)
  })

describe('laser and spotlight', () => {
  test('the laser follows the pointer, and a click still goes through', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await room.page.mouse.move(200, 150)
    await press(room.page, 'q')
    expect(await pointing().isVisible()).toBe(true)
    expect(await dot()).toEqual([200, 150])
    await room.page.mouse.move(640, 420)
    expect(await dot()).toEqual([640, 420])
    await room.page.locator('#formulas a').first().click()
    expect(await standing(room.page)).toMatchObject({ slug: 'points-that-step-in' })
    await press(room.page, 'q')
    expect(await pointing().isVisible()).toBe(false)
  })

  test('the spotlight darkens the rest, and Escape puts it away, not the slide', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await room.page.mouse.move(300, 200)
    await press(room.page, 'm')
    const background = () => pointing().evaluate((mark) => getComputedStyle(mark).backgroundImage)
    expect(await background()).toMatch(/radial-gradient\(.*at 300px 200px/)
    await press(room.page, 'Escape')
    expect(await pointing().isVisible()).toBe(false)
    expect(await deckIs(room.page, 'isOverview')).toBe(false)
  })
})

describe('zoom', () => {
  const scale = () =>
    room.page.evaluate(() => new DOMMatrix(getComputedStyle(document.querySelector('.reveal')!).transform).a)

  test('Alt and a click shows a spot large, and the whole slide again', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    const formula = room.page.locator('#formulas .katex-html').first()
    const before = (await formula.boundingBox())!
    const [x, y] = [before.x + 5, before.y + 5]
    await room.page.keyboard.down('Alt')
    await room.page.mouse.click(x, y)
    await room.page.keyboard.up('Alt')
    expect(await scale()).toBeGreaterThan(2)
    const after = (await formula.boundingBox())!
    // The spot stays under the pointer.
    expect(after.x).toBeLessThan(x)
    expect(after.y).toBeLessThan(y)
    expect(after.y + after.height).toBeGreaterThan(y)
    await press(room.page, 'Escape')
    expect(await scale()).toBe(1)
  })

  test('+ and - step nearer and farther; the next slide comes in full', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    const scales = [await scale()]
    for (const key of ['+', '+', '-', 'ArrowRight']) {
      await room.page.keyboard.press(key)
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
    room.page
      .locator('.pause-overlay')
      .evaluate((overlay) => [
        getComputedStyle(overlay).visibility,
        getComputedStyle(overlay).backgroundColor,
      ])

  test('w shows white, b black; one leads to the other, the same again to the slide', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'w')
    expect(await cover()).toEqual(['visible', 'rgb(255, 255, 255)'])
    await press(room.page, 'b')
    expect(await cover()).toEqual(['visible', 'rgb(0, 0, 0)'])
    await press(room.page, '.')
    expect(await deckIs(room.page, 'isPaused')).toBe(false)
    await press(room.page, ',')
    expect(await cover()).toEqual(['visible', 'rgb(255, 255, 255)'])
    // Nothing else happens behind a covered screen; Escape takes the cover away.
    await press(room.page, 'ArrowRight', 'c', 'Escape')
    expect(await deckIs(room.page, 'isPaused')).toBe(false)
    expect(await standing(room.page)).toMatchObject({ slug: 'formulas' })
    expect(await room.page.locator('.ink-bar').isVisible()).toBe(false)
  })

  test("a clicker's F5 fills the screen and loads nothing anew, and the screen stays on", async () => {
    await room.page.addInitScript(() => {
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
    await openLecture(room.page, `${deck}#/formulas`)
    await room.page.evaluate(() => Object.assign(window, { same: true }))
    await press(room.page, 'Shift+F5')
    await expect.poll(() => room.page.evaluate(() => Boolean(document.fullscreenElement))).toBe(true)
    expect(await room.page.evaluate(() => (window as unknown as { same: boolean }).same)).toBe(true)
    await expect
      .poll(() => room.page.evaluate(() => (window as unknown as { asked: string[] }).asked))
      .toContain('screen')
    await press(room.page, 'F5')
    await expect.poll(() => room.page.evaluate(() => Boolean(document.fullscreenElement))).toBe(false)
  })
})

test('a keyboard of another script has the same keys', async () => {
  await openLecture(room.page, `${deck}#/formulas`)
  await room.page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'с', code: 'KeyC', keyCode: 67 })),
  )
  expect(await room.page.locator('.ink-bar').isVisible()).toBe(true)
})

test('nothing happens while someone types', async () => {
  await openLecture(room.page, `${deck}#/formulas`)
  await room.page.evaluate(() => {
    const field = document.createElement('input')
    document.querySelector('.slides .present')!.append(field)
    field.focus()
  })
  await room.page.keyboard.type('qcxwb.,+n')
  expect(await room.page.locator('input:focus').inputValue()).toBe('qcxwb.,+n')
  expect(await pointing().isVisible()).toBe(false)
  expect(await room.page.locator('.ink-bar').isVisible()).toBe(false)
  expect(await deckIs(room.page, 'isPaused')).toBe(false)
  expect(await standing(room.page)).toMatchObject({ slug: 'formulas' })
})

test('the card lists what there is, without a scroll bar', async () => {
  await openLecture(room.page, deck)
  await press(room.page, '?')
  const card = room.page.locator('dialog[open]')
  expect(await card.innerText()).toMatch(/Laser pointer[^]*Highlighter[^]*White board/)
  expect(await card.evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight)).toBe(0)
})
