/** The site as files: pages, manifests and assets of compiled decks, nothing written yet. */
import { SITE_ROOT } from '../compiler/deck.ts'
import type { Compiled } from '../compiler/compiled.ts'
import type { BuiltDeck, DeckStore } from './deck-store.ts'
import { hanType, withHanType } from './han-type.ts'
import { LICENSES_FILE, licensesText } from './licenses.ts'
import type { OutputFile } from './output.ts'
import { practiceDeck, type PracticeDeck } from '../shared/practice-cards.ts'
import type { ReviewData } from '../shared/review.ts'
import { addressHtml, coverUrl, siteFolder } from './pages/cover.ts'
import { policyOf, type PagePolicy } from './pages/policy.ts'
import { ASSETS, type PageUrls } from './pages/urls.ts'
import { CARDS_PAGE, cardsScript, cardsUrl, renderCardsPage } from './pages/cards-page.ts'
import { renderIndexPage } from './pages/index-page.ts'
import { renderLecturePage } from './pages/lecture-page.ts'
import { renderPrintPage } from './pages/print-page.ts'
import { renderReviewPage } from './pages/review-page.ts'
import { renderSpeakerPage } from './pages/speaker-page.ts'
import { type IndexFile, searchIndexFile, withSearch } from './search/with-search.ts'
import { inlinePage } from './single-file.ts'
import { themeFonts } from './theme-fonts.ts'
import { usedCharacters, withUsedFonts } from './used-fonts.ts'
import type { RuntimeBundle, RuntimeName } from './vite/runtime-bundle.ts'

export interface SiteOptions {
  /** Everything a page needs in the page itself. */
  singleFile: boolean
  /** Where the site will stand, for canonical links; `''` where that is not known. */
  base: string
  /** What is there beside the pages: PDFs, pictures for links. */
  prints?: ReadonlyMap<string, OutputFile>
  /** Whose cache keeps the fonts that were cut. */
  projectRoot: string
}

/** A theme's runtimes by page. */
export type Runtimes = Record<RuntimeName, RuntimeBundle>

/** All files of the site with `decks`, by their path in the output. `runtimes` are by theme name. */
export async function siteFiles(
  decks: readonly BuiltDeck[],
  runtimes: ReadonlyMap<string, Runtimes>,
  assets: DeckStore['assets']['files'],
  options: SiteOptions,
): Promise<Map<string, OutputFile>> {
  const files = new Map<string, OutputFile>(options.prints)
  const page = (
    at: string,
    bundle: RuntimeBundle,
    policy: PagePolicy,
    render: (urls: PageUrls) => string,
  ): void => {
    const html = withAddress(render({ ...urlsOf(bundle), policy }), at, options)
    const root = '../'.repeat(at.split('/').length - 1)
    const content = options.singleFile ? inlinePage(html, bundle, assets) : html
    files.set(at, { content: content.replaceAll(SITE_ROOT, root) })
    if (options.singleFile) return
    for (const [name, bytes] of bundle.files) files.set(ASSETS + name, { content: bytes })
  }
  const practice: PracticeDeck[] = []
  const indexes: IndexFile[] = []
  for (const { compiled, theme, trusted } of decks) {
    const { lecture, print, review, speaker } = runtimes.get(theme.name)!
    const { manifest } = compiled
    const policy = policyOf([compiled], trusted)
    const typed = await withType([compiled], options.projectRoot)
    page(`${manifest.deck}/index.html`, typed(lecture), policy, (urls) => renderLecturePage(compiled, urls))
    page(`${manifest.deck}/print/index.html`, typed(print), policy, (urls) =>
      renderPrintPage(compiled, urls, { listens: true }),
    )
    page(`${manifest.deck}/speaker/index.html`, typed(speaker), policy, (urls) =>
      renderSpeakerPage(compiled, urls),
    )
    const search = searchIndexFile(compiled)
    indexes.push(search)
    const reading = withSearch(typed(review), review, [search])
    page(`${manifest.deck}/review/index.html`, reading, policy, (urls) =>
      renderReviewPage(compiled, urls, { parts: partUrls(reading) }),
    )
    const cards = practiceDeck(manifest, compiled.facts.exam || undefined)
    files.set(cardsUrl(manifest.deck), { content: cardsScript(cards) })
    practice.push(cards)
    files.set(`${manifest.deck}/manifest.json`, {
      content: `${JSON.stringify(manifest, null, 1).replaceAll(SITE_ROOT, '../')}\n`,
    })
    for (const url of options.singleFile ? [] : compiled.assets) {
      const copy = assets.get(url)
      if (copy !== undefined) files.set(url, { copy })
    }
  }
  const policy = policyOf(decks.map(({ compiled }) => compiled))
  const { index, cards, review } = runtimes.values().next().value!
  const typed = await withType(
    decks.map(({ compiled }) => compiled),
    options.projectRoot,
  )
  page(CARDS_PAGE, typed(cards), policy, (urls) => renderCardsPage(practice, urls, options.singleFile))
  const entries = decks.map(({ compiled: { manifest, facts } }) => ({
    manifest,
    description: facts.description,
  }))
  const front = withSearch(typed(index), review, indexes)
  page('index.html', front, policy, (urls) => renderIndexPage(entries, urls, { parts: partUrls(front) }))
  if (!options.singleFile) {
    const names = [...files.keys()].filter((name) => name.startsWith(ASSETS))
    files.set(ASSETS + LICENSES_FILE, {
      content: licensesText(
        names.map((name) => name.slice(ASSETS.length)),
        decks.flatMap(({ theme }) => themeFonts(theme)),
      ),
    })
  }
  return files
}

/** What gives a bundle the type that pages with `decks` need, and no more. */
async function withType(
  decks: readonly Compiled[],
  projectRoot: string,
): Promise<(bundle: RuntimeBundle) => RuntimeBundle> {
  const [characters, han] = [usedCharacters(decks), await hanType(decks, projectRoot)]
  return (bundle) => withHanType(withUsedFonts(bundle, characters), han)
}

/** Where the page finds the scripts that it loads later. */
function partUrls({ parts = {} }: RuntimeBundle): ReviewData['parts'] {
  return Object.fromEntries(Object.entries(parts).map(([name, file]) => [name, SITE_ROOT + ASSETS + file]))
}

/** The root stays open until the page's place is known. */
function urlsOf(bundle: RuntimeBundle): PageUrls {
  const at = (name: string): string => SITE_ROOT + ASSETS + name
  return { root: SITE_ROOT, scripts: bundle.scripts.map(at), styles: bundle.styles.map(at) }
}

/** Tells search engines and others the page's one address and its picture, where the site's address is known. */
function withAddress(html: string, at: string, { base, prints }: SiteOptions): string {
  if (base === '') return html
  const root = siteFolder(base)
  const cover = coverUrl(at.split('/')[0]!)
  const head = addressHtml(
    root + at.replace(/index\.html$/, ''),
    prints?.has(cover) ? root + cover : undefined,
  )
  return html.replace('</head>', () => `${head}</head>`)
}
