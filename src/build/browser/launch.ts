/** Starts the browser, and sees to it that none is left behind. */
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'
import type { Browser, LaunchOptions } from 'playwright-core'
import { EnvironmentError } from '../errors.ts'
import { findBrowser, type FoundBrowser } from './find-browser.ts'

export interface LaunchedBrowser {
  browser: Browser
  found: FoundBrowser
  /** Why it runs without its sandbox; undefined where it has one. */
  noSandbox?: 'root' | 'unavailable'
}

const QUIET = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Said where the system has no sandbox. Root knows that it has none. */
export const NO_SANDBOX = 'This system has no sandbox for browsers: the browser runs without one.\n'

/** No address but those of this machine's files is ever looked up. */
export const OFFLINE = ['--host-resolver-rules=MAP * ~NOTFOUND']

/**
 * Starts the browser that `named` or the surroundings give. It keeps its sandbox but for root, to whom Chromium refuses
 * it, and where the system has none. It ends with this process, however that ends.
 */
export async function launchBrowser(
  named?: string,
  options: { args?: readonly string[] } = {},
): Promise<LaunchedBrowser> {
  const found = await findBrowser(named)
  // By `import` Node would read all of it first for the names that it exports.
  const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core')
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath: found.executablePath,
      args: [...QUIET, ...(options.args ?? [])],
      chromiumSandbox,
      // Signals are the command's affair; what still runs when the process ends is ended with it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(found.env && { env: { ...process.env, ...found.env } as LaunchOptions['env'] }),
    })
  try {
    if (process.getuid?.() === 0) return { browser: await start(false), found, noSandbox: 'root' }
    try {
      return { browser: await start(true), found }
    } catch (error) {
      if (!/sandbox/i.test(String(error))) throw error
      return { browser: await start(false), found, noSandbox: 'unavailable' }
    }
  } catch (cause) {
    throw new EnvironmentError(
      `The browser ${found.executablePath} (${found.source}) does not start:\n  ${reasonOf(cause)}`,
      { cause },
    )
  }
}

/** The line of the browser's own output that says most; Playwright's report is a page long. */
function reasonOf(error: unknown): string {
  const lines = stripVTControlCharacters(String((error as Error).message ?? error))
    .split('\n')
    .map((line) => line.replace(/^\s*(?:- )?(?:\[pid=\d+\]\[(?:err|out)\] ?)?/, '').trim())
  const said = lines.find((line) =>
    /error while loading|cannot open|ERROR|FATAL|No usable|Failed to/.test(line),
  )
  const end = /process did exit: exitCode=(\w+), signal=(\w+)/.exec(lines.join('\n'))
  const ended =
    end && `it ended at once, with ${end[2] === 'null' ? `exit code ${end[1]}` : `signal ${end[2]}`}`
  return said ?? ended ?? lines[0] ?? 'no reason given'
}
