/** Drawing in the lecture with a real pointer: where strokes stand, what brings them back, what takes them away. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}small/index.html`
const room = openRoom()

type Spot = [x: number, y: number]

/** Draws along spots of the window. */
async function draw(...spots: Spot[]): Promise<void> {
  await room.page.mouse.move(...spots[0]!)
  await room.page.mouse.down()
  for (const spot of spots.slice(1)) await room.page.mouse.move(...spot, { steps: 6 })
  await room.page.mouse.up()
}

const strokes = () => room.page.locator('.slides > .ink path')
const count = () => strokes().count()

/** The box of all strokes in stage coordinates. */
const box = () =>
  room.page.locator('.slides > .ink g').evaluate((group) => {
    const { x, y, width, height } = (group as SVGGElement).getBBox()
    return [x, y, x + width, y + height].map(Math.round)
  })

/** The same in the window, as shares of the stage: what the room sees. */
const seen = () =>
  room.page.locator('.slides > .ink g').evaluate((group) => {
    const stage = document.querySelector('.slides')!.getBoundingClientRect()
    const ink = group.getBoundingClientRect()
    const share = (value: number) => Math.round(value * 200) / 200
    return [(ink.left - stage.left) / stage.width, (ink.top - stage.top) / stage.height].map(share)
  })

describe('strokes', () => {
  test('come back after a reload, at the same spot of the stage in any window', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([300, 200], [500, 300], [400, 350])
    const drawn = await box()
    expect(drawn[0]).toBeGreaterThan(290)
    expect(drawn[0]).toBeLessThan(302)
    expect(drawn[3]).toBeGreaterThan(345)
    const share = await seen()
    await room.page.reload()
    await room.page.evaluate(() => window.lectern!.ready)
    expect(await box()).toEqual(drawn)
    for (const [width, height] of [
      [1600, 900],
      [1024, 768],
      [500, 900],
    ] as const) {
      await room.page.setViewportSize({ width, height })
      await expect.poll(seen).toEqual(share)
    }
    expect(await box()).toEqual(drawn)
  })

  test('are drawn under the pointer in a window of another ratio, and in a zoomed slide', async () => {
    await room.page.setViewportSize({ width: 1024, height: 768 })
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([512, 384], [530, 384])
    // The middle of the window is the middle of the stage.
    let [left = 0, top = 0, , bottom = 0] = await box()
    expect(Math.abs(left - 640)).toBeLessThan(6)
    expect(Math.abs((top + bottom) / 2 - 360)).toBeLessThan(4)
    await press(room.page, 'z')
    await room.page.mouse.move(0, 384)
    await press(room.page, '+')
    await draw([160, 384], [176, 384])
    ;[left = 0, top = 0, , bottom = 0] = await box()
    expect(Math.abs(left - 125)).toBeLessThan(6)
    expect(Math.abs((top + bottom) / 2 - 360)).toBeLessThan(4)
  })

  test('belong to their slide, and keys go on while the pen is on', async () => {
    await openLecture(room.page, `${deck}#/points-that-step-in`)
    await press(room.page, 'c')
    await draw([300, 200], [500, 300])
    expect(await press(room.page, 'ArrowRight', 'Space', 'PageDown', 'ArrowRight')).toMatchObject([
      { fragment: 0 },
      { fragment: 1 },
      { fragment: 2 },
      { slug: 'formulas' },
    ])
    expect(await count()).toBe(0)
    await press(room.page, 'ArrowLeft')
    expect(await count()).toBe(1)
    // Nor does a press of a button in the bar take the space bar away.
    await room.page.locator('[data-ink=marker]').click()
    expect(await press(room.page, 'Space')).toMatchObject([{ slug: 'formulas' }])
  })

  test('are undone and done again, erased and cleared', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([200, 200], [400, 200])
    await draw([200, 400], [400, 400])
    const counts = [await count()]
    for (const key of ['z', 'Control+z', 'Shift+Z', 'Control+y']) {
      await room.page.keyboard.press(key)
      counts.push(await count())
    }
    expect(counts).toEqual([2, 1, 0, 1, 2])
    await press(room.page, 'e')
    await draw([300, 380], [300, 420])
    expect(await count()).toBe(1)
    await press(room.page, 'z')
    expect(await count()).toBe(2)
    await press(room.page, 'Delete')
    expect(await count()).toBe(0)
    await press(room.page, 'z')
    expect(await count()).toBe(2)
  })

  test('have the colour and the tool that was chosen', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c', '3')
    await draw([200, 200], [400, 200])
    await press(room.page, 'y')
    await draw([200, 400], [400, 400])
    await room.page.locator('[data-ink=colour-2]').click()
    await draw([200, 500], [400, 500])
    const told = await strokes().evaluateAll((paths) =>
      paths.map((path) => `${(path as SVGElement).dataset.stroke} ${(path as SVGElement).dataset.colour}`),
    )
    expect(told).toEqual(['pen 3', 'marker 5', 'marker 2'])
    const fills = await strokes().evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill))
    expect(new Set(fills).size).toBe(3)
  })

  test('are saved to a file and loaded from it where nothing is kept', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([300, 200], [500, 300])
    const drawn = await box()
    const [download] = await Promise.all([
      room.page.waitForEvent('download'),
      room.page.locator('[data-ink=save]').click(),
    ])
    expect(download.suggestedFilename()).toBe('small-ink.json')
    const file = join(tmpdir(), `lectern-ink-${process.pid}.json`)
    await download.saveAs(file)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'lectern-ink', deck: 'small' })

    await room.page.setViewportSize({ width: 1024, height: 768 })
    await room.page.evaluate(() => localStorage.clear())
    await room.page.reload()
    await room.page.evaluate(() => window.lectern!.ready)
    expect(await count()).toBe(0)
    await press(room.page, 'c')
    const load = async (path: string) => {
      const [chooser] = await Promise.all([
        room.page.waitForEvent('filechooser'),
        room.page.locator('[data-ink=load]').click(),
      ])
      await chooser.setFiles(path)
    }
    const broken = `${file}.broken`
    await writeFile(broken, '{"format":"something else"}')
    await load(broken)
    await expect.poll(() => room.page.locator('.ink-bar [role=status]').innerText()).toMatch(/no drawings/)
    await load(file)
    await expect.poll(count).toBe(1)
    expect(await box()).toEqual(drawn)
    await Promise.all([rm(file), rm(broken)])
  })

  test('last as long as the page where the browser keeps nothing, and say so', async () => {
    await room.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([300, 200], [500, 300])
    await press(room.page, 'ArrowRight', 'ArrowLeft')
    await expect.poll(count).toBe(1)
    expect(await room.page.locator('.ink-bar [role=status]').innerText()).toMatch(/file/)
  })

  test('what was kept and is damaged does not keep the lecture from opening', async () => {
    await openLecture(room.page, `${deck}#/formulas`)
    await press(room.page, 'c')
    await draw([300, 200], [500, 300])
    const kept = await room.page.evaluate(() => {
      const keys = Object.keys(localStorage).filter((key) => key.includes(':ink:'))
      for (const key of keys) localStorage.setItem(key, '{"slide":[{"points":"?"}],"board":7}')
      return keys
    })
    expect(kept).toHaveLength(1)
    await room.page.reload()
    await room.page.evaluate(() => window.lectern!.ready)
    expect(await standing(room.page)).toMatchObject({ slug: 'formulas' })
    expect(await count()).toBe(0)
  })
})

