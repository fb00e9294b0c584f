/** Starts the browser, and sees to it that none is left behind. */
import { stripVTControlCharacters } from 'node:util'
import { EnvironmentError } from '../errors.ts'
import { Browser, StartError } from './browser.ts'
import { findBrowser, type FoundBrowser } from './find-browser.ts'

export interface LaunchedBrowser {
  browser: Browser
  found: FoundBrowser
  /** Why it runs without its sandbox; undefined where it has one. */
  noSandbox?: 'root' | 'unavailable'
}

/** No window, no questions, nothing in the background, the same pixels on every machine. */
const SWITCHES = [
  '--headless',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--hide-scrollbars',
  '--mute-audio',
  '--force-color-profile=srgb',
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-back-forward-cache',
  '--disable-breakpad',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=MediaRouter,OptimizationHints,PaintHolding,Translate',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--edge-skip-compat-layer-relaunch',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  // The network is off: no name and no address is ever looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Said where the system has no sandbox. Root knows that it has none. */
export const NO_SANDBOX = 'This system has no sandbox for browsers: the browser runs without one.\n'

/**
 * Starts the browser that `named` or the surroundings give. It keeps its sandbox but for root, to whom Chromium refuses
 * it, and where the system has none. It ends with this process, however that ends.
 */
export async function launchBrowser(named?: string): Promise<LaunchedBrowser> {
  const found = await findBrowser(named)
  const start = (...more: string[]): Promise<Browser> =>
    Browser.start(found.executablePath, [...SWITCHES, ...more], { ...process.env, ...found.env })
  try {
    if (process.getuid?.() === 0) return { browser: await start('--no-sandbox'), found, noSandbox: 'root' }
    try {
      return { browser: await start(), found }
    } catch (error) {
      if (!(error instanceof StartError && /sandbox/i.test(error.output))) throw error
      return { browser: await start('--no-sandbox'), found, noSandbox: 'unavailable' }
    }
  } catch (cause) {
    throw new EnvironmentError(
      `The browser ${found.executablePath} (${found.source}) does not start:\n  ${reasonOf(cause)}`,
      { cause },
    )
  }
}

/** The line of the browser's own output that says most. */
function reasonOf(error: unknown): string {
  if (!(error instanceof StartError)) return (error as Error).message
  const said = stripVTControlCharacters(error.output)
    .split('\n')
    .find((line) => /error while loading|cannot open|ERROR|FATAL|No usable|Failed to/.test(line))
  const ended = error.end && `it ended at once, with ${error.end}`
  return said?.trim() ?? ended ?? error.message
}
