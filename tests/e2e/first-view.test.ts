/** What a reader waits for on a slow line: the example lecture's first view has a budget. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { FIRST_VIEW_BUDGET, firstView } from '../support/first-view.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('the first view of the example lecture is light: page, script, styles and fonts', async () => {
  const view = await firstView(browser, inject('site'), 'foundation-models')
  // Nothing was missed.
  for (const kind of ['page', 'script', 'style', 'fonts'] as const)
    expect(view[kind], kind).toBeGreaterThan(10_000)
  expect(view.script).toBeLessThanOrEqual(FIRST_VIEW_BUDGET.script)
  expect(view.all, JSON.stringify(view)).toBeLessThanOrEqual(FIRST_VIEW_BUDGET.all)
})
