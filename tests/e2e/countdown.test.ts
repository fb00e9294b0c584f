/** Time to think: the countdown on its slide, and the road that opens each section and leads to it. */
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}room/index.html`
const room = openRoom()

const timer = () => room.page.locator('section.present:not(.stack) > .slide-timer')
const state = async () => `${await timer().innerText()} ${await timer().getAttribute('data-state')}`

describe('countdown', () => {
  beforeEach(() => room.page.clock.install({ time: new Date('2026-10-01T10:00:00') }))

  test('runs, pauses and goes on by its key, and ends for all to see', async () => {
    await openLecture(room.page, `${deck}#/think`)
    expect(await state()).toBe('1:00 ready')
    await press(room.page, 't')
    await room.page.clock.runFor(15_000)
    expect(await state()).toBe('0:45 runs')
    await press(room.page, 't')
    await room.page.clock.runFor(60_000)
    expect(await state()).toBe('0:45 paused')
    await press(room.page, 't')
    await room.page.clock.runFor(45_000)
    expect(await state()).toBe('0:00 over')
    const filled = await timer().evaluate((box) => getComputedStyle(box).backgroundColor)
    expect(filled).not.toBe('rgba(0, 0, 0, 0)')
    await press(room.page, 't')
    expect(await state()).toBe('1:00 ready')
  })

  test('a click does the same, and the space bar still means "next"', async () => {
    await openLecture(room.page, `${deck}#/think`)
    await timer().locator('button').click()
    await room.page.clock.runFor(5_000)
    expect(await state()).toBe('0:55 runs')
    expect(await press(room.page, 'Space')).toMatchObject([{ slug: 'talk-to-your-neighbour' }])
  })

  test('goes on while another slide shows, and through a reload', async () => {
    await openLecture(room.page, `${deck}#/think`)
    await press(room.page, 't', 'ArrowLeft')
    await room.page.clock.runFor(10_000)
    await press(room.page, 'ArrowRight')
    await room.page.clock.runFor(1_000)
    expect(await state()).toBe('0:49 runs')
    await room.page.reload()
    await room.page.evaluate(() => window.lectern!.ready)
    await room.page.clock.runFor(9_000)
    expect(await state()).toBe('0:40 runs')
  })

  test('starts with the step that the slide names, once', async () => {
    await openLecture(room.page, `${deck}#/talk-to-your-neighbour`)
    await room.page.clock.runFor(5_000)
    expect(await state()).toBe('1:30 ready')
    await press(room.page, 'ArrowRight')
    await room.page.clock.runFor(30_000)
    expect(await state()).toBe('1:00 runs')
    await press(room.page, 't', 'ArrowLeft', 'ArrowRight')
    expect(await state()).toBe('1:00 paused')
  })

  test('paper shows the time', async () => {
    await room.page.goto(deck.replace('index.html', 'print/index.html'))
    await room.page.emulateMedia({ media: 'print' })
    const times = room.page.locator('.slide-timer')
    expect(await times.allInnerTexts()).toEqual(['1:00', '1:30'])
    expect(await times.first().isVisible()).toBe(true)
  })
})

describe('a road as agenda', () => {
  const here = () => room.page.locator('section.present:not(.stack) .roadmap [data-state=here]').innerText()

  test('opens each section at its stop', async () => {
    const stops: string[] = []
    for (const slug of ['counting', 'vectors', 'attention']) {
      await openLecture(room.page, `${deck}#/${slug}`)
      stops.push(await here())
    }
    expect(stops).toEqual(['Counting', 'Vectors', 'Attention'])
  })

  test('a click on a stop goes to its part, and Back returns', async () => {
    await openLecture(room.page, `${deck}#/overview`)
    const stop = (name: string) =>
      room.page.locator('section.present:not(.stack) .roadmap-link', { hasText: name })
    await stop('Vectors').click()
    expect(await standing(room.page)).toMatchObject({ slug: 'vectors' })
    await stop('Attention').click()
    expect(await standing(room.page)).toMatchObject({ slug: 'attention' })
    await room.page.goBack()
    await expect.poll(() => standing(room.page)).toMatchObject({ slug: 'vectors' })
    await room.page.goBack()
    await expect.poll(() => standing(room.page)).toMatchObject({ slug: 'overview' })
  })
})
