/** The speaker view: two windows that follow each other, from disk and from a server, whichever is loaded anew. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, standing } from '../support/lecture.ts'
import { fileUrl, serveFolder } from '../support/site.ts'

let browser: Browser
let context: BrowserContext
let stop: (() => Promise<void>) | undefined
let http = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const server = await serveFolder(inject('site'))
  http = server.url
  stop = server.close
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})
afterEach(() => context?.close())

interface Windows {
  lecture: Page
  speaker: Page
  complaints: string[]
}

async function open(site: string, place = ''): Promise<Windows> {
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  const lecture = await context.newPage()
  await openLecture(lecture, `${site}foundation-models/index.html${place}`)
  const [speaker] = await Promise.all([context.waitForEvent('page'), lecture.keyboard.press('s')])
  await speaker.waitForLoadState()
  return { lecture, speaker, complaints }
}

/** Slug and step of what a frame of the speaker view shows. */
const shown = (speaker: Page, preview: 'now' | 'next') => async () => {
  const frame = await (await speaker.$(`[data-preview="${preview}"] iframe`))!.contentFrame()
  return frame!.evaluate(() => {
    const deck = window.lectern?.deck
    return deck?.isReady() ? `${deck.getCurrentSlide().id} ${deck.getIndices().f ?? -1}` : ''
  })
}

const notesOf = (speaker: Page) => () =>
  speaker.locator('.speaker-notes article:visible').getAttribute('data-slide')
const place = (page: Page) => async () => {
  const { slug, fragment } = await standing(page)
  return `${slug} ${fragment}`
}

