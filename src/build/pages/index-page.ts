/** The site's first page: all decks of the course. */
import type { Manifest } from '../../shared/manifest.ts'
import { practiceDeck } from '../../shared/practice-cards.ts'
import { pageWords } from './page-words.ts'
import { practiceWords } from '../../shared/practice-words.ts'
import { pageWordsIn } from '../../shared/words/page-words.ts'
import { counted, type PageWords } from '../../shared/words/words.ts'
import { REVIEW_DATA_ID, type ReviewData } from '../../shared/review.ts'
import { CARDS_PAGE } from './cards-page.ts'
import { attributesHtml, escapeHtml, headHtml, scriptJson } from './html.ts'
import type { IndexEntry, PageUrls } from './urls.ts'

export interface IndexOptions {
  /** The course's name; the only deck's title where there is one deck. */
  title?: string
  lang?: string
  /** What the page loads later: the search over all decks. */
  parts?: ReviewData['parts']
  /** These are modules: the preview's server. */
  modules?: boolean
}

/** Writes `index.html`: for each deck title, authors, sections, length, and links to what the build wrote of it. */
export function renderIndexPage(
  decks: readonly IndexEntry[],
  urls: PageUrls,
  options: IndexOptions = {},
): string {
  const first = decks[0]
  const lang = options.lang ?? first?.manifest.lang ?? 'en'
  const title = options.title ?? (decks.length === 1 ? first!.manifest.title : pageWordsIn(lang).lectures)
  const facts = { title, description: '', authors: [], keywords: [] }
  const data: ReviewData = {
    root: urls.root,
    lecture: '',
    words: pageWords(lang),
    parts: options.parts ?? {},
    ...(options.modules && { modules: true }),
  }
  const html = attributesHtml({ lang, dir: first?.manifest.dir ?? 'ltr', 'data-mode': 'index' })
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, urls)}</head>
<body>
<main class="index">
<header class="index-head">
${decks.length === 1 ? '' : `<h1 class="index-title">${escapeHtml(title)}</h1>\n`}<div class="index-tools">${cardsLink(decks, lang, urls.root)}</div>
</header>
${decks.map((deck) => card(deck, decks.length === 1, urls.root)).join('\n')}
</main>
<script type="application/json" id="${REVIEW_DATA_ID}">${scriptJson(data)}</script>
</body>
</html>
`
}

/** The way to the cards of all decks, where there are any. */
function cardsLink(decks: readonly IndexEntry[], lang: string, root: string): string {
  const some = decks.some(({ manifest }) => practiceDeck(manifest).cards.length > 0)
  return some ? `<a class="index-cards" href="${root}${CARDS_PAGE}">${practiceWords(lang).review}</a>` : ''
}

function card({ manifest, description }: IndexEntry, alone: boolean, root: string): string {
  const say = pageWordsIn(manifest.lang)
  const slides = counted(say.slides, manifest.slides.length, manifest.lang)
  const minutes = counted(say.minutes, Math.max(1, Math.round(manifest.minutes)), manifest.lang)
  const tag = alone ? 'h1' : 'h2'
  const lecture = `${root}${encodeURIComponent(manifest.deck)}/index.html`
  const people = [...manifest.authors, manifest.date ?? ''].filter(Boolean)
  return `<article class="deck-card"${attributesHtml({ lang: manifest.lang, dir: manifest.dir, 'data-deck': manifest.deck })}>
<header>
<${tag} class="deck-title"><a href="${lecture}">${escapeHtml(manifest.title)}</a></${tag}>
${line('deck-subtitle', manifest.subtitle)}${line('deck-people', people.join(' · '))}${line('deck-description', description)}</header>
${sections(manifest, lecture, say)}<footer>
<p class="deck-length">${slides} · ${minutes}</p>
<nav class="deck-links" aria-label="${escapeHtml(manifest.title)}"><a class="deck-main" href="${lecture}">${say.lecture}</a><a href="${root}${encodeURIComponent(manifest.deck)}/review/index.html">${say.review}</a><a href="${root}${encodeURIComponent(manifest.deck)}/print/index.html">${say.print}</a></nav>
</footer>
</article>`
}

function line(className: string, text: string | undefined): string {
  return text ? `<p class="${className}">${escapeHtml(text)}</p>\n` : ''
}

/** The deck's sections with their first slides as links; a deck without named sections shows none. */
function sections(manifest: Manifest, lecture: string, say: PageWords): string {
  const named = manifest.sections.filter((section) => section.title)
  if (named.length === 0) return ''
  const items = named.map((section) => {
    const slug = manifest.slides[section.first]?.slug ?? section.slug
    return `<li><a href="${lecture}#/${encodeURIComponent(slug)}">${escapeHtml(section.title)}</a><span class="deck-count">${section.count}</span></li>`
  })
  return `<ol class="deck-sections" aria-label="${say.sections}">\n${items.join('\n')}\n</ol>\n`
}
