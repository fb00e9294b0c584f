/** The browser's part: opens a page from disk and prints it. */
import type { Browser, Page } from 'playwright-core'
import { EnvironmentError } from '../errors.ts'

/** A page with nothing that moves takes seconds; one that takes minutes hangs. In ms. */
const PATIENCE = 180_000

export interface PrintPageOptions {
  /** Pixels a px; for pictures. */
  scale?: number
  /** How long a page may take in ms. */
  patience?: number
}

/**
 * Opens `url` with the network off and waits for fonts and pictures; gives what `use` makes of the page. Where the
 * browser ends on the way or takes too long, it is ended and the error says so.
 */
export async function withPrintPage<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  { scale = 1, patience = PATIENCE }: PrintPageOptions = {},
): Promise<T> {
  let late = false
  const watch = setTimeout(() => {
    late = true
    // A page that never comes to rest does not close either.
    void browser.close()
  }, patience)
  try {
    const page = await browser.newPage({ offline: true, reducedMotion: 'reduce', deviceScaleFactor: scale })
    page.setDefaultTimeout(0)
    await page.goto(url)
    await page.evaluate(async () => {
      await Promise.all(
        [...document.images].map((image) => {
          // Far below the window a lazy picture would never begin to load.
          image.loading = 'eager'
          return image.decode().catch(() => undefined)
        }),
      )
      await document.fonts.ready
    })
    const made = await use(page)
    await page.close()
    return made
  } catch (cause) {
    if (late)
      throw new EnvironmentError(
        `The page was not printed after ${Math.round(patience / 1000)} s. Nothing was written.`,
        { cause },
      )
    if (browser.isConnected()) throw cause
    throw new EnvironmentError('The browser ended while it was printing. Nothing was written.', { cause })
  } finally {
    clearTimeout(watch)
  }
}

/** Prints the page as tagged PDF, on paper of the size that its style sheet names. */
export async function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false })
}