describe.each(['file', 'http'] as const)('from %s', (from) => {
  const site = () => (from === 'file' ? fileUrl(inject('site')) : http)

  test('shows this step and the next one, with the notes of the slide', async () => {
    const { lecture, speaker, complaints } = await open(site(), '#/definition')
    await expect.poll(shown(speaker, 'now')).toBe('definition -1')
    await expect.poll(shown(speaker, 'next')).toBe('definition 0')
    expect(await notesOf(speaker)()).toBe('definition')
    await lecture.keyboard.press('ArrowRight')
    await expect.poll(shown(speaker, 'now')).toBe('definition 0')
    await expect.poll(() => speaker.locator('.note-step.is-current').innerText()).toMatch(/^Broad data/)
    // The speaker's keys move the room.
    for (const next of ['definition 1', 'definition 2', 'definition 3', 'hub -1']) {
      await speaker.keyboard.press('ArrowRight')
      await expect.poll(place(lecture)).toBe(next)
    }
    await expect.poll(shown(speaker, 'next')).toBe('hub 0')
    expect(complaints).toEqual([])
  })

  test('both find each other again after a reload of either', async () => {
    const { lecture, speaker } = await open(site(), '#/hub')
    await expect.poll(shown(speaker, 'now')).toBe('hub -1')
    await speaker.reload()
    await expect.poll(shown(speaker, 'now')).toBe('hub -1')
    await lecture.reload()
    await lecture.waitForFunction(() => Boolean(window.lectern?.deck.isReady()))
    await lecture.keyboard.press('ArrowRight')
    await expect.poll(shown(speaker, 'now')).toBe('hub 0')
    await speaker.keyboard.press('ArrowLeft')
    await expect.poll(place(lecture)).toBe('hub -1')
  })

  test('looks ahead while the room stays, and takes the room along', async () => {
    const { lecture, speaker } = await open(site(), '#/hub')
    await expect.poll(shown(speaker, 'now')).toBe('hub -1')
    await speaker.keyboard.press('l')
    await speaker.keyboard.press('ArrowRight')
    await expect.poll(shown(speaker, 'now')).toBe('hub 0')
    expect(await place(lecture)()).toBe('hub -1')
    await expect.poll(() => speaker.locator('.speaker-status').innerText()).not.toBe('')
    await speaker.keyboard.press('l')
    await expect.poll(place(lecture)).toBe('hub 0')
  })

  test('goes to a slide by its title, blacks the room out, and ends at the end', async () => {
    const { lecture, speaker } = await open(site())
    await expect.poll(shown(speaker, 'now')).toBe('title -1')
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('magic size')
    await speaker.keyboard.press('Enter')
    await expect.poll(place(lecture)).toBe('no-magic-size -1')
    await speaker.keyboard.press('b')
    await expect.poll(() => lecture.evaluate(() => window.lectern!.deck.isPaused())).toBe(true)
    await speaker.keyboard.press('b')
    await expect.poll(() => lecture.evaluate(() => window.lectern!.deck.isPaused())).toBe(false)
    await speaker.keyboard.press('End')
    await expect.poll(() => speaker.locator('.speaker-end').isVisible()).toBe(true)
  })

  test('the two windows change places', async () => {
    const { lecture, speaker } = await open(site(), '#/hub')
    await expect.poll(shown(speaker, 'now')).toBe('hub -1')
    await speaker.keyboard.press('x')
    await lecture.waitForURL(/speaker\/index\.html/)
    await speaker.waitForURL(/foundation-models\/index\.html#\/hub/)
    await speaker.waitForFunction(() => Boolean(window.lectern?.deck.isReady()))
    await expect.poll(shown(lecture, 'now')).toBe('hub -1')
    await lecture.keyboard.press('ArrowRight')
    await expect.poll(place(speaker)).toBe('hub 0')
  })
})

test('a formula in the notes shows once, and no card does', async () => {
  const { speaker } = await open(fileUrl(inject('site')), '#/mirage')
  await expect.poll(notesOf(speaker)).toBe('mirage')
  const words = await speaker.locator('.speaker-notes article:visible').innerText()
  expect(words).not.toMatch(/arXiv|\\/)
})

test('cards for the review are not read out of the notes', async () => {
  const { speaker } = await open(fileUrl(inject('site')), '#/definition')
  await expect.poll(notesOf(speaker)).toBe('definition')
  const words = await speaker.locator('.speaker-notes article:visible').innerText()
  expect(words).toMatch(/Broad data/)
  expect(words).not.toMatch(/Which two conditions/)
})

test.each([1280, 1920])('the bar of sections ends at the margin, %i px wide', async (width) => {
  const { speaker } = await open(fileUrl(inject('site')), '#/definition')
  await speaker.setViewportSize({ width, height: 720 })
  const { end, cut } = await speaker.evaluate(() => ({
    end: Math.max(
      ...[...document.querySelectorAll('.speaker-sections button')].map(
        (button) => button.getBoundingClientRect().right,
      ),
    ),
    // A piece too short for its name shows none: an ellipsis after one letter says nothing.
    cut: [...document.querySelectorAll<HTMLElement>('.section-name')].filter(
      (name) => name.checkVisibility({ visibilityProperty: true }) && name.clientWidth < 40,
    ).length,
  }))
  expect(end).toBeLessThanOrEqual(width - 16)
  expect(cut).toBe(0)
})

test('the clock starts with the first move and goes on after a reload', async () => {
  const { lecture, speaker } = await open(http)
  await expect.poll(shown(speaker, 'now')).toBe('title -1')
  expect(await speaker.locator('.pace-elapsed').innerText()).toBe('0:00')
  await lecture.keyboard.press('ArrowRight')
  await expect.poll(() => speaker.locator('.pace-elapsed').innerText()).toBe('0:01')
  await speaker.reload()
  await expect.poll(() => speaker.locator('.pace-elapsed').innerText()).not.toBe('0:00')
})

test('another window cannot steer the lecture', async () => {
  context = await browser.newContext()
  const lecture = await context.newPage()
  await openLecture(lecture, `${http}foundation-models/index.html`)
  await lecture.evaluate(() => document.body.append(document.createElement('iframe')))
  await expect.poll(() => lecture.frames().length).toBe(2)
  const told = lecture.evaluate(
    () => new Promise<void>((resolve) => window.addEventListener('message', () => resolve(), { once: true })),
  )
  // The lecture's own policy would not let such a frame run a script; a page around it may.
  await lecture.frames()[1]!.evaluate(() => window.parent.postMessage({ lectern: 'do', what: 'next' }, '*'))
  await told
  expect(await place(lecture)()).toBe('title -1')
})
