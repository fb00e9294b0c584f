/** Entry of the page of all cards: one session across the decks of the course. */
import './styles.css'
import 'virtual:lectern/theme'
import { CARDS_GLOBAL, type PracticeDeck } from '../../shared/practice-cards.ts'
import { adoptTold } from './adopt.ts'
import { cardSession } from './cards-session.ts'
import { ReviewStore } from './store.ts'
import { thawPageWords } from './thaw-page-words.ts'

async function open(): Promise<ReviewStore> {
  thawPageWords()
  const decks = (window as unknown as Record<string, PracticeDeck[] | undefined>)[CARDS_GLOBAL] ?? []
  const store = await ReviewStore.open({
    site: new URL('.', location.href).pathname,
    deck: decks[0]?.deck ?? '',
  })
  for (const deck of decks) adoptTold(deck, store)
  const host = document.querySelector<HTMLElement>('.cards-page')!
  const address = (deck: string, slide: string): string =>
    `${encodeURIComponent(deck)}/review/index.html?cards#${encodeURIComponent(slide)}`
  cardSession(host, {
    decks,
    store,
    lang: document.documentElement.lang,
    root: '',
    openSlide: ({ deck, slide }) => location.assign(address(deck, slide)),
  })
  return store
}

const ready = open().then((store) => ({ store }))
Object.assign(window, { lectern: { ready } })
