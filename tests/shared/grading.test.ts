import { describe, expect, test } from 'vitest'
import {
  asksForNumber,
  foldAnswer,
  gradeAnswer,
  gradeChoice,
  gradeNumber,
  readKey,
  readQuantity,
  seedOf,
  shuffled,
} from '../../src/shared/grading.ts'

describe('words', () => {
  test.each([
    ['Self-Attention', 'self attention'],
    ['ＢＥＲＴ', 'bert'],
    ['人类 反馈。', '人类反馈'],
    ['“attention”', 'attention'],
    ['GPT‑3', 'gpt-3'],
  ])('%s is %s', (one, other) => expect(foldAnswer(one)).toBe(foldAnswer(other)))

  test.each([
    ['C++', 'C'],
    ['C#', 'C'],
    ['GPT-3', 'GPT-4'],
    ['15 %', '15'],
  ])('%s is not %s', (one, other) => expect(foldAnswer(one)).not.toBe(foldAnswer(other)))

  test('an answer of signs alone still counts', () => {
    expect(gradeAnswer('?', ['?'])).toBe(true)
    expect(gradeAnswer('!', ['?'])).toBe(false)
    expect(gradeAnswer('  ', ['?'])).toBe(false)
  })
})

describe('numbers', () => {
  test.each([
    ['175e9', 175e9],
    ['175B', 175e9],
    ['175 billion', 175e9],
    ['1,750 亿', 175e9],
    ['1750亿', 175e9],
    ['1.5 万亿', 1.5e12],
    ['3×10^5', 3e5],
    ['3 * 10**5', 3e5],
    ['−0.5', -0.5],
    ['.5', 0.5],
    ['1/2', 0.5],
    ['540 M', 540e6],
    ['≈ 20', 20],
    ['12 thousand', 12e3],
  ])('%s', (text, value) => expect(readQuantity(text)).toEqual({ value: expect.closeTo(value, 6), unit: '' }))

  test('a unit is kept, a letter of a word is no power of ten', () => {
    expect(readQuantity('5 GB')).toEqual({ value: 5, unit: 'gb' })
    expect(readQuantity('15 %')).toEqual({ value: 15, unit: '%' })
    expect(readQuantity('3 kg')?.unit).toBe('kg')
    expect(readQuantity('GPT-3')).toBeUndefined()
  })

  test('tolerance, absolute and in per cent', () => {
    expect(readKey('42 ± 0.5')).toEqual({ value: 42, unit: '', tolerance: 0.5 })
    expect(readKey('200 ± 5 %')).toEqual({ value: 200, unit: '', tolerance: 10 })
    expect(readKey('15 % ± 1 %')).toEqual({ value: 15, unit: '%', tolerance: 1 })
    expect(gradeAnswer('42.5', ['42 ± 0.5'])).toBe(true)
    expect(gradeAnswer('42.6', ['42 ± 0.5'])).toBe(false)
    expect(gradeAnswer('0.3', ['0.30000000000000004'])).toBe(true)
  })

  test('a unit may be left out, but not be another', () => {
    expect(gradeAnswer('15', ['15 %'])).toBe(true)
    expect(gradeAnswer('15%', ['15 %'])).toBe(true)
    expect(gradeAnswer('15 kg', ['15 %'])).toBe(false)
    expect(gradeAnswer('175 billion', ['175e9'])).toBe(true)
    expect(gradeAnswer('175', ['175e9'])).toBe(false)
  })

  test('the decimal sign of the language', () => {
    expect(readQuantity('0,5', 'de')?.value).toBe(0.5)
    expect(readQuantity('1.234,5', 'de')?.value).toBe(1234.5)
    expect(readQuantity('1,234.5', 'en')?.value).toBe(1234.5)
    expect(readQuantity('1,234', 'en')?.value).toBe(1234)
    expect(readQuantity('1,234', 'de')?.value).toBe(1.234)
    expect(readQuantity('0,5', 'en')?.value).toBe(0.5)
  })

  test('a number and its tolerance', () => {
    expect(gradeNumber('20,1', 20, 0.1, 'de')).toBe(true)
    expect(gradeNumber('20 tokens', 20, 0)).toBe(true)
    expect(gradeNumber('20.11', 20, 0.1)).toBe(false)
    expect(gradeNumber('1e-10', 0, 0)).toBe(false)
    expect(gradeNumber('none', 0, 1)).toBe(false)
  })

  test('which key a phone shows', () => {
    expect(asksForNumber(['175e9', '1750 亿'])).toBe(true)
    expect(asksForNumber(['200', 'two hundred'])).toBe(false)
    expect(asksForNumber([])).toBe(false)
  })
})

test('a choice is right when it is exactly the right options', () => {
  expect(gradeChoice([2, 0], [0, 2])).toBe(true)
  expect(gradeChoice([0], [0, 2])).toBe(false)
  expect(gradeChoice([0, 1, 2], [0, 2])).toBe(false)
})

test('an order follows from its seed, and every place is taken by every option for some seed', () => {
  expect(shuffled(5, seedOf('visit'))).toEqual(shuffled(5, seedOf('visit')))
  const firsts = new Set<number>()
  for (let seed = 1; seed < 60; seed++) {
    const order = shuffled(4, seedOf(`q${seed}`))
    expect([...order].sort()).toEqual([0, 1, 2, 3])
    firsts.add(order[0]!)
  }
  expect(firsts.size).toBe(4)
})
