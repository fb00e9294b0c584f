/** Every page keeps to its policy, wherever it stands; and what is smuggled in does not run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press } from '../support/lecture.ts'
import { logPage } from '../support/page-log.ts'
import { fileUrl, serveFolder } from '../support/site.ts'

const site = inject('site')
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-policy-'))
const guide = path.join(folder, 'guide')
const single = path.join(folder, 'single')
let browser: Browser

beforeAll(async () => {
  const quiet = { ...processTerminal(), out: () => {}, err: () => {} }
  const build = (...args: string[]) => main(['build', ...args], quiet)
  expect(await build('slides/guide.md', 'tests/sites/practice', '--out', guide)).toBe(0)
  expect(
    await build('tests/sites/practice', 'tests/sites/small/small.md', '--single-file', '--out', single),
  ).toBe(0)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A page that also tells of what its policy stops. */
async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  onTestFinished(() => context.close())
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`policy: ${effectiveDirective} ${blockedURI}`),
    )
  })
  return context.newPage()
}

async function served(of: string): Promise<string> {
  const { url, close } = await serveFolder(of)
  onTestFinished(close)
  return url
}

const sites = [
  ['flagship', site, 'foundation-models', 'attention'],
  ['media', site, 'media', 'plan'],
  ['guide', guide, 'guide', 'formula'],
  ['practice', guide, 'practice', 'card'],
  ['practice in single files', single, 'practice', 'card'],
] as const

for (const [place, address] of [
  ['from disk', async (of: string) => fileUrl(of)],
  ['under a sub-path', served],
] as const)
  describe(place, () => {
    test.each(sites)('%s keeps to its policy on every page', async (_, from, deck, words) => {
      const page = await newPage()
      const base = await address(from)
      const log = logPage(page, base)

      await openLecture(page, `${base}${deck}/index.html`)
      await press(page, ...Array.from({ length: 12 }, () => 'ArrowRight'), 'End')
      await page.goto(`${base}${deck}/print/index.html`)
      await page.goto(`${base}${deck}/review/index.html`)
      await search(page, words)
      await page.goto(`${base}${deck}/speaker/index.html`)
      await page.frameLocator('[data-preview="now"] iframe').locator('section[id]').first().waitFor({
        state: 'attached',
      })
      await page.goto(`${base}index.html`)
      await search(page, words)
      await page.goto(`${base}cards.html`)
      await page.waitForFunction(() => document.querySelector('.cards-page')!.childElementCount > 0)

      expect(log).toEqual({ complaints: [], outside: [] })
    })
  })

/** The search loads its script and its index when it is first used. */
async function search(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => 'lectern' in window || document.querySelector('.index-tools button'))
  await page.evaluate(() => (window as { lectern?: { ready: Promise<unknown> } }).lectern?.ready)
  await page.keyboard.press('/')
  await page.locator('.search-dialog input').fill(words)
  await page.locator('.search-results li').first().waitFor()
}

test.each([
  ['lecture', 'small/index.html', site],
  ['review', 'small/review/index.html', site],
  ['speaker', 'small/speaker/index.html', site],
  ['print', 'small/print/index.html', site],
  ['index', 'index.html', site],
  ['cards', 'cards.html', single],
  ['single file', 'small/index.html', single],
])('%s runs, loads and sends nothing that was smuggled into it', async (_, at, from) => {
  const page = await newPage()
  const stopped: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('policy: ')) stopped.push(message.text())
  })
  await page.goto(fileUrl(from) + at)
  const ran = await page.evaluate(async () => {
    const counter = window as unknown as { ran: string[] }
    counter.ran = []
    const box = document.createElement('div')
    box.innerHTML =
      `<img src="data:," onerror="ran.push('handler')"><a href="javascript:ran.push('link')">x</a>` +
      `<iframe srcdoc="<script>parent.ran.push('srcdoc')</script>"></iframe><iframe src="https://evil.example/"></iframe>` +
      `<img src="https://evil.example/pixel.png"><object data="https://evil.example/o"></object>` +
      `<form action="https://evil.example/form"><button>send</button></form><div style="background:url(https://evil.example/bg)">x</div>`
    document.body.append(box)
    for (const set of [
      (script: HTMLScriptElement) => (script.textContent = `ran.push('inline')`),
      (script: HTMLScriptElement) => (script.src = `data:text/javascript,ran.push('data')`),
      (script: HTMLScriptElement) => (script.src = 'assets/other.js'),
    ]) {
      const script = document.createElement('script')
      set(script)
      document.body.append(script)
    }
    box.querySelector('a')!.click()
    box.querySelector('button')!.click()
    await fetch('https://evil.example/fetch').catch(() => {})
    await new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later)))
    return counter.ran
  })
  const directives = () => new Set(stopped.map((text) => text.split(' ')[1]))
  await expect
    .poll(() => [...directives()].sort())
    .toEqual([
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'object-src',
      'script-src-attr',
      'script-src-elem',
    ])
  expect(ran).toEqual([])
  expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).toEqual([])
})
