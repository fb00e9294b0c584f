/** Which cards come, and in which order: pure, so that the same state gives the same session. */
import { asked, type PracticeCard, type PracticeDeck } from '../../shared/practice-cards.ts'
import { dayOf, daysToExam, midnight } from './cards-days.ts'
import type { CardState } from './cards-state.ts'

/** A card with the deck that it belongs to and what is known of it. */
export interface DeckCard extends PracticeCard {
  deck: string
  state: CardState | undefined
  exam?: string
}

/** New cards a day and deck where no exam asks for more. */
const NEW_A_DAY = 12

/** Seconds that a card is thought to take before the student's own pace is known. */
export const SECONDS_A_CARD = 12

/** What is due at `now`: first what was missed, then what is due, the longest overdue first, new cards between them. */
export function dueCards(cards: readonly DeckCard[], now: number): DeckCard[] {
  const open = cards.filter((card) => isOpen(card, now))
  const missed = open.filter(({ state }) => state?.missed !== undefined)
  const due = open
    .filter(({ state }) => state?.missed === undefined && state?.memory && state.memory.due <= now)
    .sort((a, b) => a.state!.memory!.due - b.state!.memory!.due)
  const fresh = newCards(open, now)
  return [...missed, ...interleaved(due, fresh)]
}

function isOpen({ kind, state }: DeckCard, now: number): boolean {
  if (state?.removed || (state?.buried && state.buried > dayOf(now))) return false
  return !asked.has(kind) || state?.missed !== undefined || state?.memory !== undefined
}

/** New cards of the day: as many a deck as leave none unseen before its exam. */
function newCards(open: readonly DeckCard[], now: number): DeckCard[] {
  const decks = new Set(open.map(({ deck }) => deck))
  return [...decks].flatMap((deck) => {
    const cards = open.filter((card) => card.deck === deck)
    const fresh = cards.filter(({ state }) => !state?.memory && state?.missed === undefined)
    // Those that were new this morning count: a second session brings no second helping.
    const begun = cards.filter(
      ({ state }) => state?.memory?.reps === 1 && state.memory.last >= midnight(now),
    ).length
    const days = daysToExam(cards[0]?.exam, now)
    const needed = days === undefined ? 0 : Math.ceil((fresh.length + begun) / Math.max(1, days - 1))
    return fresh.slice(0, Math.max(0, Math.max(NEW_A_DAY, needed) - begun))
  })
}

function interleaved<T>(main: readonly T[], others: readonly T[]): T[] {
  if (main.length === 0) return [...others]
  const result: T[] = []
  let taken = 0
  for (const [index, item] of main.entries()) {
    result.push(item)
    const until = Math.round(((index + 1) / main.length) * others.length)
    result.push(...others.slice(taken, until))
    taken = until
  }
  return result
}

/** Minutes a day until the exam: every card at least once more, new ones three times. */
export function minutesADay(cards: readonly DeckCard[], days: number, seconds = SECONDS_A_CARD): number {
  const open = cards.filter((card) => isOpen(card, Number.MAX_SAFE_INTEGER / 2) || card.state?.buried)
  const reviews = open.reduce((sum, { state }) => sum + (state?.memory ? 1.5 : 3), 0)
  return Math.max(1, Math.ceil((reviews * seconds) / 60 / Math.max(1, days)))
}

/** All cards of the decks with what is known of them, those included that the student made. */
export function deckCards(
  decks: readonly PracticeDeck[],
  stateOf: (deck: string, id: string) => CardState | undefined,
  statesOf: (deck: string) => readonly { id: string; data?: CardState }[],
): DeckCard[] {
  return decks.flatMap(({ deck, exam, cards }) => {
    const known = new Set(cards.map(({ id }) => id))
    const withExam = exam ? { exam } : {}
    const own = statesOf(deck).flatMap(({ id, data }): DeckCard[] =>
      data && isContent(data.content) && !known.has(id)
        ? [{ id, kind: 'blank', ...data.content, deck, state: data, ...withExam }]
        : [],
    )
    return [...cards.map((card) => ({ ...card, deck, state: stateOf(deck, card.id), ...withExam })), ...own]
  })
}

/** What a file brings may be damaged. */
function isContent(content: CardState['content']): content is NonNullable<CardState['content']> {
  return (
    content !== undefined &&
    [content.slide, content.front, content.back].every((part) => typeof part === 'string')
  )
}
