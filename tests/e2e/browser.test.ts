import { expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

test('the tests’ browser starts and has a font', { timeout: 60_000 }, async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<span style="font-size:100px">Wide</span>')
    // A Chromium without fonts lays text out at no width and says nothing.
    expect(await page.locator('span').evaluate((span) => span.getBoundingClientRect().width)).toBeGreaterThan(
      100,
    )
  } finally {
    await browser.close()
  }
})
