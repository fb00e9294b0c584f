/** The browser's part: opens a page from disk and prints it. */
import type { Browser, Page } from 'playwright-core'
import { EnvironmentError } from '../errors.ts'

/** A page with nothing that moves takes seconds; one that takes minutes hangs. */
const PATIENCE = 120_000

/** Opens `url` with the network off and waits for fonts and pictures; gives what `use` makes of the page. `scale`: pixels a px. */
export async function withPrintPage<T>(
  browser: Browser,
  url: string,
  scale: number,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ offline: true, reducedMotion: 'reduce', deviceScaleFactor: scale })
  try {
    page.setDefaultTimeout(PATIENCE)
    await page.goto(url)
    await page.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
      await document.fonts.ready
    })
    return await use(page)
  } catch (cause) {
    if (browser.isConnected()) throw cause
    throw new EnvironmentError('The browser ended while it was printing. Nothing was written.', { cause })
  } finally {
    await page.close().catch(() => undefined)
  }
}

/** Prints the page as tagged PDF, on paper of the size that its style sheet names. */
export async function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false })
}
