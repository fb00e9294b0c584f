/** What a site has of its decks' printed pages, all made with one browser: PDFs, and pictures that stand for links. */
import type { Browser } from '../browser/browser.ts'
import { launchBrowser, NO_SANDBOX, type LaunchedBrowser } from '../browser/launch.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import { EnvironmentError } from '../errors.ts'
import type { OutputFile } from '../output.ts'
import { coverUrl, isWholeAddress, siteFolder } from '../pages/cover.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { deckImages } from './deck-images.ts'
import { printDeck, type PdfSource } from './deck-pdf.ts'

export interface WantedPrints {
  /** `NAME/NAME.pdf` */
  pdfs: boolean
  /** Address of the site, where it is known. */
  base: string
  /** `NAME/cover.png`: the first slide. Left out, with a word, where no browser is. */
  covers: boolean
}

/** From `NAME/NAME.pdf`. */
const TO_SITE = '../'
const LOOK = { dark: false, answers: false, steps: 'final' } as const

/** `bundleOf` gives the print page's bundle by the name of a theme; `warn` takes what the author should know. */
export async function sitePrints(
  decks: readonly BuiltDeck[],
  bundleOf: (theme: string) => RuntimeBundle,
  store: DeckStore,
  wanted: WantedPrints,
  tell: (what: string) => void,
  warn: (text: string) => void,
): Promise<Map<string, OutputFile>> {
  const files = new Map<string, OutputFile>()
  const launched = await launch(wanted, warn)
  if (!launched) return files
  const { browser, noSandbox } = launched
  const site = isWholeAddress(wanted.base) ? siteFolder(wanted.base) : TO_SITE
  if (noSandbox === 'unavailable') warn(NO_SANDBOX)
  try {
    for (const deck of decks) {
      const { deck: name } = deck.compiled.manifest
      const source = {
        deck,
        bundle: bundleOf(deck.theme.name),
        assets: store.assets.files,
        projectRoot: store.project.root,
      }
      if (wanted.covers) {
        tell(`${name}: picture of the first slide`)
        files.set(coverUrl(name), { content: await coverOf(browser, source) })
      }
      if (!wanted.pdfs) continue
      const finish = await printDeck(browser, source, { ...LOOK, site }, (what) =>
        tell(`${name}.pdf: ${what}`),
      )
      const { bytes } = await finish()
      files.set(`${name}/${name}.pdf`, { content: bytes })
    }
  } finally {
    await browser.close()
  }
  return files
}

/** Only a PDF was asked for by name: without it a site with no browser is whole, too. */
async function launch(
  wanted: WantedPrints,
  warn: (text: string) => void,
): Promise<LaunchedBrowser | undefined> {
  try {
    return await launchBrowser()
  } catch (error) {
    if (wanted.pdfs || !(error instanceof EnvironmentError)) throw error
    warn('No picture for links to the decks (og:image): there is no browser. "lectern doctor" tells more.\n')
    return undefined
  }
}

async function coverOf(browser: Browser, source: PdfSource): Promise<Uint8Array> {
  let cover: Uint8Array = new Uint8Array()
  // In its final state, which is the last of its pages.
  await deckImages(browser, source, { ...LOOK, range: '1', scale: 1 }, ({ bytes }) => (cover = bytes))
  return cover
}
