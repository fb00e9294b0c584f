/** Every drawing of the lecture, as the deck calls it: whole, large enough, named. What each says has tests of its own. */
import { describe, expect, test } from 'vitest'
import { parseAttributes } from '../../src/compiler/attributes.ts'
import { source } from './deck.ts'
import { firstSetting } from '../../src/build/figures/figure-controls.ts'
import { draw, figureNames, figureOf, toolsOf, valuesIn } from './draw.ts'

/** Attributes of the directive and of its place; all others are options for the module. */
const PLACING = new Set(['src', 'caption', 'width', 'index'])

/** The figures that the deck shows, with their options. */
const shown = [...source.matchAll(/^:{2,}figure\{(.+)\}$/gm)].map(([line, written]) => {
  const { values } = parseAttributes(written!, { words: true })!
  const options = Object.fromEntries(Object.entries(values).filter(([key]) => !PLACING.has(key)))
  return { line: line!, name: /^figures\/(.+)\.ts$/.exec(values.src ?? '')?.[1], options }
})

test('the deck shows every figure there is', () => {
  expect([...new Set(shown.map(({ name }) => name))].toSorted()).toEqual(figureNames.toSorted())
})

describe.each(shown)('$line', ({ name, options }) => {
  test('is drawn whole, in type that can be read', async () => {
    const svg = await draw(name!, options)
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 [\d.]+ [\d.]+"/)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    const sizes = [...svg.matchAll(/<(?!tspan)[^>]*\sfont-size="([^"]+)"/g)].map((match) => Number(match[1]))
    // The labels of axes are 20 px high, everything else at least 24; a subscript is a span of its line.
    expect(sizes.filter((size) => !(size === 20 || size >= 24))).toEqual([])
  })

  test('counts its steps without a gap', async () => {
    const steps = [...(await draw(name!, options)).matchAll(/data-step="(\d+)"/g)].map((match) =>
      Number(match[1]),
    )
    const numbers = [...new Set(steps)].toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('says what it shows', async () => {
    const figure = await figureOf(name!)
    const tools = toolsOf(options, firstSetting(figure))
    const said = (text: typeof figure.description) => (typeof text === 'function' ? text(tools) : text) ?? ''
    expect(said(figure.title).length).toBeGreaterThan(10)
    // The text twin, in words or in numbers.
    const table = figure.table?.(tools)
    expect(said(figure.description).length > 40 || (table?.rows.length ?? 0) > 1).toBe(true)
    for (const row of table?.rows ?? []) {
      expect(row).toHaveLength(table!.columns.length)
      expect(row.map(String).join(' ')).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})

test('costs', async () => expect(await valuesIn('cost')).toEqual(['40', '78', '100']))
