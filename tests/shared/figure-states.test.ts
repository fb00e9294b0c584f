import { expect, test } from 'vitest'
import { packStates, stateAt } from '../../src/shared/figure-states.ts'

const said = [
  ['s', 'm', 'l'],
  ['a', 'b'],
]
const settings = [0, 1, 2].flatMap((size) => [0, 1].map((tone) => [size, tone]))
const html = ([size, tone]: number[]): string =>
  `<svg><circle r="${size}"/>${size === 2 ? '<text>large</text>' : ''}<path fill="${tone}"/><text>${tone}</text></svg>`

test('a setting is what differs from the first drawing, by the place of its elements', () => {
  const packed = packStates(said, settings.map(html), html([0, 0]))
  expect(stateAt(packed, [0, 0])).toEqual({})
  expect(stateAt(packed, [0, 1])).toEqual({ 2: '<path fill="1"/>', 3: '<text>1' })
  expect(stateAt(packed, [1, 0])).toEqual({ 1: '<circle r="1"/>' })
  expect(JSON.parse(JSON.stringify(packed))).toEqual(packed)
})

test('where the elements are others, it is the whole drawing', () => {
  const packed = packStates(said, settings.map(html), html([0, 0]))
  expect(stateAt(packed, [2, 1])).toBe(html([2, 1]))
})
