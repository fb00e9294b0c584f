/** Which browser is taken, and what is said where there is none. */
import { afterEach, expect, test, vi } from 'vitest'
import { bundledChromium } from '../../src/build/browser/bundled-chromium.ts'
import { findBrowser } from '../../src/build/browser/find-browser.ts'

const installed = vi.hoisted(() => ({ chromes: [] as string[] }))
vi.mock('../../src/build/browser/bundled-chromium.ts', () => ({ bundledChromium: vi.fn() }))
vi.mock('chrome-launcher', () => ({
  Launcher: {
    getInstallations(): string[] {
      if (installed.chromes.length === 0) throw new Error('none')
      return installed.chromes
    },
  },
}))
const bundled = vi.mocked(bundledChromium)
const unpacked = { executable: '/cache/chromium', libraries: '/cache/lib', fontConfig: '/cache/fonts.conf' }

afterEach(() => {
  installed.chromes = []
})

test('what is named counts before all else, the option before variables, Lectern’s before Chrome’s', async () => {
  bundled.mockResolvedValue(unpacked)
  const node = process.execPath
  const variables = { LECTERN_BROWSER: node, CHROME_PATH: '/bin/sh' }
  expect(await findBrowser('/bin/sh', variables)).toMatchObject({
    executablePath: '/bin/sh',
    source: '--browser',
  })
  expect(await findBrowser(undefined, variables)).toEqual({ executablePath: node, source: 'LECTERN_BROWSER' })
  expect(await findBrowser(undefined, { CHROME_PATH: node })).toMatchObject({ source: 'CHROME_PATH' })
})

test('a named browser that is not there is an error, and no other is taken for it', async () => {
  bundled.mockResolvedValue(unpacked)
  await expect(findBrowser('/nowhere/chrome', {})).rejects.toMatchObject({
    exitCode: 3,
    message: '--browser names /nowhere/chrome, which is not there.',
  })
})

test('npm’s comes with its libraries and fonts, beside those that are there', async () => {
  bundled.mockResolvedValue(unpacked)
  expect(await findBrowser(undefined, { LD_LIBRARY_PATH: '/own' })).toEqual({
    executablePath: '/cache/chromium',
    source: '@sparticuz/chromium',
    env: { LD_LIBRARY_PATH: '/cache/lib:/own', FONTCONFIG_FILE: '/cache/fonts.conf' },
  })
})

test('an installed one is taken where npm brought none', async () => {
  bundled.mockResolvedValue({ missing: 'is not installed' })
  installed.chromes = ['/nowhere/chrome', process.execPath]
  expect(await findBrowser(undefined, {})).toEqual({ executablePath: process.execPath, source: 'installed' })
})

test('where there is none, every place is named with its reason, and what helps', async () => {
  bundled.mockRejectedValue(new Error('no space left'))
  const problem = await findBrowser(undefined, {}).catch((error: Error & { exitCode: number }) => error)
  expect(problem).toMatchObject({ exitCode: 3 })
  const { message } = problem as Error
  for (const place of ['--browser: not given', 'LECTERN_BROWSER: not set', 'CHROME_PATH: not set'])
    expect(message).toContain(place)
  expect(message).toContain('@sparticuz/chromium: cannot be unpacked: no space left')
  expect(message).toContain('Chrome and Chromium: none is installed')
  expect(message).toMatch(/msedge|Microsoft Edge/)
  expect(message).toContain('npm install')
})
