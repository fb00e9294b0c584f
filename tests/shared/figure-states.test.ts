import { expect, test } from 'vitest'
import { packStates, stateHtml } from '../../src/shared/figure-states.ts'

test('every setting comes out as it went in, packed by what differs', () => {
  const at = [0, 1, 2].flatMap((size) => [0, 1].map((tone) => [size, tone]))
  const html = ([size, tone]: number[]): string =>
    `<svg><circle r="${size}"/>${size === 2 ? '<text>large</text>' : ''}<path fill="${tone}"/></svg>`
  const packed = packStates(
    [3, 2],
    [
      ['s', 'm', 'l'],
      ['a', 'b'],
    ],
    at.map(html),
  )
  expect(at.map((setting) => stateHtml(packed, setting))).toEqual(at.map(html))
  expect(packed.states[1]).toEqual({ 2: '<path fill="1"/>' })
  expect(JSON.parse(JSON.stringify(packed))).toEqual(packed)
})
