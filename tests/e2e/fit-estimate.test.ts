/** What the compiler tells of the height of slides, against what the browser measures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { themeMetrics } from '../../src/build/themes.ts'
import { estimate } from '../../src/compiler/fit/estimate.ts'
import { fitStep } from '../../src/shared/fit.ts'
import { launchBrowser } from '../support/browser.ts'
import { builtPrintPage } from '../support/built-print-page.ts'
import { naturalHeights } from '../support/fit-measure.ts'

const words =
  'Attention weighs every word of a sentence by what it tells of another, so that distance no longer counts.'
const list = (count: number) => `${words}\n`.repeat(count).replaceAll(/^/gm, '- ').replace(/- $/, '')
const table = (rows: number) =>
  `| Model | Year | What is new |\n|---|---|---|\n${`| BERT | 2018 | ${words} |\n`.repeat(rows)}`
const SYNTHETIC = [
  ...[1, 2, 4].map((count) => `${words} ${words}\n\n`.repeat(count)),
  ...[1, 3, 5].map(list),
  '1. One\n   - Two\n   - Three\n2. Four\n',
  ...[1, 3, 5].map(table),
  ...[3, 10, 16].map((count) => `\`\`\`js\n${'const x = f(y)\n'.repeat(count)}\`\`\`\n`),
  '$$\nL = -\\sum_{i=1}^{n} \\log \\frac{p_i}{q_i}\n$$\n\nWith $p_i = \\frac{a}{b}$ in a line of text.\n',
  '$$\n\\begin{aligned}\na &= b \\\\\nc &= d \\\\\ne &= f\n\\end{aligned}\n$$\n',
  `> ${words}\n`,
  `> [!note] Mind\n> ${words}\n`,
  `:::columns\n:::column\n${list(2)}\n:::\n:::column\n${words}\n:::\n:::\n`,
  '注意力机制让每个词都能看到句子里的其他词，因此距离不再重要。'.repeat(6),
  '> [!cards]\n> - go :: went\n> - a [long front that goes on]{.x} :: back\n> - It ==swam== away\n',
  '```roadmap\nA → B → C → D\nfirst → second → third → fourth\n```\n',
  '![](a.svg){width=160}\n\n- ![](a.svg){width=40%}\n',
  '| `a-name-of-code` | What it does | How |\n|---|---|---|\n' +
    `| \`one-name\` | ${words} | ${words} |\n`.repeat(3),
  `### A part\n\n${words}\n\n#### A smaller one\n\n${words}\n`,
]
  .map((body, index) => `## Slide ${index + 1}\n\n${body}`)
  .join('\n\n')

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'lectern-estimate-'))
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"/>')
  writeFileSync(join(folder, 'synthetic.md'), `---\nlang: en\n---\n\n${SYNTHETIC}`)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Slides whose height is told wrong by more than `tolerance`, and how many there are. */
async function wrong(deck: string, tolerance: number): Promise<{ slides: number; wrong: string[] }> {
  const { url } = await builtPrintPage(deck, folder)
  const page = await browser.newPage({ viewport: { width: 1400, height: 720 } })
  await page.goto(url)
  const metrics = themeMetrics(process.cwd(), 'lecture')!
  const measured = await naturalHeights(page)
  await page.close()
  const known = measured.filter(({ unknown }) => !unknown)
  const found = known.flatMap(({ slug, html, classes, height, step }) => {
    const told = estimate(html, classes, metrics, { width: 1280, height: 720 }, fitStep(step)).height
    return Math.abs(told - height) > tolerance * Math.max(60, height)
      ? `${slug}: ${Math.round(told)} for ${height} px`
      : []
  })
  return { slides: known.length, wrong: found }
}

test('every kind of block within 8 %', async () => {
  expect((await wrong(join(folder, 'synthetic.md'), 0.08)).wrong).toEqual([])
})

test.each([
  ['flagship', 'slides/foundation-models/index.md', 40],
  ['guide', 'slides/guide.md', 150],
  ['gallery', 'slides/gallery/index.md', 40],
])('19 of 20 slides of the %s within 8 %', async (_, deck, least) => {
  const { slides, wrong: found } = await wrong(resolve(deck), 0.08)
  expect(slides).toBeGreaterThan(least)
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(slides / 20)
})
