/** A ten-minute session: due cards one after the other, wrong ones once more at its end. */
import type { PracticeDeck } from '../../shared/practice-cards.ts'
import { practiceWords } from './page-words.ts'
import { saveForAnki } from './anki.ts'
import { dayOf, daysToExam, midnight } from './cards-days.ts'
import { deckCards, dueCards, minutesADay, SECONDS_A_CARD, type DeckCard } from './cards-queue.ts'
import type { CardState } from './cards-state.ts'
import { cardView, closeButton, restView, sessionStatus } from './cards-view.ts'
import { button, element } from './quiz-dom.ts'
import { graded, intervals, type Rating } from './schedule.ts'
import type { ReviewStore } from './store.ts'

const SESSION = 10 * 60_000
/** An exam that is further off, in days, is no news yet. */
const FAR = 200

export interface SessionOptions {
  decks: readonly PracticeDeck[]
  store: ReviewStore
  lang: string
  /** Way from the page to the site's root. */
  root: string
  openSlide(card: DeckCard): void
  close?: () => void
  now?: () => number
}

interface Step {
  card: DeckCard
  before: CardState | undefined
  drill: boolean
  known: boolean
  graded: boolean
}

export interface CardSession {
  /** Puts the focus where it was meant to be. */
  focus(): void
}

/** Runs a session inside of `host`. */
export function cardSession(host: HTMLElement, options: SessionOptions): CardSession {
  const { decks, store } = options
  const say = practiceWords(options.lang)
  const now = options.now ?? Date.now
  const stage = element('div', 'session')
  const status = sessionStatus()
  host.append(stage, status)
  let queue: DeckCard[] = []
  /** Missed in this session: each comes once more, without another grade being kept. */
  let drills: DeckCard[] = []
  let history: Step[] = []
  let begun = now()
  let shown = false

  const all = (): DeckCard[] =>
    deckCards(
      decks,
      (deck, id) => store.get('card', id, deck),
      (deck) => store.all('card', deck),
    )
  const pace = (): number => {
    const steps = history.length
    return steps < 5 ? SECONDS_A_CARD : Math.min(60, (now() - begun) / 1000 / steps)
  }
  const current = (): DeckCard | undefined => queue[0] ?? drills[0]

  const begin = (): void => {
    begun = now()
    history = []
    drills = []
    queue = dueCards(all(), begun).slice(0, Math.ceil(SESSION / 1000 / SECONDS_A_CARD))
    render()
  }
  const keep = (card: DeckCard, state: CardState | undefined): void => {
    card.state = state
    void store.set('card', card.id, state, card.deck)
  }
  const take = (
    change: (card: DeckCard, drill: boolean) => CardState | undefined,
    known: boolean,
    isGrade: boolean,
  ): void => {
    const drill = queue.length === 0
    const card = (drill ? drills : queue).shift()
    if (!card) return
    const step = { card, before: card.state, drill, known, graded: isGrade }
    history.push(step)
    const after = change(card, drill)
    if (after !== card.state) keep(card, after)
    shown = false
    if (now() - begun >= SESSION) queue = []
    render()
  }
  const act = {
    show() {
      if (shown || !current()) return
      shown = true
      render()
    },
    grade(rating: Rating) {
      if (!shown) return
      status.textContent = ''
      take(
        (card, drill) => {
          if (rating === 1 && !drill) drills.push(card)
          // What is only drilled was scheduled when it was missed.
          return drill ? card.state : graded(card.state, rating, now(), card.exam)
        },
        rating > 1,
        true,
      )
    },
    undo() {
      const step = history.pop()
      if (!step) return
      const { card, before, drill } = step
      drills = drills.filter((other) => other !== card)
      if (drill) drills.unshift(card)
      else queue.unshift(card)
      if (card.state !== before) keep(card, before)
      shown = false
      status.textContent = say.undone
      render()
    },
    bury() {
      status.textContent = say.buried
      take((card) => ({ ...card.state, buried: dayOf(midnight(now(), 1)) }), false, false)
    },
    remove() {
      status.textContent = say.removed
      take((card) => ({ ...card.state, removed: true }), false, false)
    },
    openSlide() {
      const card = current()
      if (card?.slide) options.openSlide(card)
    },
    ...(options.close && { close: options.close }),
  }

  const render = (): void => {
    const card = current()
    if (!card) return rest()
    const deck = decks.find((one) => one.deck === card.deck)!
    const left = queue.length + drills.length
    const drill = queue.length === 0
    const facts = {
      // A slide's title may tell the answer.
      place: [decks.length > 1 ? deck.title : '', shown ? (deck.slides[card.slide] ?? '') : '']
        .filter(Boolean)
        .join(' · '),
      left: `${say.left(left)} · ${say.minutes(Math.max(1, Math.round((left * pace()) / 60)))}`,
      done: history.length / Math.max(1, history.length + left),
      when: drill ? [] : intervals(card.state, now(), card.exam).map((days) => say.days(days)),
      canUndo: history.length > 0,
      hasSlide: card.slide in deck.slides || card.kind === 'blank',
    }
    const view = cardView(card, shown, facts, say, act, (html) => html.replaceAll('\uFDD0', options.root))
    view.lang = deck.lang
    view.dir = deck.dir
    stage.replaceChildren(view)
    focus()
  }
  const rest = (): void => {
    const cards = all()
    const more = dueCards(cards, now())
    const steps = history.filter((step) => step.graded && !step.drill)
    const lines: string[] = []
    if (steps.length > 0) lines.push(say.doneSaid(steps.length, steps.filter(({ known }) => known).length))
    else if (cards.length === 0) lines.push(say.noCards)
    lines.push(say.tomorrow(dueCards(cards, midnight(now(), 1)).length))
    for (const { deck, exam, title } of decks) {
      const days = daysToExam(exam, now())
      if (days === undefined || days > FAR) continue
      const said = say.exam(
        days,
        minutesADay(
          cards.filter((card) => card.deck === deck),
          days,
          pace(),
        ),
      )
      lines.push(decks.length > 1 ? `${title}: ${said}` : said)
    }
    const buttons: HTMLElement[] = []
    if (more.length > 0) buttons.push(button(say.more, 'button button-main', begin))
    if (history.length > 0) buttons.push(button(say.undo, 'button', () => act.undo()))
    buttons.push(
      button(say.anki, 'button', () => {
        status.textContent = say.ankiSaid(saveForAnki(decks, cards))
      }),
    )
    if (options.close) buttons.push(button(say.close, 'button', options.close))
    const view = restView(steps.length > 0 ? say.done : say.nothingDue, lines, buttons)
    if (options.close) view.prepend(closeButton(say, options.close))
    stage.replaceChildren(view)
    focus()
  }
  const focus = (): void => {
    const target = shown ? '.card-back' : '.session-card, .session-title'
    const element = stage.querySelector<HTMLElement>(target)
    if (!element) return
    element.tabIndex = -1
    element.focus({ preventScroll: true })
  }

  const keys: Record<string, () => void> = {
    ' ': act.show,
    Enter: act.show,
    1: () => act.grade(1),
    2: () => act.grade(2),
    3: () => act.grade(3),
    4: () => act.grade(4),
    u: act.undo,
    '-': act.bury,
    Delete: act.remove,
    o: act.openSlide,
  }
  host.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as Element
    const pressed = (event.key === ' ' || event.key === 'Enter') && target.closest('button, a')
    if (pressed || target.closest('input, textarea, summary') || !(event.key in keys) || !current()) return
    event.preventDefault()
    keys[event.key]!()
  })
  begin()
  return { focus }
}
