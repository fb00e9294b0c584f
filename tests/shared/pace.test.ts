import { describe, expect, test } from 'vitest'
import { clockText, paceAt, planSeconds, readSeconds, spokenWords } from '../../src/shared/pace.ts'

describe('planned time', () => {
  test('what an author gives stays, the rest goes by words', () => {
    const plan = planSeconds([{ words: 0, seconds: 60 }, { words: 130 }, { words: 130 }], 300)
    expect(plan).toEqual([60, 120, 120])
  })
  test('a slide that says more gets more', () => {
    const [short = 0, long = 0] = planSeconds([{ words: 20 }, { words: 200 }], 600)
    expect(long).toBeGreaterThan(2 * short)
    expect(short + long).toBeCloseTo(600)
  })
  test('without a duration a slide takes as long as its words', () => {
    expect(planSeconds([{ words: 130 }])).toEqual([70])
  })
  test('too much given leaves the others nothing', () => {
    expect(planSeconds([{ words: 10, seconds: 90 }, { words: 10 }], 60)).toEqual([90, 0])
  })
})

/** A lecture of three slides, 60, 120 and 60 seconds. */
const seconds = [60, 120, 60]

test.each([
  ['on the first slide in its time', 0, 0, 30, 0, 240],
  ['too long on the first slide', 0, 0, 100, 40, 280],
  ['on the second slide too early', 1, 0, 10, -50, 190],
  ['on the second slide in its time', 1, 0, 150, 0, 240],
  ['half through the steps of the second too early', 1, 1, 60, -60, 180],
  ['on the last slide too late', 2, 0, 300, 60, 300],
])('the pace %s', (_what, index, share, elapsed, behind, end) => {
  expect(paceAt(seconds, index, share, elapsed)).toMatchObject({ behind, end })
})

test.each([
  ['90', 90],
  ['90s', 90],
  ['2m', 120],
  ['1.5 min', 90],
  ['1:30', 90],
  ['soon', undefined],
  ['1:75', undefined],
])('a time written %s', (written, read) => {
  expect(readSeconds(written)).toBe(read)
})

test('clocks and words', () => {
  expect([clockText(5), clockText(-125), clockText(3725)]).toEqual(['0:05', '2:05', '1:02:05'])
  expect(spokenWords('Two words, 词向量 and it’s 4')).toBe(8)
})
