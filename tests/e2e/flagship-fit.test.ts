/** No part of any slide of the flagship leaves the stage, in any fragment state. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { eachState, openFlagship } from '../support/flagship.ts'
import { leavingTheStage } from '../support/leaving-the-stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('every slide stays on its stage in every fragment state', { timeout: 240_000 }, async () => {
  const flagship = await openFlagship(browser)
  const outside: string[] = []
  await eachState(flagship, async ({ slug }, step) => {
    for (const what of await flagship.page.evaluate(leavingTheStage)) outside.push(`${slug}/${step}: ${what}`)
  })
  expect(outside).toEqual([])
})
