/**
 * Holds the estimated heights of slides against the browser's.
 *
 *     node tests/support/run.mjs tests/scripts/fit-estimate.ts FOLDER|FILE… [--worst=20] [--only=SLUG]
 *
 * Prints for each deck and for all how many slides are estimated within 8 % of what the browser measures, and the worst.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readHtml } from '../../src/compiler/fit/html.ts'
import { estimate, estimateTree } from '../../src/compiler/fit/estimate.ts'
import type { ThemeMetrics } from '../../src/compiler/fit/metrics.ts'
import { launchBrowser } from '../support/browser.ts'
import { naturalHeights } from '../support/fit-measure.ts'
import { copiedDecks } from '../support/copied-decks.ts'
import { fitStep } from '../../src/shared/fit.ts'
import { builtPrintPage } from '../support/built-print-page.ts'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('--'))
const worst = Number(given.find((argument) => argument.startsWith('--worst='))?.slice(8) ?? 15)
const only = given.find((argument) => argument.startsWith('--only='))?.slice(7)
const metrics = JSON.parse(readFileSync('themes/lecture/metrics.json', 'utf8')) as ThemeMetrics
const stage = { width: 1280, height: 720 }
const folder = mkdtempSync(join(tmpdir(), 'lectern-fit-'))
const browser = await launchBrowser()
/** Slides left out: a picture of theirs did not come, so nobody knows its size. */
let left = 0
const all: { deck: string; slug: string; is: number; told: number }[] = []
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 720 } })
  for (const { path, deck } of copiedDecks(
    paths.map((path) => resolve(path)),
    folder,
  )) {
    await page.goto((await builtPrintPage(deck, folder)).url)
    const here: typeof all = []
    for (const { slug, classes, html, height, blocks, step, unknown } of await naturalHeights(page)) {
      if (only && slug !== only) continue
      if (unknown) {
        left++
        continue
      }
      const told = estimate(html, classes, metrics, stage, fitStep(step)).height
      if (only) {
        console.log(blocks)
        console.log(
          readHtml(html).children.map((child) =>
            typeof child === 'string'
              ? child
              : `${child.name}${child.classes}${Math.round(estimateTree({ name: 'root', classes: '  ', attributes: {}, children: [child] }, ` ${classes} `, metrics, stage).height)}`,
          ),
        )
      }
      here.push({ deck: path, slug, is: height, told })
    }
    console.log(`${path}: ${share(here)}`)
    all.push(...here)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`All: ${share(all)}; ${left} left out for pictures that did not come`)
for (const { deck, slug, is, told } of all.toSorted((a, b) => error(b) - error(a)).slice(0, worst))
  console.log(
    `${Math.round(error({ is, told }) * 100)} %  ${Math.round(told)} for ${Math.round(is)}  ${slug}  ${deck}`,
  )

function error({ is, told }: { is: number; told: number }): number {
  return Math.abs(told - is) / Math.max(60, is)
}

function share(slides: readonly { is: number; told: number }[]): string {
  const near = slides.filter((slide) => error(slide) <= 0.08).length
  return `${near} of ${slides.length} slides within 8 % (${Math.round((near / Math.max(1, slides.length)) * 1000) / 10} %)`
}
