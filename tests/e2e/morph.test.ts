/** What two slides have in common moves from one to the other: tokens of code, terms of formulas. */
import { describe, expect, inject, test } from 'vitest'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}morph/index.html`
const room = openRoom({ reducedMotion: 'no-preference' })

interface Part {
  name: string
  text: string
  at: [x: number, y: number]
  opacity: number
}

/** The parts of the slide on screen, in order. */
const parts = (): Promise<Part[]> =>
  room.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section.present:not(.stack) [data-part]')].map((part) => {
      // Where its letters stand, whatever box they are in.
      const letters = document.createRange()
      letters.selectNodeContents(part)
      const { x, y } = letters.getBoundingClientRect()
      let opacity = 1
      for (let box: Element | null = part; box; box = box.parentElement)
        opacity *= Number(getComputedStyle(box).opacity)
      return { name: part.dataset.part!, text: part.textContent, at: [x, y], opacity }
    }),
  )

/** Goes on to the next slide, and stops all movement there at this share of its way. */
async function go(key: string): Promise<void> {
  await press(room.page, key)
  await hold(0)
}

const hold = (share: number) =>
  room.page.evaluate((part) => {
    for (const animation of document.getAnimations()) {
      animation.pause()
      animation.currentTime = part * 29_999
    }
  }, share)

const moving = () => room.page.locator('.morphing, .morph-ghost, .morph-box').count()

const near = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, at) => Math.abs(value - b[at]!))) < 1.5

/** Where parts that both have stand, told by whether that is where they stood before. */
function stand(before: Part[], now: Part[]): { there: string[]; elsewhere: string[] } {
  const there: string[] = []
  const elsewhere: string[] = []
  for (const part of now) {
    const old = before.filter(({ name }) => name === part.name)
    if (old.length > 0) (old.some(({ at }) => near(at, part.at)) ? there : elsewhere).push(part.text)
  }
  return { there, elsewhere }
}

describe('code', () => {
  test('the same token moves from its old place to its new one, what is new comes in', async () => {
    await openLecture(room.page, `${deck}#/code-b`)
    const last = await parts()
    await room.page.goto('about:blank')
    await openLecture(room.page, `${deck}#/code-a`)
    const first = await parts()
    await go('ArrowRight')
    const start = await parts()
    expect(stand(first, start)).toEqual({
      there: 'train.py for x in data : loss = model ( x ) loss . backward ( )'.split(' '),
      elsewhere: [],
    })
    const fresh = start.filter(({ name }) => !first.some((part) => part.name === name))
    expect(fresh.map(({ text }) => text).join(' ')).toBe(
      'model . train ( ) , y batches ( ) criterion ( ) , y optimizer . step ( )',
    )
    expect(Math.max(...fresh.map(({ opacity }) => opacity))).toBe(0)

    await hold(0.5)
    const middle = await parts()
    for (const [index, part] of middle.entries()) {
      const from = start[index]!.at[1]
      const to = last[index]!.at[1]
      if (part.name.endsWith('title') || fresh.some(({ name }) => name === part.name)) continue
      // On its way, not there and not here.
      expect((part.at[1] - from) / (to - from)).toBeGreaterThan(0.2)
      expect((part.at[1] - from) / (to - from)).toBeLessThan(0.9)
    }

    await hold(1)
    expect(stand(last, await parts()).elsewhere).toEqual([])
    await room.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
    await expect.poll(moving).toBe(0)
    expect(stand(last, await parts()).elsewhere).toEqual([])
  })

  test('on the way back what was added fades where it stood', async () => {
    await openLecture(room.page, `${deck}#/code-b`)
    await room.page.keyboard.press('ArrowLeft')
    await hold(0)
    const ghost = room.page.locator('.morph-ghost')
    const seen = await ghost.evaluate((box) =>
      [...box.querySelectorAll('span')]
        .filter((span) => span.childElementCount === 0 && getComputedStyle(span).visibility === 'visible')
        .map((span) => span.textContent)
        .join(''),
    )
    expect(seen).toBe('model.train(),ybatches()criterion(),yoptimizer.step()')
    expect(await ghost.evaluate((box) => getComputedStyle(box).opacity)).toBe('1')
    await hold(0.6)
    expect(await ghost.evaluate((box) => getComputedStyle(box).opacity)).toBe('0')
    expect(await ghost.getAttribute('aria-hidden')).toBe('true')
  })

  test('a key in the middle ends it at once', async () => {
    await openLecture(room.page, `${deck}#/code-a`)
    await press(room.page, 'ArrowRight', 'ArrowRight')
    await expect.poll(() => standing(room.page)).toMatchObject({ slug: 'sum-a' })
    expect(await room.page.locator('#code-b').locator('.morphing, .morph-ghost, .morph-box').count()).toBe(0)
  })
})

