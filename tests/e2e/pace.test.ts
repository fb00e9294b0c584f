/** A lecture of 45 minutes given by a test's clock: what the speaker view says of each section as it goes. */
import type { Page } from 'playwright-core'
import { beforeEach, expect, inject, test } from 'vitest'
import { clockText } from '../../src/shared/pace.ts'
import { openLecture } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const site = fileUrl(inject('site'))
const room = openRoom()
let speaker: Page

beforeEach(async () => {
  await room.context.clock.install({ time: new Date('2026-10-01T10:00:00') })
  const lecture = room.page
  await openLecture(lecture, `${site}foundation-models/index.html`)
  const [opened] = await Promise.all([room.context.waitForEvent('page'), lecture.keyboard.press('s')])
  speaker = opened
  await speaker.waitForLoadState()
  await expect.poll(() => text('.speaker-place')).toBe('1 / 50')
  await room.context.clock.pauseAt(new Date('2026-10-01T10:15:00'))
})

const text = (selector: string) => speaker.locator(selector).innerText()

interface Section {
  planned: number
  /** Of its first slide. */
  first: number
  time: string
  current: boolean
  over: boolean
}

/** What stands in the bar, with the plan that the page was given. */
const sections = (): Promise<Section[]> =>
  speaker.evaluate(() => {
    const data = (id: string) => JSON.parse(document.getElementById(id)!.textContent!)
    const { seconds } = data('lectern-speaker') as { seconds: number[] }
    const { slides } = data('lectern-manifest') as { slides: { section: number }[] }
    return [...document.querySelectorAll<HTMLElement>('.speaker-sections li')].map((item) => ({
      planned: slides.reduce(
        (sum, { section }, at) => sum + (section === Number(item.dataset.section) ? seconds[at]! : 0),
        0,
      ),
      first: seconds[slides.findIndex(({ section }) => section === Number(item.dataset.section))]!,
      time: item.querySelector('.section-time')!.textContent,
      current: item.classList.contains('is-current'),
      over: item.classList.contains('is-over'),
    }))
  })

/** Goes to the section at this place in the bar. */
async function enter(place: number): Promise<void> {
  await speaker.locator('.speaker-sections button').nth(place).click()
  await expect.poll(async () => (await sections())[place]!.current).toBe(true)
}

const spend = (seconds: number) => room.context.clock.fastForward(Math.round(seconds * 1000))

test('each section says what was planned and what it took, and the lecture how it stands', async () => {
  const plan = (await sections()).map(({ planned }) => planned)
  expect(plan.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(45 * 60, 0)
  expect((await sections()).map(({ time }) => time)).toEqual(plan.map((seconds) => clockText(seconds)))

  await speaker.keyboard.press('t')
  // The third takes two minutes more than planned, the fifth and sixth make up for it and more.
  const extra = [0, 0, 120, 0, -60, -105]
  const first = (await sections()).map((section) => section.first)
  const seen: string[] = []
  let late = 0
  for (const [place, more] of extra.entries()) {
    await enter(place)
    const taken = plan[place]! + more
    await spend(taken)
    late += more
    await expect
      .poll(async () => (await sections())[place]!.time)
      .toBe(`${clockText(taken)} of ${clockText(plan[place]!)}`)
    expect((await sections())[place]!.over).toBe(more > 30)
    // At the beginning of the next one it shows how much is missing or left. Who is on a slide is late when its own
    // time is over.
    await enter(place + 1)
    const behind = late > 0 ? Math.max(0, late - first[place + 1]!) : late
    const verdict =
      Math.abs(behind) < 30 ? 'on time' : `${clockText(behind)} ${behind > 0 ? 'behind' : 'ahead'}`
    await expect.poll(() => text('.pace-verdict')).toMatch(new RegExp(`^${verdict}`))
    if (behind > 30) expect(await text('.pace-verdict')).toMatch(`ends after ${clockText(45 * 60 + behind)}`)
    seen.push(verdict.split(' ').at(-1)!)
  }
  expect(new Set(seen)).toEqual(new Set(['time', 'behind', 'ahead']))
  const gone = plan.slice(0, 6).reduce((sum, seconds) => sum + seconds, late)
  expect(await text('.pace-elapsed')).toBe(clockText(gone))

  // A reload of the speaker view loses none of it, and what passes meanwhile counts for where the lecture is.
  await speaker.reload()
  await spend(100)
  await expect.poll(async () => (await sections())[6]!.time).toBe(`1:40 of ${clockText(plan[6]!)}`)
  expect((await sections())[2]!.time).toBe(`${clockText(plan[2]! + 120)} of ${clockText(plan[2]!)}`)
  await speaker.keyboard.press('r')
  await expect
    .poll(async () => (await sections()).map(({ time }) => time))
    .toEqual(plan.map((seconds) => clockText(seconds)))
})

test('who looks ahead does not change the pace', async () => {
  const [first] = await sections()
  await speaker.keyboard.press('t')
  await spend(20)
  await speaker.keyboard.press('l')
  await speaker.locator('.speaker-sections button').nth(5).click()
  await expect.poll(() => text('.speaker-place')).not.toBe('1 / 50')
  await spend(15)
  await expect.poll(async () => (await sections())[0]!.time).toBe(`0:35 of ${clockText(first!.planned)}`)
  expect((await sections())[0]!.current).toBe(true)
  expect((await sections())[5]!.time).not.toMatch(/of/)
})
