/** What a session of cards looks like: one card, its answer, four grades; no decisions. */
import { harmlessHtml } from './harmless-html.ts'
import type { PracticeWords } from '../../shared/practice-words.ts'
import type { DeckCard } from './cards-queue.ts'
import { button, element } from './quiz-dom.ts'
import type { Rating } from './schedule.ts'

/** What the student can do. */
export interface SessionActions {
  show(): void
  grade(rating: Rating): void
  openSlide(): void
  undo(): void
  bury(): void
  remove(): void
  close?(): void
}

export interface CardFacts {
  /** Deck, where there are several, and slide. */
  place: string
  left: string
  /** 0 to 1. */
  done: number
  /** What each grade leads to. */
  when: readonly string[]
  canUndo: boolean
  hasSlide: boolean
}

/** Words under the head of the session; said by screen readers. */
export function sessionStatus(): HTMLElement {
  const status = element('p', 'session-status')
  status.role = 'status'
  return status
}

/** One card. `shown`: with its answer. */
export function cardView(
  card: DeckCard,
  shown: boolean,
  facts: CardFacts,
  say: PracticeWords,
  act: SessionActions,
  resolve: (html: string) => string,
): HTMLElement {
  const view = element('div', 'session-card-view')
  view.append(head(facts, say, act))
  const sheet = element('article', 'session-card')
  sheet.tabIndex = -1
  sheet.dataset.kind = card.kind
  sheet.ariaLabel = facts.place || say.cards
  sheet.append(side('card-front', card, 'front', resolve))
  if (shown) sheet.append(side('card-back', card, 'back', resolve))
  view.append(sheet)

  const grades = element('div', 'session-grades')
  if (shown) {
    grades.classList.add('is-four')
    for (const [index, word] of say.grades.entries()) {
      const made = button('', `button grade grade-${index + 1}`, () => act.grade((index + 1) as Rating))
      made.append(element('span', 'grade-word', word), element('span', 'grade-when', facts.when[index] ?? ''))
      made.ariaKeyShortcuts = String(index + 1)
      grades.append(made)
    }
  } else {
    const made = button(say.show, 'button button-main', () => act.show())
    made.ariaKeyShortcuts = 'Space'
    grades.append(made)
  }
  const tools = element('div', 'session-tools')
  const tool = (word: string, key: string, press: () => void, on = true): void => {
    const made = button(word, 'session-tool', press)
    made.ariaKeyShortcuts = key
    made.disabled = !on
    tools.append(made)
  }
  if (facts.hasSlide) tool(say.openSlide, 'o', () => act.openSlide())
  tool(say.undo, 'u', () => act.undo(), facts.canUndo)
  tool(say.bury, '-', () => act.bury())
  tool(say.remove, 'Delete', () => act.remove())
  const foot = element('div', 'session-foot')
  foot.append(grades, tools)
  view.append(foot)
  return view
}

function head(facts: CardFacts, say: PracticeWords, act: SessionActions): HTMLElement {
  const head = element('header', 'session-head')
  head.append(element('p', 'session-place', facts.place), element('p', 'session-left', facts.left))
  if (act.close) head.append(closeButton(say, act.close))
  const meter = element('div', 'session-meter')
  meter.style.setProperty('--done', String(facts.done))
  head.append(meter)
  return head
}

/** The cross at the head of the session. */
export function closeButton(say: PracticeWords, close: () => void): HTMLButtonElement {
  const made = button('', 'session-close', close)
  made.ariaLabel = say.close
  made.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>'
  return made
}

function side(
  className: string,
  card: DeckCard,
  which: 'front' | 'back',
  resolve: (html: string) => string,
): HTMLElement {
  const made = element('div', `${className} card-side`)
  const html = resolve(card[which])
  // The deck's own cards were made harmless when it was built; a student's come from what is kept, or from a file.
  made.innerHTML = card.kind === 'blank' ? harmlessHtml(html) : html
  return made
}

/** The end of a session, or its absence: a heading, lines, buttons. */
export function restView(
  title: string,
  lines: readonly string[],
  buttons: readonly HTMLElement[],
): HTMLElement {
  const view = element('div', 'session-rest')
  const heading = element('h2', 'session-title', title)
  heading.tabIndex = -1
  view.append(heading, ...lines.map((line) => element('p', '', line)))
  const row = element('div', 'session-grades')
  row.append(...buttons)
  view.append(row)
  return view
}
