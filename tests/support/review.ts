/** Opens the flagship's review page as the browser tests' setup built it. */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { fileUrl } from './site.ts'

export const reviewUrl = (): string => `${fileUrl(inject('site'))}foundation-models/review/index.html`

/** Opens the page and waits until its scripts have done their part. */
export async function openReview(page: Page, hash = '', url = reviewUrl()): Promise<void> {
  await page.goto(url + hash)
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
  await page.evaluate(() => document.fonts.ready)
}
