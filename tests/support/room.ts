/** One page a test, in one browser a file: what every test in the lecture room begins with. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from './browser.ts'

export interface Room {
  readonly browser: Browser
  /** The windows of this test. */
  readonly context: BrowserContext
  /** The first of them. */
  readonly page: Page
}

/** To be called once at the top of a test file. Nothing moves in the page, unless `options` say otherwise. */
export function openRoom(options: BrowserContextOptions = {}): Room {
  let browser: Browser | undefined
  let now: { context: BrowserContext; page: Page } | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    const viewport = { width: 1280, height: 720 }
    const context = await browser!.newContext({ viewport, reducedMotion: 'reduce', ...options })
    now = { context, page: await context.newPage() }
  })
  afterEach(() => now?.context.close())
  return {
    get browser() {
      return browser!
    },
    get context() {
      return now!.context
    },
    get page() {
      return now!.page
    },
  }
}
