/** The page of all cards of the course, and the script of each deck's cards that it loads. */
import { CARDS_GLOBAL, type PracticeDeck } from '../../shared/practice-cards.ts'
import { practiceWords } from '../../shared/practice-words.ts'
import { REVIEW_DATA_ID, type ReviewData } from '../../shared/review.ts'
import { attributesHtml, escapeHtml, headHtml, nonceHtml, scriptJson } from './html.ts'
import { pageWords } from './page-words.ts'
import type { PageUrls } from './urls.ts'

/** The page in the output. */
export const CARDS_PAGE = 'cards.html'

/** Where a deck's cards are, from the site's root. */
export function cardsUrl(deck: string): string {
  return `${deck}/review/cards.js`
}

/** A classic script: a page opened from disk cannot fetch data. */
export function cardsScript(deck: PracticeDeck): string {
  return `(globalThis.${CARDS_GLOBAL}??=[]).push(${scriptJson(deck)})\n`
}

/** Writes `cards.html`. `inline`: the cards stand in the page itself. */
export function renderCardsPage(decks: readonly PracticeDeck[], urls: PageUrls, inline: boolean): string {
  const lang = decks[0]?.lang ?? 'en'
  const say = practiceWords(lang)
  const title = decks.length === 1 ? `${say.cards}: ${decks[0]!.title}` : say.cards
  const data: ReviewData = { root: urls.root, lecture: '', words: pageWords(lang), parts: {} }
  const facts = { title, description: '', authors: [], keywords: [] }
  const html = attributesHtml({ lang, dir: decks[0]?.dir ?? 'ltr', 'data-mode': 'cards' })
  const scripts = decks.map((deck) =>
    inline
      ? `<script${nonceHtml(urls)}>${cardsScript(deck)}</script>`
      : `<script${nonceHtml(urls)} src="${escapeHtml(encodeURI(cardsUrl(deck.deck)))}"></script>`,
  )
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, urls)}${scripts.join('\n')}
</head>
<body>
<header class="cards-bar"><h1 class="visually-hidden">${escapeHtml(title)}</h1><a href="index.html">${escapeHtml(decks.length === 1 ? decks[0]!.title : say.course)}</a></header>
<main class="cards-page" aria-label="${say.review}"></main>
<script type="application/json" id="${REVIEW_DATA_ID}">${scriptJson(data)}</script>
<noscript><p>${say.cards}: JavaScript</p></noscript>
</body>
</html>
`
}
