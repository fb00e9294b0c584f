/** What an author's HTML could do, seen by the browser that would do it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { compileText } from '../support/compile-text.ts'
import { unsafeHtml } from '../support/unsafe-html.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('nothing runs and nothing is asked for', async () => {
  const decks = await Promise.all(
    unsafeHtml.map((vector) => compileText(`## A\n\nText ${vector} on\n\n${vector}\n\nEnd`)),
  )
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.setContent(
    `<!doctype html><script>window.alert = window.msgbox = () => { document.documentElement.dataset.ran = 'yes' }</script>${decks
      .map(({ html }) => `<section>${html}</section>`)
      .join('\n')}`,
  )
  // Whatever waits for a pointer or the focus gets it.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('section *')) {
      for (const event of ['mouseover', 'focus', 'toggle', 'error', 'load', 'begin', 'start'])
        element.dispatchEvent(new Event(event))
      if (!(element instanceof HTMLAnchorElement) || /^(?:javascript|vbscript|data):/i.test(element.href))
        element.click?.()
    }
  })
  expect(await page.locator('html').getAttribute('data-ran')).toBeNull()
  expect(asked.filter((url) => /evil\.example/.test(url))).toEqual([])
  expect(await page.locator('section section, section script, section iframe, section style').count()).toBe(0)
  expect(await page.locator('section').count()).toBe(unsafeHtml.length)
})
