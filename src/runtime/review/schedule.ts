/** When a card comes again: FSRS, in whole days, and never past the exam. */
import { createEmptyCard, fsrs, type Card, type Grade, State } from 'ts-fsrs'
import { DAY, daysToExam, midnight } from './cards-days.ts'
import type { CardState, Memory } from './cards-state.ts'

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4

/** What a card's memory is after it was graded. A card is due from the start of its day on. */
export function graded(state: CardState | undefined, rating: Rating, now: number, exam?: string): CardState {
  const left = daysToExam(exam, now)
  // On the day before the exam at the latest, so that all was seen shortly before it.
  const longest = left === undefined ? 36_500 : Math.max(1, left - 1)
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: longest })
  const { card } = scheduler.next(cardOf(state?.memory, now), new Date(now), rating as Grade)
  const days = Math.min(longest, Math.max(1, card.scheduled_days))
  const memory: Memory = {
    due: midnight(now, days),
    last: now,
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
  }
  const { missed: _missed, buried: _buried, ...rest } = state ?? {}
  return { ...rest, memory }
}

/** Days until the card would come again, for each of the four grades. */
export function intervals(
  state: CardState | undefined,
  now: number,
  exam?: string,
): [number, number, number, number] {
  const days = (rating: Rating): number =>
    Math.round((graded(state, rating, now, exam).memory!.due - midnight(now)) / DAY)
  return [days(1), days(2), days(3), days(4)]
}

/** How likely the card is known at `time`, 0 to 1. */
export function recall(memory: Memory | undefined, time: number): number {
  if (!memory) return 0
  const value = fsrs().get_retrievability(cardOf(memory, memory.last), new Date(time), false)
  return Number(value)
}

function cardOf(memory: Memory | undefined, now: number): Card {
  const empty = createEmptyCard(new Date(now))
  if (!memory) return empty
  return {
    ...empty,
    due: new Date(memory.due),
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.reps,
    lapses: memory.lapses,
    scheduled_days: Math.round((memory.due - memory.last) / DAY),
    state: State.Review,
    last_review: new Date(memory.last),
  }
}