describe('formulas', () => {
  test('a term moves to where it stands next; one that is there twice splits', async () => {
    await openLecture(room.page, `${deck}#/sum-a`)
    const first = await parts()
    const spot = (name: string) => first.find((part) => part.name === `term-${name}`)!.at
    await go('ArrowRight')
    const start = (await parts()).filter(({ name }) => name !== 'term-d')
    expect(start.map(({ name }) => name)).toEqual(['term-a', 'term-b', 'term-plus', 'term-a', 'term-c'])
    for (const { name, at } of start) expect(near(at, spot(name.slice(5))), name).toBe(true)
    // What is no term: brackets fade, the sign of equality comes in.
    const ghost = await room.page.locator('.morph-ghost').innerText()
    expect(ghost.replace(/\s/g, '')).toContain('(')
    await hold(1)
    const end = await parts()
    expect(end.filter(({ name, at }) => name !== 'term-d' && near(at, spot(name.slice(5))))).toEqual([])
    expect(new Set(end.map(({ at }) => Math.round(at[0]))).size).toBe(6)
  })

  test('what waits for its step does not show on the way', async () => {
    await openLecture(room.page, `${deck}#/sum-a`)
    await go('ArrowRight')
    await hold(1)
    expect((await parts()).find(({ name }) => name === 'term-d')!.opacity).toBe(0)
    await press(room.page, 'ArrowRight')
    expect(await standing(room.page)).toMatchObject({ slug: 'sum-b', fragment: 0 })
    await expect.poll(async () => (await parts()).find(({ name }) => name === 'term-d')!.opacity).toBe(1)
  })

  test('a term grows or shrinks into an index', async () => {
    await openLecture(room.page, `${deck}#/line`)
    await room.page.evaluate(() => window.lectern!.deck.prev())
    await room.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
    const first = await parts()
    await go('ArrowRight')
    const size = () =>
      room.page
        .locator('#line [data-part=term-c]')
        .evaluate((part) => part.getBoundingClientRect().width / (part as HTMLElement).offsetWidth)
    expect(await size()).toBeGreaterThan(1.3)
    expect(stand(first, await parts()).elsewhere).toEqual([])
    await hold(1)
    expect(await size()).toBeCloseTo(1, 1)
  })
})

test('nothing moves where motion is not wanted', async () => {
  await room.page.emulateMedia({ reducedMotion: 'reduce' })
  await openLecture(room.page, `${deck}#/code-a`)
  expect(await press(room.page, 'ArrowRight')).toMatchObject([{ slug: 'code-b' }])
  expect(await moving()).toBe(0)
  expect(Math.min(...(await parts()).map(({ opacity }) => opacity))).toBe(1)
})

test('review and paper show each version plainly', async () => {
  for (const name of ['review', 'print']) {
    await room.page.goto(deck.replace('index.html', `${name}/index.html`))
    const code = room.page.locator('#code-b pre')
    expect((await code.innerText()).split('\n')[1]).toBe('for x, y in batches(data):')
    expect(await room.page.locator('#sum-b .katex-html').first().isVisible()).toBe(true)
    expect(await moving()).toBe(0)
  }
})
