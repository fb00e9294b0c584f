/** The browser that tests and the benchmark drive: the one that Lectern itself would start. */
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../src/build/browser/find-browser.ts'

/** Starts it. Throws an error that lists the places looked at where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, ...env } as Record<string, string>,
  })
}
