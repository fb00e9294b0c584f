/** Cyrillic, Greek and Vietnamese are set in fonts that come with the page, in every theme. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { launchBrowser } from '../support/browser.ts'
import { fileUrl } from '../support/site.ts'

const DECK = 'tests/sites/alphabets/alphabets.md'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'lectern-alphabets-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The families in which the browser drew the text of each slide of the print page; those of the machine with a star. */
async function familiesOf(theme: string): Promise<Record<string, string[]>> {
  const out = join(folder, theme)
  const quiet = { ...processTerminal(), out: () => undefined, err: () => undefined }
  expect(await main(['build', DECK, '--theme', theme, '--out', out, '--strict'], quiet)).toBe(0)
  const page = await browser.newPage()
  await page.goto(`${fileUrl(out)}alphabets/print/index.html`)
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const found: Record<string, string[]> = {}
  for (const { id } of await page.evaluate(() =>
    [...document.querySelectorAll('.slide')].map(({ id }) => ({ id })),
  )) {
    const selector = `[id="${id}"] :is(h1, h2, p, li, strong, em, code)`
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    const families = new Set<string>()
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      for (const { familyName, isCustomFont } of fonts)
        families.add(
          familyName.replace(/ (?:ExtraLight|SemiBold|ExtraBold)$/, '') + (isCustomFont ? '' : ' *'),
        )
    }
    found[id] = [...families].toSorted()
  }
  await page.close()
  return found
}

test.each(['lecture', 'paper', 'chalk', 'poster', 'contrast'])('in the theme %s', async (theme) => {
  const families = await familiesOf(theme)
  expect(Object.keys(families)).toHaveLength(4)
  expect(
    Object.values(families)
      .flat()
      .filter((name) => name.endsWith('*')),
  ).toEqual([])
  // Atkinson has some letters of Vietnamese: words would be of two fonts.
  if (theme === 'contrast') expect(families['sóng']).toEqual(['Source Sans 3'])
})
