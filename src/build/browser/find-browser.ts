/** Which browser to start: one that is named, the one npm brought, or one that is installed. */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { EnvironmentError } from '../errors.ts'
import { bundledChromium } from './bundled-chromium.ts'

export interface FoundBrowser {
  executablePath: string
  /** How it was found, for people: `LECTERN_BROWSER`, `@sparticuz/chromium`, `installed`. */
  source: string
  /** What its process needs in its environment beside what is there. */
  env?: Record<string, string>
}

/** A place looked at in vain, and why. */
interface Miss {
  place: string
  why: string
}

/** Variables that name a browser, the first that is set counts. */
const VARIABLES = ['LECTERN_BROWSER', 'CHROME_PATH']

/**
 * Finds a browser made of Chromium. A path given by `named` (the option `--browser`) or by a variable must be right; else
 * the first of npm's own and the installed ones is taken. Where there is none, the error names every place looked at.
 */
export async function findBrowser(
  named?: string,
  variables: NodeJS.ProcessEnv = process.env,
): Promise<FoundBrowser> {
  const misses: Miss[] = []
  if (named !== undefined) return given('--browser', path.resolve(named))
  misses.push({ place: '--browser', why: 'not given' })
  for (const variable of VARIABLES) {
    const value = variables[variable]
    if (value) return given(variable, value)
    misses.push({ place: variable, why: 'not set' })
  }
  const bundled = await npmsOwn(variables, misses)
  if (bundled) return bundled
  const installed = await firstInstalled(variables, misses)
  if (installed) return installed
  throw new EnvironmentError(noneFound(misses))
}

async function given(source: string, executablePath: string): Promise<FoundBrowser> {
  const problem = await whyNotRunnable(executablePath)
  if (problem) throw new EnvironmentError(`${source} names ${executablePath}, which ${problem}.`)
  return { executablePath, source }
}

async function npmsOwn(variables: NodeJS.ProcessEnv, misses: Miss[]): Promise<FoundBrowser | undefined> {
  const place = '@sparticuz/chromium'
  try {
    const bundled = await bundledChromium()
    if ('missing' in bundled) {
      misses.push({ place, why: bundled.missing })
      return undefined
    }
    const libraries = [bundled.libraries, variables.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter)
    return {
      executablePath: bundled.executable,
      source: place,
      env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: bundled.fontConfig },
    }
  } catch (error) {
    misses.push({ place, why: `cannot be unpacked: ${(error as Error).message}` })
    return undefined
  }
}

async function firstInstalled(
  variables: NodeJS.ProcessEnv,
  misses: Miss[],
): Promise<FoundBrowser | undefined> {
  const chromes = await installedChromes()
  if (chromes.length === 0) misses.push({ place: 'Chrome and Chromium', why: 'none is installed' })
  for (const executablePath of [...chromes, ...edgePlaces(variables)]) {
    const problem = await whyNotRunnable(executablePath)
    if (!problem) return { executablePath, source: 'installed' }
    misses.push({ place: executablePath, why: problem })
  }
  return undefined
}

async function installedChromes(): Promise<string[]> {
  const { Launcher } = await import('chrome-launcher')
  try {
    return [...new Set(Launcher.getInstallations())]
  } catch {
    // Thrown where it finds none; on Windows without its usual variables too.
    return []
  }
}

function edgePlaces(variables: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']
  if (process.platform === 'win32')
    return ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA']
      .flatMap((name) => variables[name] ?? [])
      .map((folder) => path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'))
  return ['/opt/microsoft/msedge/msedge', '/usr/bin/microsoft-edge']
}

async function whyNotRunnable(file: string): Promise<string | undefined> {
  return access(file, constants.X_OK).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 'is not there' : 'cannot be run'),
  )
}

function noneFound(misses: readonly Miss[]): string {
  const looked = misses.map(({ place, why }) => `  ${place}: ${why}`).join('\n')
  return `A PDF needs a browser made of Chromium, and none was found. Looked at:
${looked}
Any one of these helps:
  npm install --save-optional @sparticuz/chromium   (Linux x64, 68 MB, needs no root)
  install Chrome, Edge or Chromium
  set LECTERN_BROWSER to the path of one
"lectern doctor" looks again.`
}
