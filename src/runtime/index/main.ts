/** Entry of the page that lists the decks: what was read of each, and the search over all of them. */
import '../styles/layers.css'
import '../styles/base.css'
import '../styles/index.css'
import '../styles/bar-button.css'
import '../styles/review-dialog.css'
import '../styles/review-search.css'
import 'virtual:lectern/theme'
import { reviewWords } from '../review/page-words.ts'
import { readReviewData } from '../review/page-data.ts'
import { SEARCH_ICON, bindSearch } from '../review/search-button.ts'
import { thawPageWords } from '../review/thaw-page-words.ts'
import { showProgress } from './progress.ts'

thawPageWords()
const data = readReviewData()
const { lang } = document.documentElement
const tools = document.querySelector('.index-tools')

if (tools && data.parts.search) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'index-search'
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${SEARCH_ICON}</svg><span></span><kbd>/</kbd>`
  button.querySelector('span')!.textContent = reviewWords(lang).search
  tools.append(button)
  bindSearch(button, data, {
    lang,
    address: (deck, slug) =>
      `${data.root}${encodeURIComponent(deck)}/review/index.html#${encodeURIComponent(slug)}`,
  })
}
void showProgress(data.root, lang)
