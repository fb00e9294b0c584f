/** Lays out the slides of a deck in a browser, and tells what a lecturer would see and not want. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { rules, type RuleId, type Severity } from '../../compiler/diagnostics.ts'
import { LEAST_TYPE } from '../../shared/fit.ts'
import type { WireMessage } from '../../shared/markup.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import { writeOutput } from '../output.ts'
import { siteFiles, type Runtimes } from '../site.ts'
import { inspectSlides, type Finding } from './in-page.ts'

export interface Measured {
  decks: readonly BuiltDeck[]
  runtimes: ReadonlyMap<string, Runtimes>
  assets: DeckStore['assets']['files']
  /** The project's own severities. */
  severities: Partial<Record<RuleId, Severity | 'off'>>
}

/** Writes the site into a folder that goes away again, and opens each deck: its lecture once, its print page once. */
export async function measureSlides(
  browser: Browser,
  { decks, runtimes, assets, severities }: Measured,
  tell: (what: string) => void,
): Promise<WireMessage[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-check-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const messages: WireMessage[] = []
  try {
    const site = path.join(folder, 'site')
    writeOutput(site, siteFiles(decks, runtimes, assets, { singleFile: false, base: '' }))
    // The page's own policy would keep out the script that makes slides fit, where the page needs none.
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
      bypassCSP: true,
    })
    for (const { compiled, source } of decks) {
      tell(source.path)
      const { deck, slides } = compiled.manifest
      const place = (slug: string) =>
        placeOf(slides.find((slide) => slide.slug === slug)?.source ?? source.path)
      const say = (rule: RuleId, at: Pick<WireMessage, 'file' | 'line'>, reason: string): void => {
        const severity = severities[rule] ?? rules[rule].severity
        if (severity !== 'off') messages.push({ rule, severity, reason, fix: rules[rule].fix, ...at })
      }
      const page = await context.newPage()
      for (const error of await errorsOf(page, pathToFileURL(path.join(site, deck, 'index.html')).href))
        say('page-error', { file: source.path }, error)
      await page.close()
      for (const { rule, slug, ...finding } of await findingsOf(context.newPage(), site, deck))
        say(rule, place(slug), reasonOf({ rule, slug, ...finding }))
    }
    await context.close()
  } finally {
    process.removeListener('exit', remove)
    remove()
  }
  return messages
}

async function errorsOf(page: Page, url: string): Promise<string[]> {
  const errors = new Set<string>()
  page.on('pageerror', (error) => errors.add(`The page failed: ${error.message}`))
  page.on('console', (message) => {
    // A file that is missing has been told by the compiler, with its line.
    if (message.type() === 'error' && !/ERR_FILE_NOT_FOUND|Failed to load resource/.test(message.text()))
      errors.add(`The page said: ${message.text()}`)
  })
  await page.goto(url)
  await page.evaluate(() => (window as { lectern?: { ready: Promise<void> } }).lectern?.ready)
  return [...errors]
}

async function findingsOf(opening: Promise<Page>, site: string, deck: string): Promise<Finding[]> {
  const page = await opening
  await page.goto(pathToFileURL(path.join(site, deck, 'print', 'index.html')).href)
  const script = readdirSync(path.join(site, 'assets')).find((name) => /^print-.*\.js$/.test(name))
  const runs = await page.evaluate(() => document.querySelector('script[src*="print-"]') !== null)
  if (script && !runs) await page.addScriptTag({ path: path.join(site, 'assets', script) })
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  const findings = await page.evaluate(inspectSlides, { leastType: LEAST_TYPE, colours: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate(inspectSlides, { leastType: LEAST_TYPE, colours: false })
  await page.close()
  const told = new Set(findings.map(({ rule, slug, text }) => `${rule} ${slug} ${text}`))
  return [...findings, ...dark.filter(({ rule, slug, text }) => !told.has(`${rule} ${slug} ${text}`))]
}

function placeOf(source: string): Pick<WireMessage, 'file' | 'line'> {
  const match = /^(.*):(\d+)$/.exec(source)
  return match ? { file: match[1]!, line: Number(match[2]) } : { file: source }
}

function reasonOf({ rule, slug, text, value, least }: Finding): string {
  const words = text.replace(/\s+/g, ' ')
  if (rule === 'slide-overflow') return `“${words}” lies ${value} px outside of the slide \`#${slug}\``
  if (rule === 'type-small')
    return `“${words}” on the slide \`#${slug}\` has type of ${value} px, less than ${least}`
  if (rule === 'image-broken') return `The picture ${words} on the slide \`#${slug}\` cannot be shown`
  return `“${words}” on the slide \`#${slug}\` has a contrast of ${value}, less than ${least}`
}
