/** What the browser prints from the lecture: by its key the print room.page, by its menu the lecture itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openRoom } from '../support/room.ts'
import { fileUrl, serveFolder, type StaticServer } from '../support/site.ts'

const room = openRoom()
let server: StaticServer

beforeAll(async () => {
  server = await serveFolder(inject('site'))
})
afterAll(() => server?.close())
beforeEach(async () => {
  // The dialog itself would stop the room.page.
  await room.context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
})

const frame = () => room.page.frames().find((candidate) => candidate.url().includes('/print/'))

async function draw(): Promise<void> {
  await press(room.page, 'c')
  await room.page.mouse.move(300, 200)
  await room.page.mouse.down()
  await room.page.mouse.move(500, 300, { steps: 6 })
  await room.page.mouse.up()
}

describe('by its key', () => {
  test.each(['file', 'http'])(
    'the pages of paper are printed, with what was drawn, from %s',
    async (from) => {
      await openLecture(
        room.page,
        `${from === 'file' ? fileUrl(inject('site')) : server.url}small/index.html#/formulas`,
      )
      const total = await room.page.evaluate(() => window.lectern!.manifest.slides.length)
      await draw()
      await room.page.keyboard.press('Control+p')
      await expect.poll(() => frame()?.locator('html[data-printed]').count() ?? 0).toBe(1)
      expect(await room.page.locator('html[data-printed]').count()).toBe(0)
      expect(await frame()!.locator('.sheet').count()).toBe(total)
      const ink = frame()!.locator('.sheet:has(> #formulas) > .ink path')
      expect(await ink.count()).toBe(1)
      const share = await ink.evaluate((path) => {
        const sheet = path.closest('.sheet')!.getBoundingClientRect()
        const { x, y } = path.getBoundingClientRect()
        return [(x - sheet.x) / sheet.width, (y - sheet.y) / sheet.height]
      })
      expect(Math.abs(share[0]! - 300 / 1280)).toBeLessThan(0.01)
      expect(Math.abs(share[1]! - 200 / 720)).toBeLessThan(0.015)
      // The lecture goes on as if nothing was, and can be printed again.
      expect(await press(room.page, 'Escape', 'ArrowLeft')).toMatchObject([{ slug: 'formulas' }, {}])
      await room.page.keyboard.press('Control+p')
      await expect.poll(() => frame()?.locator('html[data-printed]').count() ?? 0).toBe(1)
      expect(room.page.frames()).toHaveLength(2)
    },
  )

  test('a print page that does not answer does not keep the lecture from being printed', async () => {
    await room.page.clock.install()
    await room.page.route('**/print/index.html', (route) => route.abort())
    await openLecture(room.page, `${server.url}small/index.html`)
    await room.page.keyboard.press('Control+p')
    await room.page.clock.runFor(21_000)
    await expect.poll(() => room.page.locator('html[data-printed]').count()).toBe(1)
  })
})

describe('by its menu', () => {
  test('each slide has all steps, its background and its strokes; the lecture is as it was afterwards', async () => {
    await openLecture(room.page, `${fileUrl(inject('site'))}guide/index.html#/ink`)
    await draw()
    const place = await standing(room.page)
    const waiting = (slide = '.slides') => room.page.locator(`${slide} .fragment:not(.visible)`).count()
    await room.page.goto('about:blank')
    await openLecture(room.page, `${fileUrl(inject('site'))}guide/index.html#/fragments`)
    const before = await waiting('#fragments')
    expect(before).toBeGreaterThan(0)
    await room.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await room.page.emulateMedia({ media: 'print' })
    expect(await waiting()).toBe(0)
    expect(await room.page.locator(`#${place.slug} > .ink path`).count()).toBe(1)
    const picture = room.page.locator('#background-picture')
    expect(await picture.evaluate((slide) => getComputedStyle(slide).backgroundImage)).toMatch(/evening/)
    await room.page.emulateMedia({ media: 'screen' })
    await room.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await waiting('#fragments')).toBe(before)
    expect(await room.page.locator('.slide > .ink').count()).toBe(0)
  })
})
