/** Lays out the slides of a deck in a browser, and tells what a lecturer would see and not want. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { LEAST_TYPE } from '../../shared/fit.ts'
import type { Browser } from '../browser/browser.ts'
import type { Page } from '../browser/page.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import { fontFaces } from '../font-faces.ts'
import { writeOutput } from '../output.ts'
import { ASSETS } from '../pages/urls.ts'
import { siteFiles, type Runtimes } from '../site.ts'
import { usedCharacters } from './characters.ts'
import { quoted, type Finding } from './finding.ts'
import { fontCoverage } from './font-coverage.ts'
import { inspectSlides, type Measure } from './in-page.ts'
import { beginningsOf } from './locate.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { overPictureFindings } from './over-pictures.ts'
import { pageErrors } from './page-errors.ts'

/** The page's own policy would keep out the script that makes slides fit, where the page needs none. */
const NO_POLICY = { bypassCSP: true }

export interface Measured {
  decks: readonly BuiltDeck[]
  runtimes: ReadonlyMap<string, Runtimes>
  assets: DeckStore['assets']['files']
  /** Whether plugins of the project run code in the lecture page. */
  plugins: boolean
  projectRoot: string
}

/**
 * Writes the site into a folder that goes away again, and opens each deck: its lecture once, its print page once. Gives
 * what was found of each deck, in their order.
 */
export async function measureSlides(
  browser: Browser,
  { decks, runtimes, assets, plugins, projectRoot }: Measured,
  tell: (what: string) => void,
): Promise<Finding[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-check-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const site = path.join(folder, 'site')
    writeOutput(site, await siteFiles(decks, runtimes, assets, { singleFile: false, base: '', projectRoot }))
    const paint = await browser.newPage()
    const all: Finding[][] = []
    for (const { compiled, source, theme, trusted } of decks) {
      tell(source.path)
      const { deck } = compiled.manifest
      const url = pathToFileURL(path.join(site, deck, 'index.html')).href
      const lookAtLecture = async (): Promise<Finding[]> => {
        const page = await browser.newPage(NO_POLICY)
        const errors = await pageErrors(page, url, plugins || trusted)
        await page.close()
        return errors
      }
      const lookAtPrint = async (): Promise<Finding[]> => {
        const page = await printPage(browser, site, deck, runtimes.get(theme.name)!)
        const findings = await printFindings(page, paint, site)
        await page.close()
        return findings
      }
      all.push((await Promise.all([lookAtLecture(), lookAtPrint()])).flat())
    }
    await paint.close()
    return all
  } finally {
    process.removeListener('exit', remove)
    remove()
  }
}

/** The print page, with the script that makes slides fit exactly. */
async function printPage(browser: Browser, site: string, deck: string, { print }: Runtimes): Promise<Page> {
  const page = await browser.newPage(NO_POLICY)
  await page.goto(pathToFileURL(path.join(site, deck, 'print', 'index.html')).href)
  const runs = await page.evaluate(() => document.querySelector('script[src*="print-"]') !== null)
  for (const script of runs ? [] : print.scripts)
    await page.evaluateText(readFileSync(path.join(site, ASSETS, script), 'utf8'))
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  return page
}

async function printFindings(page: Page, paint: Page, site: string): Promise<Finding[]> {
  const light = await page.evaluate(inspectSlides, { leastType: LEAST_TYPE, layout: true })
  const overLight = await overPictureFindings(page, paint, light.overPictures)
  const characters = await page.evaluate(usedCharacters)
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((link) =>
      link.getAttribute('href')!.replace(/^.*\//, ''),
    ),
  )
  const read = (name: string): Buffer => readFileSync(path.join(site, ASSETS, name))
  const faces = sheets.flatMap((name) => fontFaces(read(name).toString('utf8')))
  const glyphs = await missingGlyphs(characters, fontCoverage(faces, read))
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate(inspectSlides, { leastType: LEAST_TYPE, layout: false })
  const overDark = await overPictureFindings(page, paint, dark.overPictures)
  const findings = [...light.measures.map(findingOf), ...overLight, ...glyphs]
  const told = new Set(findings.map(subjectOf))
  // In dark only what is not wrong in light already.
  return [
    ...findings,
    ...[...dark.measures.map(findingOf), ...overDark].filter((one) => !told.has(subjectOf(one))),
  ]
}

const subjectOf = ({ rule, slug, words = [] }: Finding): string => `${rule} ${slug} ${words[0]}`

function findingOf({ rule, slug, text, value, least }: Measure): Finding {
  const on = `on the slide \`#${slug}\``
  const words = beginningsOf(text)
  if (rule === 'slide-overflow')
    return { rule, slug, words, reason: `${quoted(text)} lies ${value} px outside of the slide \`#${slug}\`` }
  if (rule === 'type-small')
    return { rule, slug, words, reason: `${quoted(text)} ${on} has type of ${value} px, less than ${least}` }
  if (rule === 'image-broken') {
    const name = fileName(text)
    return { rule, slug, words: [name], reason: `The picture \`${name}\` ${on} cannot be shown` }
  }
  return { rule, slug, words, reason: `${quoted(text)} ${on} has a contrast of ${value}, less than ${least}` }
}

/** An asset's name as its author knows it, without the hash. */
function fileName(source: string): string {
  const name = decodeURIComponent(source.replace(/^.*\//, ''))
  return name.replace(/-[\w-]{8}(?=\.\w+$)/, '')
}
