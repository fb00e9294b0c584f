/** What practising keeps: answers by question, memory by card. */
import type { PracticeCard } from '../../shared/practice-cards.ts'

declare module './entries.ts' {
  interface Kinds {
    /** The last answer to a question, by its id. */
    answer: AnswerState
    /** What is known of a card, by its id. */
    card: CardState
  }
}

export interface AnswerState {
  /** Answered right at last. */
  right: boolean
  /** Right at the first try of the visit. */
  first: boolean
  /** The visit that it was given in: a new one asks again. */
  visit: string
  /** Options by number, or what was typed. */
  given: (number | string)[]
}

export interface CardState {
  /** Was not known where it was asked: from then on a card. */
  missed?: number
  /** As FSRS has it; absent while the card is new. */
  memory?: Memory
  /** Not before this day, `2026-12-31`. */
  buried?: string
  /** The student does not want it. */
  removed?: true
  /** What stands on a card that the student made by missing a blank. */
  content?: Pick<PracticeCard, 'slide' | 'front' | 'back'>
}

export interface Memory {
  /** ms since 1970. */
  due: number
  last: number
  stability: number
  difficulty: number
  reps: number
  lapses: number
}

const VISIT_KEY = 'lectern:visit'

/** Names the visit: the same after a reload, another in a new tab. */
export function visitId(): string {
  try {
    const kept = sessionStorage.getItem(VISIT_KEY)
    if (kept) return kept
    const made = randomId()
    sessionStorage.setItem(VISIT_KEY, made)
    return made
  } catch {
    return (lone ??= randomId())
  }
}

let lone: string | undefined

function randomId(): string {
  return Math.random().toString(36).slice(2, 10)
}
