/** What today's browser prints is read by the second pass itself: the library would do it as well, but takes its time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../../src/build/browser/browser.ts'
import { launchBrowser } from '../../src/build/browser/launch.ts'
import { readPdf } from '../../src/build/export/finish/read-pdf.ts'

let browser: Browser
beforeAll(async () => void ({ browser } = await launchBrowser()))
afterAll(() => browser?.close())

test('a printed page with text, links, drawings and transparent parts', async () => {
  const page = await browser.newPage()
  const html = `<!doctype html><html lang=en><title>A (b \\ c) é 中</title>
    <h1 id=top>Heading</h1><p><a href="https://example.org/(a">away</a> <a href="#top">up</a> <b aria-label="é">e</b></p>
    <div style="opacity: .5"><p>pale</p></div><svg viewBox="0 0 9 9"><path d="M0 0L9 9" stroke="red" /></svg>
    <div style="background: linear-gradient(red, blue); break-before: page">second page</div>`
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`)
  expect(readPdf(await page.pdf()).pages()).toHaveLength(2)
  await page.close()
})
