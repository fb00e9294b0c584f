/** The browser that tests and the benchmark drive: the one that Lectern itself would start. */
import type { Browser } from 'playwright-core'
import { launchBrowser as launch } from '../../src/build/browser/launch.ts'

/** Starts it. Throws an error that lists the places looked at where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { browser } = await launch()
  return browser
}
