/** Twelve questions as lecturers reword them: each is known again, and none is taken for another. */
import { expect, test } from 'vitest'
import { changesBetween, chained } from '../../src/shared/carry-over.ts'
import { QUESTIONS } from '../support/reworded-questions.ts'

const before = QUESTIONS.map(([old], index) => ({ id: `old-${index}`, text: old }))
const now = QUESTIONS.map(([, reworded], index) => ({ id: `new-${index}`, text: reworded }))

test('all are carried over, in whatever order they stand', () => {
  const { carried, fresh, gone } = changesBetween(before, now.toReversed())
  expect(carried).toEqual(Object.fromEntries(before.map(({ id }, index) => [id, `new-${index}`])))
  expect([...fresh, ...gone]).toEqual([])
})

test('new and gone ones are told as such, also beside those that stay', () => {
  const added = { id: 'added', text: 'What does a context window limit?' }
  const same = { id: 'same', text: 'Which year is BERT from?' }
  const { carried, fresh, gone } = changesBetween([...before, same], [added, same, ...now.slice(1)])
  expect(Object.keys(carried)).toHaveLength(QUESTIONS.length - 1)
  expect(fresh).toEqual([added])
  expect(gone).toEqual([before[0]])
})

test('names of several builds lead to what there is today', () => {
  const here = new Set(['c', 'x'])
  expect(chained({ a: 'b', old: 'gone', x: 'y' }, { b: 'c' }, here)).toEqual({ a: 'c', b: 'c' })
  expect(chained(undefined, {}, here)).toEqual({})
})
