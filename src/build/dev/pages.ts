/** The pages of the dev server: those of a build, but with modules that Vite serves and can exchange. */
import path from 'node:path'
import { packageRoot, slashed } from '../paths.ts'
import type { BuiltDeck } from '../deck-store.ts'
import { hanSheet } from '../han-fonts.ts'
import { practiceDeck } from '../../shared/practice-cards.ts'
import { renderCardsPage } from '../pages/cards-page.ts'
import { scriptJson } from '../pages/html.ts'
import { renderIndexPage } from '../pages/index-page.ts'
import { renderLecturePage } from '../pages/lecture-page.ts'
import { renderPrintPage } from '../pages/print-page.ts'
import { renderReviewPage } from '../pages/review-page.ts'
import { renderSpeakerPage } from '../pages/speaker-page.ts'
import { HOT_EVENT } from '../../shared/markup.ts'
import { PLUGINS_URL } from '../vite/project-plugins.ts'
import { lazyParts, runtimes, type RuntimeName } from '../vite/runtime-bundle.ts'

/** Id of the `<script type="application/json">` with the messages that the page starts with. */
export const MESSAGES_ID = 'lectern-messages'

/** A deck's search index, beside its page for reading. */
export const SEARCH_INDEX = 'search-index.js'

const NO_FILES = { scripts: [], styles: [] }

/** The lecture page. It takes patches; see its runtime. `plugins`: some of the project's have a runtime part. */
export function devLecturePage({ compiled, theme, messages }: BuiltDeck, plugins: boolean): string {
  const html = renderLecturePage(compiled, { root: '../', ...NO_FILES })
  const data = `<script type="application/json" id="${MESSAGES_ID}">${scriptJson(messages)}</script>`
  const parts = plugins ? [`<script type="module" src="${PLUGINS_URL}"></script>`] : []
  return intoHead(html, [data, ...modules('lecture', theme.name), ...parts])
}

/** The print page; it loads itself again when its deck changes. */
export function devPrintPage({ compiled, theme }: BuiltDeck): string {
  const html = renderPrintPage(compiled, { root: '../../', ...NO_FILES })
  return intoHead(html, [...modules('print', theme.name), reloadOn([compiled])])
}

/** The page for reading; it loads itself again when its deck changes. */
export function devReviewPage({ compiled, theme }: BuiltDeck): string {
  const parts = { ...devParts(theme.name), ...searchIndexUrl(compiled.manifest.deck, '../../') }
  const html = renderReviewPage(compiled, { root: '../../', ...NO_FILES }, { parts, modules: true })
  return intoHead(html, [...modules('review', theme.name), reloadOn([compiled])])
}

/** The parts of the review that load later, as modules. */
function devParts(theme: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lazyParts).map(([name, module]) => [name, moduleUrl(module, theme)]),
  )
}

function searchIndexUrl(deck: string, root: string): Record<string, string> {
  return { [`search-index:${deck}`]: `${root}${encodeURIComponent(deck)}/review/${SEARCH_INDEX}` }
}

/** The speaker view; it loads itself again when its deck changes. */
export function devSpeakerPage({ compiled, theme }: BuiltDeck): string {
  const html = renderSpeakerPage(compiled, { root: '../../', ...NO_FILES })
  return intoHead(html, [...modules('speaker', theme.name), reloadOn([compiled])])
}

/** The page with all decks; it loads itself again when one changes. */
export function devIndexPage(decks: readonly BuiltDeck[]): string {
  const all = decks.map(({ compiled }) => compiled)
  const entries = all.map(({ manifest, facts }) => ({ manifest, description: facts.description }))
  const indexes = all.map(({ manifest }) => searchIndexUrl(manifest.deck, ''))
  const parts = Object.assign(devParts(decks[0]!.theme.name), ...indexes) as Record<string, string>
  const html = renderIndexPage(entries, { root: '', ...NO_FILES }, { parts, modules: true })
  return intoHead(html, [...modules('index', decks[0]!.theme.name), reloadOn(all)])
}

/** The page of all cards; it loads itself again when a deck changes. */
export function devCardsPage(decks: readonly BuiltDeck[]): string {
  const all = decks.map(({ compiled }) => compiled)
  const cards = all.map(({ manifest, facts }) => practiceDeck(manifest, facts.exam || undefined))
  const html = renderCardsPage(cards, { root: '', ...NO_FILES }, true)
  return intoHead(html, [...modules('cards', decks[0]!.theme.name), reloadOn(all)])
}

function modules(name: RuntimeName, theme: string): string[] {
  const han = `/@fs/${slashed(hanSheet()).replace(/^\//, '')}`
  const urls = ['/@vite/client', moduleUrl(runtimes[name], theme)]
  return [
    `<link rel="stylesheet" href="${encodeURI(han)}">`,
    ...urls.map((url) => `<script type="module" src="${url}"></script>`),
  ]
}

/** Address of a module of the runtime. */
function moduleUrl(module: string, theme: string): string {
  const file = slashed(path.join(packageRoot, 'src/runtime', module)).replace(/^\//, '')
  return `${encodeURI(`/@fs/${file}`)}?theme=${theme}`
}

function reloadOn(decks: readonly BuiltDeck['compiled'][]): string {
  return `<script type="module">
import { createHotContext } from '/@vite/client'
const decks = ${scriptJson(decks.map(({ manifest }) => manifest.deck))}
createHotContext('/lectern-page').on('${HOT_EVENT}', ({ deck }) => decks.includes(deck) && location.reload())
</script>`
}

function intoHead(html: string, tags: string[]): string {
  return html.replace('</head>', () => `${tags.join('\n')}\n</head>`)
}
