/** Files of strokes: what is read of a good one, a damaged one, and one that is something else. */
import { describe, expect, test } from 'vitest'
import { readInkFile } from '../../src/shared/ink.ts'

const stroke = { tool: 'pen', colour: 2, points: [310, 204.5, 0.5, 318.2, 206, 0.52] }
const marker = { tool: 'marker', colour: 5, points: [1, 2, 0.5], pressed: true }
const text = (slides: unknown, rest = {}) =>
  JSON.stringify({ format: 'lectern-ink', version: 1, deck: 'attention', slides, ...rest })

describe('a file of strokes', () => {
  test('gives each slide what was drawn on it and on its board', () => {
    const slides = { loss: { slide: [stroke], board: [marker], shown: 'white' } }
    expect(readInkFile(text(slides))).toEqual({
      file: { format: 'lectern-ink', version: 1, deck: 'attention', slides },
      unread: [],
    })
  })

  test('gives the other slides where one is damaged, and names that', () => {
    const good = { slide: [stroke], board: [] }
    const damaged = {
      half: { slide: [{ ...stroke, points: [1, 2] }], board: [] },
      none: null,
      wild: { slide: [{ ...stroke, points: ['x', 1, 1] }], board: [] },
      tool: { slide: [{ ...stroke, tool: 'brush' }], board: [] },
    }
    expect(readInkFile(text({ good, ...damaged }))).toMatchObject({
      file: { slides: { good } },
      unread: ['half', 'none', 'wild', 'tool'],
    })
  })

  test.each([
    ['{', 'no-json'],
    ['null', 'no-ink'],
    ['[]', 'no-ink'],
    ['{"format":"lectern-ink","version":1}', 'no-ink'],
    [text({}, { format: 'excalidraw' }), 'no-ink'],
    [text({}, { version: 2 }), 'other-version'],
  ])('%s is %s', (content, fault) => {
    expect(readInkFile(content)).toBe(fault)
  })
})
