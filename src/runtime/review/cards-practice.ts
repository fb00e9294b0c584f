/** Practising on the review page: questions, blanks, and the button of the cards. */
import type { Manifest } from '../../shared/manifest.ts'
import { practiceDeck } from '../../shared/practice-cards.ts'
import { practiceWords } from './page-words.ts'
import type { ReviewData } from '../../shared/review.ts'
import { barButton } from './bar-button.ts'
import { blankMode } from './blanks.ts'
import { deckCards, dueCards } from './cards-queue.ts'
import type { CardSession, SessionOptions } from './cards-session.ts'
import { loadPart } from './load-part.ts'
import { button, element } from './quiz-dom.ts'
import { enlivenQuestions } from './quiz.ts'
import type { ReviewStore } from './store.ts'

/** What the cards' script puts on `window`. */
export interface CardsPart {
  session(host: HTMLElement, options: SessionOptions): CardSession
}

const ICON = '<path d="M7 8h13v11H7z"/><path d="M16 5H4v11"/>'

/** Brings everything to life that asks the student. */
export function practise(
  slides: readonly HTMLElement[],
  manifest: Manifest,
  data: ReviewData,
  store: ReviewStore,
): void {
  enlivenQuestions(manifest.quizzes, manifest.lang, store)
  blankMode(slides, manifest.lang, store)
  cardsButton(manifest, data, store)
  wayBack(data, manifest.lang)
}

function cardsButton(manifest: Manifest, data: ReviewData, store: ReviewStore): void {
  const part = data.parts.cards
  if (!part) return
  const { lang } = manifest
  const say = practiceWords(lang)
  const deck = practiceDeck(manifest, data.exam)
  const opener = barButton('cards', say.cards, ICON)
  const badge = element('span', 'bar-badge')
  badge.ariaHidden = 'true'
  opener.append(badge)
  const count = (): void => {
    const cards = deckCards(
      [deck],
      (name, id) => store.get('card', id, name),
      (name) => store.all('card', name),
    )
    const due = dueCards(cards, Date.now()).length
    badge.textContent = due > 99 ? '99+' : String(due)
    badge.hidden = due === 0
    opener.ariaLabel = due > 0 ? `${say.cards}, ${say.cardsDue(due)}` : say.cards
  }
  count()
  store.subscribe((changed) => {
    if (changed.some(({ kind }) => kind === 'card')) count()
  })

  const dialog = element('dialog', 'session-dialog')
  dialog.ariaLabel = say.review
  const back = button(say.backToCards, 'button button-main back-to-cards', () => {
    back.hidden = true
    dialog.showModal()
    session?.focus()
  })
  back.hidden = true
  document.body.append(dialog)
  main().append(back)
  let session: CardSession | undefined
  opener.addEventListener('click', () => {
    back.hidden = true
    void loadPart(part, data.modules).then(() => {
      const made = (window as { lecternCardsPart?: CardsPart }).lecternCardsPart
      if (!made || dialog.open) return
      dialog.replaceChildren()
      dialog.showModal()
      session = made.session(dialog, {
        decks: [deck],
        store,
        lang,
        root: data.root,
        openSlide({ slide }) {
          dialog.close()
          back.hidden = false
          location.hash = `#${encodeURIComponent(slide)}`
          document.getElementById(slide)?.scrollIntoView()
          back.focus({ preventScroll: true })
        },
        close: () => dialog.close(),
      })
    })
  })
}

/** A student who came from the page of all cards goes back there. */
function wayBack(data: ReviewData, lang: string): void {
  if (!new URLSearchParams(location.search).has(FROM_CARDS)) return
  const link = element('a', 'button button-main back-to-cards', practiceWords(lang).backToCards)
  link.href = `${data.root}cards.html`
  main().append(link)
}

/** Where those who move by landmarks find it. */
function main(): HTMLElement {
  return document.querySelector('main') ?? document.body
}

/** Query of a review page that was opened from the page of all cards. */
export const FROM_CARDS = 'cards'
