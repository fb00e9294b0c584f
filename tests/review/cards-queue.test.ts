import { describe, expect, it } from 'vitest'
import { midnight } from '../../src/runtime/review/cards-days.ts'
import { type DeckCard, deckCards, dueCards, minutesADay } from '../../src/runtime/review/cards-queue.ts'
import type { CardState } from '../../src/runtime/review/cards-state.ts'
import { graded } from '../../src/runtime/review/schedule.ts'
import type { PracticeDeck } from '../../src/shared/practice-cards.ts'

const NOW = new Date(2031, 4, 10, 9, 30).getTime()
const memory = (due: number, last = due - 3 * 86_400_000) => ({
  memory: { due, last, stability: 3, difficulty: 5, reps: 2, lapses: 0 },
})
const card = (id: string, state?: CardState, more: Partial<DeckCard> = {}): DeckCard => ({
  id,
  kind: 'pair',
  slide: 's',
  front: id,
  back: id,
  deck: 'd',
  state,
  ...more,
})
const ids = (cards: readonly DeckCard[]) => cards.map(({ id }) => id)

describe('what is due', () => {
  it('begins with what was missed, then the longest overdue, new cards between them', () => {
    const cards = [
      card('new 1'),
      card('late', memory(midnight(NOW, -1))),
      card('later', memory(midnight(NOW, -4))),
      card('new 2'),
      card('missed', { missed: NOW - 1000 }),
      card('tomorrow', memory(midnight(NOW, 1))),
    ]
    expect(ids(dueCards(cards, NOW))).toEqual(['missed', 'later', 'new 1', 'late', 'new 2'])
  })

  it('asks a question only once it was not known', () => {
    const cards = [
      card('quiz', undefined, { kind: 'quiz' }),
      card('think', undefined, { kind: 'think' }),
      card('missed', { missed: NOW }, { kind: 'quiz' }),
      card('again', memory(midnight(NOW)), { kind: 'think' }),
    ]
    expect(ids(dueCards(cards, NOW))).toEqual(['missed', 'again'])
  })

  it('leaves out what was deleted, and what was put off until its day', () => {
    const cards = [
      card('deleted', { removed: true, missed: NOW }),
      card('put off', { buried: '2031-05-11' }),
      card('put off until today', { buried: '2031-05-10' }),
    ]
    expect(ids(dueCards(cards, NOW))).toEqual(['put off until today'])
    expect(ids(dueCards(cards, midnight(NOW, 1)))).toContain('put off')
  })

  it('brings twelve new cards a day, a second session none', () => {
    const cards = Array.from({ length: 30 }, (_, index) => card(`c${index}`))
    const first = dueCards(cards, NOW)
    expect(first).toHaveLength(12)
    const done = cards.map((one) =>
      first.includes(one) ? { ...one, state: graded(undefined, 3, NOW) } : one,
    )
    expect(dueCards(done, NOW + 60_000)).toHaveLength(0)
    expect(dueCards(done, midnight(NOW, 1))).toHaveLength(12)
  })

  it('brings as many new cards as leave none unseen before the exam', () => {
    const cards = Array.from({ length: 60 }, (_, index) =>
      card(`c${index}`, undefined, { exam: '2031-05-14' }),
    )
    expect(dueCards(cards, NOW)).toHaveLength(20)
  })

  it('tells the minutes that are needed every day', () => {
    const cards = [card('a', memory(midnight(NOW, 1))), card('b', memory(midnight(NOW, 2))), card('new')]
    expect(minutesADay(cards, 3, 20)).toBe(1)
    expect(minutesADay(Array<DeckCard>(60).fill(card('x')), 3, 20)).toBe(20)
  })
})

it('cards that the student made by missing a blank stand beside those of the deck', () => {
  const deck: PracticeDeck = {
    deck: 'd',
    title: 'D',
    lang: 'en',
    dir: 'ltr',
    slides: { s: 'S' },
    cards: [{ id: 'a', kind: 'term', slide: 's', front: 'f', back: 'b' }],
  }
  const states: Record<string, CardState> = {
    a: { missed: 1 },
    'blank-1': { missed: 2, content: { slide: 's', front: 'x …', back: 'x y' } },
    gone: { missed: 3 },
  }
  const cards = deckCards(
    [deck],
    (_deck, id) => states[id],
    () => Object.entries(states).map(([id, data]) => ({ id, data })),
  )
  expect(cards.map(({ id, kind, state }) => [id, kind, state?.missed])).toEqual([
    ['a', 'term', 1],
    ['blank-1', 'blank', 2],
  ])
})
