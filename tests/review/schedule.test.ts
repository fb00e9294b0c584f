import { describe, expect, it } from 'vitest'
import { dayOf, daysToExam, midnight } from '../../src/runtime/review/cards-days.ts'
import { graded, intervals, recall, type Rating } from '../../src/runtime/review/schedule.ts'
import type { CardState } from '../../src/runtime/review/cards-state.ts'

const NOW = new Date(2031, 4, 10, 9, 30).getTime()

describe('a card', () => {
  it('comes again in whole days, the sooner the worse it was known', () => {
    const days = intervals(undefined, NOW)
    expect(days[0]).toBe(1)
    expect([...days].sort((a, b) => a - b)).toEqual(days)
    expect(days[3]).toBeGreaterThan(days[2])
  })

  it('is due from the start of its day', () => {
    const { memory } = graded(undefined, 3, NOW)
    expect(memory!.due).toBe(midnight(NOW, intervals(undefined, NOW)[2]))
    expect(memory).toMatchObject({ last: NOW, reps: 1, lapses: 0 })
  })

  it('waits longer each time it is known, and is soon back when it was forgotten', () => {
    let state: CardState | undefined
    let at = NOW
    const waits: number[] = []
    for (let time = 0; time < 4; time++) {
      state = graded(state, 3, at)
      waits.push(Math.round((state.memory!.due - midnight(at)) / 86_400_000))
      at = state.memory!.due + 9 * 3_600_000
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits[3]).toBeGreaterThan(waits[0]! * 4)
    const forgotten = graded(state, 1, at)
    expect(forgotten.memory!.due).toBeLessThan(midnight(at, waits[1]!))
    expect(forgotten.memory!.lapses).toBe(1)
  })

  it('forgets that it was missed or put off, not what stands on it', () => {
    const content = { slide: 's', front: 'f', back: 'b' }
    const state = graded({ missed: 1, buried: '2031-05-10', content }, 3, NOW)
    expect(Object.keys(state).sort()).toEqual(['content', 'memory'])
  })

  it('fades', () => {
    const { memory } = graded(undefined, 3, NOW)
    const [today, week, year] = [0, 7, 365].map((days) => recall(memory, NOW + days * 86_400_000))
    expect(today).toBeCloseTo(1, 1)
    expect(week).toBeLessThan(today!)
    expect(year).toBeLessThan(week!)
    expect(recall(undefined, NOW)).toBe(0)
  })
})

describe('an exam', () => {
  it('is counted in days of the calendar', () => {
    expect(daysToExam('2031-05-10', NOW)).toBe(0)
    expect(daysToExam('2031-05-12', NOW)).toBe(2)
    expect(daysToExam('2031-05-09', NOW)).toBeUndefined()
    expect(daysToExam(undefined, NOW)).toBeUndefined()
    expect(dayOf(midnight(NOW, 22))).toBe('2031-06-01')
  })

  it('lets no card wait past the day before it', () => {
    const old: CardState = {
      memory: {
        due: NOW,
        last: NOW - 60 * 86_400_000,
        stability: 60,
        difficulty: 3,
        reps: 5,
        lapses: 0,
      },
    }
    for (const rating of [1, 2, 3, 4] as Rating[])
      expect(graded(old, rating, NOW, '2031-05-20').memory!.due).toBeLessThanOrEqual(midnight(NOW, 9))
    expect(graded(old, 4, NOW, '2031-05-09').memory!.due).toBeGreaterThan(midnight(NOW, 30))
  })

  it('finds a student who follows the plan well prepared', () => {
    // Thirty cards, three weeks, an answer as likely as FSRS thinks; numbers from a fixed series.
    let series = 12345
    const random = (): number => (series = (series * 1103515245 + 12345) % 2147483648) / 2147483648
    const exam = dayOf(midnight(NOW, 21))
    const states = new Map<number, CardState>()
    for (let day = 0; day < 21; day++) {
      const now = midnight(NOW, day) + 9 * 3_600_000
      for (let card = 0; card < 30; card++) {
        const state = states.get(card)
        if (state ? state.memory!.due > now : day !== card % 5) continue
        const known = !state || random() < recall(state.memory, now)
        states.set(card, graded(state, known ? 3 : 1, now, exam))
      }
    }
    const then = midnight(NOW, 21) + 9 * 3_600_000
    const chances = [...states.values()].map(({ memory }) => recall(memory, then))
    expect(chances).toHaveLength(30)
    expect(Math.min(...chances)).toBeGreaterThanOrEqual(0.9)
  })
})
