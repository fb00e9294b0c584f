/** The whole flagship by keyboard, opened from disk: every slide and step to the end, and back to the start. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { flagshipUrl } from '../support/flagship.ts'
import { openLecture, outlineOf, press } from '../support/lecture.ts'
import { logPage } from '../support/page-log.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each(['reduce', 'no-preference'] as const)(
  'goes through every slide and step, both ways, without a complaint (motion: %s)',
  { timeout: 120_000 },
  async (reducedMotion) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion })
    const log = logPage(page, new URL('../', flagshipUrl()).href)
    await openLecture(page, flagshipUrl())
    const places = (await outlineOf(page)).flatMap(({ slug, steps }) =>
      Array.from({ length: steps + 1 }, (_, step) => ({ slug, fragment: step - 1 })),
    )
    const times = (key: string) => Array.from({ length: places.length }, () => key)
    // The last press of each way leads nowhere.
    expect(await press(page, ...times('ArrowRight'))).toEqual([...places.slice(1), places.at(-1)])
    expect(await press(page, ...times('ArrowLeft'))).toEqual([...places.slice(0, -1).toReversed(), places[0]])
    expect(log).toEqual({ complaints: [], outside: [] })
    await page.close()
  },
)