test('a board covers the slide, white and black, and keeps what is drawn on it', async () => {
  await openLecture(room.page, `${deck}#/formulas`)
  await press(room.page, 'x')
  await draw([300, 200], [500, 300])
  const corner = () =>
    room.page.evaluate(() => getComputedStyle(document.querySelector('.slides > .ink')!).backgroundColor)
  expect(await corner()).toBe('rgb(255, 255, 255)')
  await press(room.page, 'x')
  expect(await corner()).toBe('rgb(20, 23, 29)')
  expect(await count()).toBe(1)
  await room.page.reload()
  await room.page.evaluate(() => window.lectern!.ready)
  expect(await corner()).toBe('rgb(20, 23, 29)')
  await press(room.page, 'x')
  expect(await count()).toBe(0)
  await press(room.page, 'x')
  expect(await count()).toBe(1)
})

test('the bar shows while a tool is on, and only then', async () => {
  await openLecture(room.page, `${deck}#/formulas`)
  const bar = room.page.locator('.ink-bar')
  expect(await bar.isVisible()).toBe(false)
  await press(room.page, 'c')
  expect(await bar.isVisible()).toBe(true)
  await press(room.page, 'Escape')
  expect(await bar.isVisible()).toBe(false)
  expect(await room.page.evaluate(() => window.lectern!.deck.isOverview())).toBe(false)
  await draw([300, 200], [500, 300])
  expect(await count()).toBe(0)
})

test('paper shows what was drawn on the slide', async () => {
  await openLecture(room.page, `${deck}#/formulas`)
  await press(room.page, 'c')
  await draw([300, 200], [500, 300])
  await room.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await room.page.emulateMedia({ media: 'print' })
  expect(await room.page.locator('#formulas > .ink path').isVisible()).toBe(true)
  await room.page.emulateMedia({ media: 'screen' })
  await room.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await room.page.locator('.slide > .ink').count()).toBe(0)
})
