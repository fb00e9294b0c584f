/** The example lecture's drawings in every theme: no text leaves its drawing, none lies on another. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/build/paths.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { themeNames } from '../../src/build/themes.ts'
import { main } from '../../src/cli.ts'
import { launchBrowser } from '../support/browser.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { drawnTextProblems } from '../support/drawn-texts.ts'
import { fileUrl } from '../support/site.ts'

const themes = themeNames(packageRoot)
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-figures-')))
  mkdirSync(join(folder, 'slides'))
  // The figures' own packages are found from there.
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const theme of themes) {
    const deck = join(folder, 'slides', theme)
    cpSync(join(packageRoot, 'slides/foundation-models'), deck, { recursive: true })
    const source = readFileSync(join(deck, 'index.md'), 'utf8')
    writeFileSync(join(deck, 'index.md'), source.replace(/^theme: .*$/m, `theme: ${theme}`))
  }
  const said: string[] = []
  const terminal = {
    ...processTerminal(),
    cwd: folder,
    out: () => {},
    err: (text: string) => void said.push(text),
  }
  expect(await main(['build'], terminal), said.join('')).toBe(0)
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(themes)(
  'texts of drawings keep their place in the theme %s',
  { timeout: 180_000 },
  async (theme) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    await page.goto(`${fileUrl(join(folder, 'dist'))}${theme}/index.html`)
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    const wrong = new Set<string>()
    let texts = 0
    for (const place of await slidesOf(page)) {
      await showSlide(page, place, place.steps - 1)
      const found = await page.evaluate(drawnTextProblems)
      texts += found.texts
      for (const problem of found.problems) wrong.add(`${place.slug}: ${problem}`)
    }
    expect(texts).toBeGreaterThan(300)
    expect([...wrong].join('\n')).toBe('')
    await page.close()
  },
)
