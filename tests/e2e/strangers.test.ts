/** Pages and files that are not the deck's own: windows of other sites, and what a file of the review holds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { standing } from '../support/lecture.ts'
import { serveFolder, type StaticServer } from '../support/site.ts'

let browser: Browser
let site: StaticServer
let stranger: StaticServer
const folder = mkdtempSync(join(tmpdir(), 'lectern-stranger-'))

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<title>Another site</title>')
  ;[browser, site, stranger] = await Promise.all([
    launchBrowser(),
    serveFolder(inject('site')),
    serveFolder(folder),
  ])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await stranger?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, bypassCSP: true })
  onTestFinished(() => context.close())
  return context
}

const messages = [
  { lectern: 'do', what: 'next' },
  { lectern: 'go', place: { slug: 'three', step: -1 } },
  { lectern: 'do', what: 'pause' },
  { lectern: 'point', kind: 'laser', x: 0.5, y: 0.5 },
  {
    lectern: 'ink',
    slug: 'one',
    ink: { slide: [{ tool: 'pen', colour: 1, points: [1, 1, 1, 90, 90, 1] }], board: [] },
  },
  { lectern: 'show', place: { slug: 'three', step: -1 }, ahead: false },
  { lectern: 'step', what: 'next' },
  { lectern: 'press', key: 'c' },
]

interface Stranger {
  other: Window
  heard: unknown[]
}

/** From the other site, opens the lecture in a window or a frame, and listens. */
async function openFrom(page: Page, url: string, how: 'window' | 'frame'): Promise<void> {
  await page.goto(stranger.url)
  await page.evaluate(
    ({ address, kind }) => {
      const heard: unknown[] = []
      addEventListener('message', ({ data }) => heard.push(data))
      let other: Window
      if (kind === 'window') other = window.open(address)!
      else {
        const frame = Object.assign(document.createElement('iframe'), {
          src: address,
          width: '800',
          height: '450',
        })
        document.body.append(frame)
        other = frame.contentWindow!
      }
      Object.assign(window, { other, heard })
    },
    { address: url, kind: how },
  )
}

/** Says all it can to the other window; what it has heard till now. The page answers in its turn, behind them all. */
async function talk(page: Page, lecture: Page | Frame): Promise<unknown[]> {
  // Heard last, so that all before it was heard, too.
  await lecture.evaluate(() =>
    addEventListener('message', ({ data }) => data === 'last' && Object.assign(window, { last: true })),
  )
  await page.evaluate((sent) => {
    const { other } = window as unknown as Stranger
    for (const message of [...sent, 'last']) other.postMessage(message, '*')
  }, messages)
  await lecture.waitForFunction(() => 'last' in window)
  return page.evaluate(() => (window as unknown as Stranger).heard)
}

describe('a page of another site', () => {
  test('that opens a lecture neither moves nor draws in it, nor hears where it stands', async () => {
    const context = await newContext()
    const page = await context.newPage()
    const opening = context.waitForEvent('page')
    await openFrom(page, `${site.url}small/index.html`, 'window')
    const lecture = await opening
    await lecture.waitForFunction(() => 'lectern' in window)
    await lecture.evaluate(() => (window as unknown as { lectern: { ready: Promise<void> } }).lectern.ready)
    const before = await standing(lecture)
    expect(await talk(page, lecture)).toEqual([])
    expect(await standing(lecture)).toEqual(before)
    expect(
      await lecture.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('ink'))),
    ).toEqual([])
    expect(await lecture.locator('.pointing:visible').count()).toBe(0)
  })

  test('that frames a lecture as a speaker view would is not heard either', async () => {
    const context = await newContext()
    const page = await context.newPage()
    const url = `${site.url}small/index.html?preview`
    await openFrom(page, url, 'frame')
    await page.waitForFunction(() => frames.length === 1)
    const frame = page.frames()[1]!
    await frame.waitForFunction(() => 'lectern' in window)
    const at = () =>
      frame.evaluate(async () => {
        const { lectern } = window as unknown as {
          lectern: { ready: Promise<void>; deck: { getCurrentSlide(): Element } }
        }
        await lectern.ready
        return lectern.deck.getCurrentSlide().id
      })
    const before = await at()
    expect(await talk(page, frame)).toEqual([])
    expect(await at()).toBe(before)
  })
})

test('a card that came out of a file runs nothing, even without the policy, and is read all the same', async () => {
  const context = await newContext()
  const page = await context.newPage()
  const heard: string[] = []
  await context.exposeFunction('heard', (what: string) => void heard.push(what))
  await page.route(/evil\.example/, (route) => {
    heard.push(route.request().url())
    return route.abort()
  })
  await page.goto(`${site.url}practice/review/index.html`)
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<void> } }).lectern.ready)
  const hostile = [
    '<img src=x onerror="heard(1)">',
    '<svg onload="heard(2)"><script>heard(3)</script><a href="javascript:heard(4)"><text>x</text></a></svg>',
    '<iframe srcdoc="<script>parent.heard(5)</script>"></iframe><object data="https://evil.example/o"></object>',
    '<details open ontoggle="heard(6)">x</details><style>*{background:url(https://evil.example/s)}</style>',
    '<p style="position:fixed;inset:0;background:url(https://evil.example/b)">over</p>',
    '<math><mtext><table><mglyph><style><img src=x onerror="heard(7)"></style></mglyph></table></mtext></math>',
    '<a href=" java&#10;script:heard(8)" id="x" name="lectern">link</a><form action="https://evil.example/f"><button>b</button></form>',
    '<b class="kept">Kept words</b>',
  ].join('')
  const memory = { due: 1, last: 1, stability: 1, difficulty: 5, reps: 3, lapses: 0 }
  const entry = {
    deck: 'practice',
    kind: 'card',
    id: 'blank-evil',
    key: 'practice/card/blank-evil',
    v: 1,
    at: Date.now(),
    data: { memory, content: { slide: '', front: `<p>${hostile}</p>`, back: hostile } },
  }
  const file = JSON.stringify({ lectern: 'review', version: 1, saved: Date.now(), entries: [entry] })
  await page.click('.bar-settings')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Read from a file' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'review.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  })
  await page.getByText('taken over.').waitFor()
  await page.keyboard.press('Escape')

  // The student's card comes first, being due.
  await page.click('.bar-cards')
  const card = page.locator('.session-card')
  await card.waitFor()
  await expect.poll(() => card.innerText()).toContain('Kept words')
  await page.keyboard.press('Space')
  await card.locator('.card-back').waitFor()
  const left = await card.evaluate((element) => {
    const found: string[] = []
    for (const one of element.querySelectorAll('*')) {
      if (/^(?:script|style|iframe|object|form|details|text)$/.test(one.localName)) found.push(one.localName)
      for (const { name, value } of one.attributes)
        if (/^on|^srcdoc$|^name$/.test(name) || /script:|fixed|url\(/i.test(value))
          found.push(`${name}=${value}`)
    }
    return found
  })
  expect(left).toEqual([])
  expect(await card.locator('.kept').count()).toBe(2)
  expect(heard).toEqual([])
})
