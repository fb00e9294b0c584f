/** Cards of citations, references and terms: they stay on the stage and never cover what they belong to. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const deck = `${fileUrl(inject('site'))}foundation-models/index.html`
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

test('every card stays on the stage and off its citation; a click leads to the works, and back', async () => {
  await openLecture(page, deck)
  const slugs: string[] = await page.evaluate(() =>
    window.lectern!.manifest.slides.map(({ slug }: { slug: string }) => slug),
  )
  let seen = 0
  for (const slug of slugs) {
    await page.evaluate((id) => {
      location.hash = `#/${encodeURIComponent(id)}`
    }, slug)
    await page.waitForFunction((id) => window.lectern!.deck.getCurrentSlide()?.id === id, slug)
    await page.evaluate(() => {
      const { h, v } = window.lectern!.deck.getIndices()
      window.lectern!.deck.slide(h, v, 99)
    })
    const links = page.locator(`[id="${slug}"] > :not(.notes) a.citation`)
    for (const link of await links.all()) {
      await link.hover()
      const card = await link.locator('xpath=..').locator('.hover-card').boundingBox()
      expect(card, slug).not.toBeNull()
      expect(card!.y, slug).toBeGreaterThanOrEqual(0)
      expect(card!.y + card!.height, slug).toBeLessThanOrEqual(720)
      expect(card!.x + card!.width, slug).toBeLessThanOrEqual(1280)
      const own = await link.boundingBox()
      expect(own!.y >= card!.y + card!.height || own!.y + own!.height <= card!.y, slug).toBe(true)
      await page.mouse.move(0, 0)
      seen++
    }
  }
  expect(seen).toBeGreaterThan(40)

  await openLecture(page, `${deck}#/definition`)
  await page.locator('#definition > :not(.notes) a.citation').first().click()
  await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id.startsWith('references'))
  await page.goBack()
  await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id === 'definition')
})

describe('cards of references and terms', () => {
  const references = `${fileUrl(inject('site'))}references/index.html`
  const card = () => page.locator('.slides section.present .hover-card:visible')

  test.each([
    ['references-in-text', 'a[data-key="thm-lagrange"]', 'Theorem 2 (Lagrange)', 'The order of a subgroup'],
    ['references-in-text', 'a[data-key="fig-curve"]', 'Figure 1.', 'Loss falls as a power law'],
    ['references-in-text', 'a[data-key="tbl-numbers"]', 'Table 1.', 'Numbers of all kinds'],
    ['references-in-text', 'a[data-key="eq:loss"]', 'Equation (2)', 'log'],
    ['references-in-text', 'a[data-key="sec-statements"]', 'Statements', 'Statements'],
    ['references-in-text', 'a[data-key="smith2020 doe1999 roe2001"]', '[1]', 'A Talk'],
    ['references-in-text', 'dfn[data-term="Attention"]', 'Attention', 'weighted mean of values'],
    ['sec-statements', 'a[data-key="eq-index"]', 'Equation (1)', 'G'],
  ])('%s %s', async (slug, selector, label, text) => {
    await openLecture(page, `${references}#/${slug}`)
    await page.mouse.move(0, 0)
    expect(await card().count()).toBe(0)
    const owner = page.locator(`[id="${slug}"] ${selector}`).first()
    await owner.hover()
    const shown = await card().innerText()
    expect(shown).toContain(label)
    expect(shown).toContain(text)
    const box = (await card().boundingBox())!
    const own = (await owner.boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(720)
    expect(own.y >= box.y + box.height || own.y + own.height <= box.y).toBe(true)
  })

  test('come by the keyboard, too, and a reference leads to what it names', async () => {
    await openLecture(page, `${references}#/references-in-text`)
    await page.mouse.move(0, 0)
    await page.locator('#references-in-text dfn').first().focus()
    expect(await card().innerText()).toContain('weighted mean')
    await page.locator('#references-in-text > :not(.notes) a[data-key="fig-curve"]').click()
    await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id === 'a-figure-and-a-table')
    await page.goBack()
    await page.waitForFunction(() => window.lectern!.deck.getCurrentSlide()?.id === 'references-in-text')
  })
})
