/**
 * Builds Markdown as it is and measures in a browser which slides hold more than their stage.
 *
 *     node tests/support/run.mjs tests/scripts/fit-report.ts FOLDER|FILE… [--only=SLUG] [--quiet]
 *
 * A line a deck: slides, how many the compiler made closer or split, and which do not fit when the page has done what it
 * can; below each of these what lies outside. At the end a table of the sets (folders in those given): how many slides
 * fit, how many do not but have a message of it, how many do not and nothing says so, and how many have type under 18 px.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { builtPrintPage } from '../support/built-print-page.ts'
import { copiedDecks } from '../support/copied-decks.ts'
import { outsideTheStage } from '../support/fit-measure.ts'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('--'))
const quiet = given.includes('--quiet')
const folder = mkdtempSync(join(tmpdir(), 'lectern-fit-'))
const browser = await launchBrowser()
interface Sum {
  decks: number
  slides: number
  closer: number
  parts: number
  small: number
  told: number
  silent: number
}
const sets = new Map<string, Sum>()

/** The folder in the one given that a deck lies in; of a file given by itself, its own. */
function setOf(path: string): string {
  const root = paths.map((one) => resolve(one)).find((one) => path.startsWith(one + sep))
  const [first = '', ...rest] = root ? relative(root, path).split(sep) : []
  return root && rest.length > 0 ? `${basename(root)}/${first}` : basename(root ?? dirname(path))
}
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
    const lines = new Set(
      built.compiled.messages.filter(({ ruleId }) => ruleId === 'slide-overflow').map(({ line }) => line),
    )
    const told = outside.filter(({ source }) => lines.has(Number(source.split(':').at(-1)))).length
    const before = sets.get(setOf(path)) ?? {
      decks: 0,
      slides: 0,
      closer: 0,
      parts: 0,
      small: 0,
      told: 0,
      silent: 0,
    }
    sets.set(setOf(path), {
      decks: before.decks + 1,
      slides: before.slides + slides.length,
      closer: before.closer + closer,
      parts: before.parts + parts,
      small: before.small + small,
      told: before.told + told,
      silent: before.silent + outside.length - told,
    })
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
const all: Sum = { decks: 0, slides: 0, closer: 0, parts: 0, small: 0, told: 0, silent: 0 }
const row = (name: string, { decks, slides, closer, parts, small, told, silent }: Sum): string =>
  [
    name.padEnd(40),
    ...[decks, slides, slides - told - silent, told, silent, closer, parts, small].map((one) =>
      String(one).padStart(9),
    ),
  ].join('')
const head = ['decks', 'slides', 'fit', 'told', 'silent', 'closer', 'parts', 'small']
console.log(`\n${'set'.padEnd(40)}${head.map((one) => one.padStart(9)).join('')}`)
for (const [name, sum] of sets) {
  for (const key of Object.keys(all) as (keyof Sum)[]) all[key] += sum[key]
  console.log(row(name, sum))
}
console.log(row('all', all))
process.exitCode = all.silent > 0 ? 1 : 0
