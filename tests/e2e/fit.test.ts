/** Whatever a slide holds, it stands whole on its stage; and a slide that fits is left alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { lectern } from '../build/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { builtPrintPage } from '../support/built-print-page.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { outsideTheStage } from '../support/fit-measure.ts'
import { openFlagship } from '../support/flagship.ts'
import { fileUrl } from '../support/site.ts'

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')
const words = 'says something that takes about a line'
const column = (name: string, count: number): string =>
  `:::column\n${lines(count, (n) => `- ${name} ${n}`)}\n:::`

const OVERFULL = `---
title: Overfull
---

## List

${lines(50, (n) => `- Item ${n} ${words}.{.fragment}`)}

## A little

${lines(9, (n) => `Block ${n} ${words}.\n`)}

## Table

| Name | What |
|---|---|
${lines(40, (n) => `| Row ${n} | ${words} |`)}

## Wide table

| ${lines(14, (n) => `Column${n}`).replaceAll('\n', ' | ')} |
|${'---|'.repeat(14)}
| ${lines(14, (n) => `Cell-of-some-length-${n}`).replaceAll('\n', ' | ')} |

## Code

\`\`\`js
${lines(60, (n) => `call(${n}) // line ${n}`)}
\`\`\`

## Wide code

\`\`\`js
const long = '${'word '.repeat(60)}end of it'
\`\`\`

## Pictures

${lines(5, (n) => `![Picture ${n}](p.svg "Caption ${n}")\n`)}

## Formula

$$
\\begin{aligned}
${lines(24, (n) => `x_{${n}} &= \\frac{a}{b} \\\\`)}
\\end{aligned}
$$

## Wide formula

$$
x = \\underbrace{${lines(40, (n) => `y_{${n}}`).replaceAll('\n', ' ')}}_{z}
$$

## Paragraph

${lines(80, (n) => `Sentence ${n} ${words}.`)}

## Columns

:::columns
${column('Left', 50)}
${column('Right', 20)}
:::

## Sideways {layout=center}

${lines(12, (n) => `Line ${n}.{.fragment .fade-up}\n`)}

## Whole {fit=shrink}

${lines(30, (n) => `Piece ${n} ${words}.\n`)}
`
const COUNTS = {
  Item: 50,
  Block: 9,
  Row: 40,
  line: 60,
  Caption: 5,
  Sentence: 80,
  Left: 50,
  Right: 20,
  Line: 12,
  Piece: 30,
}
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><rect width="900" height="700" fill="#789"/></svg>'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'lectern-overfull-'))
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(join(folder, 'overfull.md'), OVERFULL)
  writeFileSync(join(folder, 'p.svg'), PICTURE)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test(
  'every slide of an overfull deck stands on its stage in every step, and nothing is lost',
  { timeout: 240_000 },
  async () => {
    const { code } = await lectern(folder, 'build', 'overfull.md', '--out', 'out')
    expect(code).toBe(0)
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    await page.goto(`${fileUrl(join(folder, 'out'))}overfull/index.html`)
    const outside: string[] = []
    const texts: string[] = []
    for (const place of await slidesOf(page)) {
      for (let step = -1; step < place.steps; step++) {
        await showSlide(page, place, step)
        for (const what of await page.evaluate(leaving)) outside.push(`${place.slug}/${step}: ${what}`)
      }
      texts.push(
        await page.evaluate(
          () => [...document.querySelectorAll<HTMLElement>('section.present')].at(-1)!.textContent,
        ),
      )
    }
    expect(outside).toEqual([])
    for (const [word, count] of Object.entries(COUNTS)) {
      const found = texts.flatMap((text) =>
        [...text.matchAll(new RegExp(`\\b${word} (\\d+)\\b`, 'g'))].map(([, n]) => Number(n)),
      )
      expect([word, [...new Set(found)]]).toEqual([
        word,
        Array.from({ length: count }, (_, index) => index + 1),
      ])
    }
    expect(texts.join('')).toContain('end of it')
  },
)

test('so it does on paper', async () => {
  const { url } = await builtPrintPage(join(folder, 'overfull.md'), join(folder, 'print'))
  const page = await browser.newPage({ viewport: { width: 1400, height: 720 } })
  await page.goto(url)
  const found = await outsideTheStage(page)
  expect(found.filter(({ outside }) => outside.length > 0)).toEqual([])
  // A table of fourteen long columns and what its author wants whole; all else can be read.
  const readable = /^(?:list|a-little|table|code|pictures|paragraph|columns|sideways)(?:-\d+)?$/
  expect(
    found.filter(({ least, slug }) => least < 17.9 && readable.test(slug)).map(({ slug }) => slug),
  ).toEqual([])
})

test('no slide of the flagship is touched', async () => {
  const { page, places } = await openFlagship(browser)
  for (const place of places) await showSlide(page, place, -1)
  expect(await page.evaluate(() => [...document.querySelectorAll('[data-fit]')].map(({ id }) => id))).toEqual(
    [],
  )
  expect(places.filter(({ slug }) => /-part-\d|\(\d+\/\d+\)/.test(slug))).toEqual([])
  await page.close()
})

test('check measures what is told of a slide that its author keeps too full', async () => {
  const blocks = lines(30, (n) => `Piece ${n} ${words}.\n`)
  writeFileSync(
    join(folder, 'checked.md'),
    `---\nfit: error\n---\n\n## Full\n\n${blocks}\n\n## Small {fit=shrink}\n\n${blocks}\n\n## Faint\n\n[Grey]{style="color:#bbb"} words\n\n![Broken](broken.png)\n`,
  )
  writeFileSync(join(folder, 'broken.png'), 'no picture')
  const { out } = await lectern(folder, 'check', 'checked.md', '--format', 'json')
  const told = (JSON.parse(out) as { messages: { rule: string; line: number; file: string }[] }).messages
    .filter(({ rule }) => /^(?:slide-overflow|type-small|contrast-low|image-broken)$/.test(rule))
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`)
  expect([...new Set(told)].toSorted()).toEqual(
    [
      // The compiler tells the slide, the browser the words that lie farthest out.
      'checked.md:5 slide-overflow',
      'checked.md:65 slide-overflow',
      'checked.md:68 slide-overflow',
      'checked.md:70 type-small',
      'checked.md:133 contrast-low',
      'checked.md:135 image-broken',
    ].toSorted(),
  )
})

test('check tells errors of the page', async () => {
  const own = join(folder, 'plugin')
  mkdirSync(own)
  writeFileSync(
    join(own, 'lectern.config.js'),
    "export default { plugins: [{ name: 'bad', runtime: './bad.js' }] }",
  )
  writeFileSync(join(own, 'bad.js'), "export {}\nthrow new Error('The plugin broke')\n")
  writeFileSync(join(own, 'deck.md'), '## A\n\nText.\n')
  const { out } = await lectern(own, 'check', 'deck.md', '--format', 'json')
  const { messages } = JSON.parse(out) as { messages: { rule: string; reason: string }[] }
  expect(messages.find(({ rule }) => rule === 'page-error')?.reason).toContain('The plugin broke')
})

/** Runs in the page: what of the shown slide lies more than two px outside of the stage or of a box that cuts it. */
function leaving(): string[] {
  const stage = document.querySelector('.reveal .slides')!.getBoundingClientRect()
  const slide = [...document.querySelectorAll('section.present')].at(-1)!
  const found: string[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement!
    if (element.closest('aside.notes, .katex-mathml, .visually-hidden, .hover-card, .step-marker')) continue
    const isText = node instanceof Text && node.data.trim() !== ''
    if (!isText && !(node instanceof Element && /^(?:img|table|pre|li|p|figure)$/i.test(node.tagName)))
      continue
    // What has not stepped in yet may wait outside.
    if (element.closest('.fragment:not(.visible)')) continue
    const range = document.createRange()
    range.selectNode(node)
    const cut = element.closest('pre, .table-wrap')?.getBoundingClientRect()
    for (const box of isText ? range.getClientRects() : [element.getBoundingClientRect()]) {
      if (box.width <= 1 || box.height <= 1) continue
      for (const frame of cut ? [stage, cut] : [stage]) {
        const over = Math.max(
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        )
        if (over > 2)
          found.push(
            `${element.tagName} “${(node.textContent ?? '').trim().slice(0, 30)}” by ${Math.round(over)} px`,
          )
      }
    }
  }
  return found.slice(0, 4)
}
