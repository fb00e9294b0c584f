/**
 * Builds Markdown as it is and measures in a browser which slides hold more than their stage.
 *
 *     node tests/support/run.mjs tests/scripts/fit-report.ts FOLDER|FILE… [--only=SLUG] [--quiet]
 *
 * A line a deck: slides, how many the compiler made closer or split, and which do not fit when the page has done what it
 * can; below each of these what lies outside. At the end the sums, and how many texts fell below the least size.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { builtPrintPage } from '../support/built-print-page.ts'
import { copiedDecks } from '../support/copied-decks.ts'
import { outsideTheStage } from '../support/fit-measure.ts'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('--'))
const quiet = given.includes('--quiet')
const folder = mkdtempSync(join(tmpdir(), 'lectern-fit-'))
const browser = await launchBrowser()
const sum = { decks: 0, slides: 0, closer: 0, parts: 0, small: 0, outside: 0 }
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 720 } })
  for (const { path, deck } of copiedDecks(
    paths.map((one) => resolve(one)),
    folder,
  )) {
    const start = performance.now()
    const { url, built } = await builtPrintPage(deck, folder)
    const { slides } = built.compiled
    const compiled = performance.now() - start
    await page.goto(url)
    const found = await outsideTheStage(page)
    const closer = slides.filter(({ attributes }) => attributes['data-fit'] !== undefined).length
    const parts = slides.filter(({ title }) => /\(\d+\/\d+\)$/.test(title)).length
    const outside = found.filter((slide) => slide.outside.length > 0)
    const small = found.filter((slide) => slide.least < 18).length
    sum.decks++
    sum.slides += slides.length
    sum.closer += closer
    sum.parts += parts
    sum.small += small
    sum.outside += outside.length
    console.log(
      `${path}: ${slides.length} slides in ${Math.round(compiled)} ms, ${closer} closer, ${parts} parts, ${small} with small type, ${outside.length} too full`,
    )
    if (quiet) continue
    for (const { slug, source, outside: what, step } of outside)
      console.log(`  ${slug} (${source}, step ${step}): ${what.join('; ')}`)
    for (const { slug, source, least, step, text } of found.filter((slide) => slide.least < 17.9))
      console.log(`  ${slug} (${source}, step ${step}): type of ${least} px: ${text}`)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log(
  `\n${sum.decks} decks, ${sum.slides} slides: ${sum.closer} closer, ${sum.parts} parts of split ones, ${sum.small} with small type, ${sum.outside} too full`,
)
