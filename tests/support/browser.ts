/** The browser that tests and the benchmark drive. */
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Browser, type LaunchOptions, chromium } from 'playwright-core'
import { bundledChromium, exists } from './bundled-chromium.ts'

const quiet = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts Chromium: the one that `LECTERN_BROWSER` or `CHROME_PATH` names, else the one npm brought, else an
 * installed Chrome or Chromium. Throws an error that lists the places looked at where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root, and only to root should it be taken away.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  return chromium.launch({ args, ...(await findBrowser()) })
}

async function findBrowser(): Promise<LaunchOptions> {
  const named = process.env.LECTERN_BROWSER || process.env.CHROME_PATH
  if (named) {
    await access(named).catch(() => {
      throw new Error(`LECTERN_BROWSER or CHROME_PATH names ${named}, which is not there.`)
    })
    return { executablePath: named }
  }
  const bundled = await bundledChromium()
  if (bundled) {
    const libraries = [bundled.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
    const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: bundled.fontConfig }
    return { executablePath: bundled.executable, env: env as Record<string, string> }
  }
  for (const path of installedPlaces()) if (await exists(path)) return { executablePath: path }
  throw new Error(
    `Browser tests need a Chromium and found none. Looked at: ${['LECTERN_BROWSER', 'CHROME_PATH', '@sparticuz/chromium (Linux x64)', ...installedPlaces()].join(', ')}. ` +
      'Install Chrome, Edge or Chromium, or set LECTERN_BROWSER to its path.',
  )
}

function installedPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
}
