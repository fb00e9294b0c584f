/** The browser's part: opens a page from disk and prints it. */
import { tmpdir } from 'node:os'
import type { Browser } from '../browser/browser.ts'
import type { Page } from '../browser/page.ts'
import { EnvironmentError } from '../errors.ts'
import { witnessOf, type Witness } from './hanging-page.ts'

/** How long a page may take in ms. */
export interface Patience {
  /** Until all of it is there. It comes from this machine's disk, in a second or two. */
  loading: number
  /** For all that follows. */
  printing: number
}

export interface PrintPageOptions {
  /** Pixels a px; for pictures. */
  scale?: number
  patience?: Patience
}

/**
 * Opens `url` with the network off and waits for fonts and pictures; gives what `use` makes of the page. Where the
 * browser ends on the way or takes too long, it is ended and the error says so, with the slide where one is to blame.
 */
export async function withPrintPage<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  { scale = 1, patience = { loading: 60_000, printing: 180_000 } }: PrintPageOptions = {},
): Promise<T> {
  let late: string | undefined
  let page: Page | undefined
  let witness: Witness | undefined
  const giveUpAfter = (ms: number): NodeJS.Timeout =>
    setTimeout(async () => {
      late = tooLate(await witness?.why(), ms)
      // A page that never comes to rest does not close either.
      await browser.close()
    }, ms)
  let watch = giveUpAfter(patience.loading)
  try {
    page = await browser.newPage(scale === 1 ? {} : { scale })
    witness = await witnessOf(page)
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
    clearTimeout(watch)
    watch = giveUpAfter(patience.printing)
    const made = await use(page)
    await page.close()
    return made
  } catch (cause) {
    if (late) throw new EnvironmentError(late, { cause })
    if (page?.crashed)
      throw new EnvironmentError(
        `The browser's page crashed while it was printing, as it does without memory or room in ${tmpdir()}. Nothing was written.`,
        { cause },
      )
    if (browser.isConnected()) throw cause
    throw new EnvironmentError('The browser ended while it was printing. Nothing was written.', { cause })
  } finally {
    clearTimeout(watch)
  }
}

function tooLate(why: string | undefined, ms: number): string {
  const after = `after ${Math.round(ms / 1000)} s`
  return why === undefined
    ? `The page was not printed ${after}. Nothing was written. --range prints part of the deck, which tells the slide that is to blame.`
    : `${why}, ${after}. Nothing was written.`
}
