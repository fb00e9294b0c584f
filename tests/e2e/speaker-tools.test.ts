/** Drawing and pointing across the two windows: what is done in one is seen in the other. */
import type { Frame, Page } from 'playwright-core'
import { beforeEach, expect, inject, test } from 'vitest'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html#/points-that-step-in`
const room = openRoom()
let lecture: Page
let speaker: Page
let now: Frame

beforeEach(async () => {
  lecture = room.page
  await openLecture(lecture, deck)
  ;[speaker] = await Promise.all([room.context.waitForEvent('page'), lecture.keyboard.press('s')])
  await speaker.waitForLoadState()
  now = (await (await speaker.$('[data-preview="now"] iframe'))!.contentFrame())!
  await expect
    .poll(() => now.evaluate(() => window.lectern?.deck.getCurrentSlide()?.id))
    .toBe('points-that-step-in')
})

/** The box of all strokes in stage coordinates, to a tenth of its width. */
const box = (at: Page | Frame) =>
  at.locator('.slides > .ink g').evaluate((group) => {
    const { x, y, width, height } = (group as SVGGElement).getBBox()
    return [x, y, width, height].map((value) => Math.round(value))
  })
const count = (at: Page | Frame) => at.locator('.slides > .ink path').count()

/** A spot of the stage in the window of the speaker view. */
async function spot(x: number, y: number): Promise<[number, number]> {
  const frame = (await speaker.locator('[data-preview="now"] iframe').boundingBox())!
  return [frame.x + x * frame.width, frame.y + y * frame.height]
}

test('what the lecture draws shows in the speaker view', async () => {
  await press(lecture, 'c')
  await lecture.mouse.move(300, 200)
  await lecture.mouse.down()
  await lecture.mouse.move(500, 300, { steps: 5 })
  await lecture.mouse.up()
  await expect.poll(() => count(now)).toBe(1)
  expect(await box(now)).toEqual(await box(lecture))
  await press(lecture, 'z')
  await expect.poll(() => count(now)).toBe(0)
})

test('what the speaker draws shows in the lecture, and keys go on', async () => {
  await speaker.keyboard.press('c')
  await expect.poll(() => speaker.locator('.speaker-frame[data-tool]').count()).toBe(1)
  await speaker.mouse.move(...(await spot(0.5, 0.5)))
  await speaker.mouse.down()
  await speaker.mouse.move(...(await spot(0.7, 0.6)), { steps: 5 })
  await speaker.mouse.up()
  await expect.poll(() => count(lecture)).toBe(1)
  const [x = 0, y = 0, width = 0] = await box(lecture)
  expect(Math.abs(x - 640)).toBeLessThan(8)
  expect(Math.abs(y - 360)).toBeLessThan(8)
  expect(Math.abs(width - 256)).toBeLessThan(16)
  await speaker.keyboard.press('ArrowRight')
  await expect.poll(() => standing(lecture)).toMatchObject({ fragment: 0 })
  await speaker.keyboard.press('z')
  await expect.poll(() => count(lecture)).toBe(0)
  await speaker.keyboard.press('Escape')
  await expect.poll(() => speaker.locator('.speaker-frame[data-tool]').count()).toBe(0)
})

test("the speaker's laser points in the lecture", async () => {
  await speaker.keyboard.press('q')
  await expect.poll(() => speaker.locator('.speaker-frame[data-tool]').count()).toBe(1)
  await speaker.mouse.move(...(await spot(0.25, 0.5)))
  const dot = () =>
    lecture.locator('.pointing').evaluate((mark) => {
      const { left, top } = getComputedStyle(mark, '::before')
      return (mark as HTMLElement).hidden
        ? []
        : [left, top].map((value) => Math.round(Number.parseFloat(value)))
    })
  await expect.poll(dot).toHaveLength(2)
  const [x = 0, y = 0] = await dot()
  expect(Math.abs(x - 320)).toBeLessThan(3)
  expect(Math.abs(y - 360)).toBeLessThan(3)
  await speaker.keyboard.press('q')
  await expect.poll(dot).toEqual([])
})
