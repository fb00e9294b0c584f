/** Opening, limits and close: what is drawn follows from the data, and what runs where is as the lecture says it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folder } from './deck.ts'
import { draw, figureOf, valuesIn } from './draw.ts'

const names = 'network today hub shared-flaw old-idea windows limits cost open-problems pillars'.split(' ')

const json = <T>(name: string): T => JSON.parse(readFileSync(`${folder}data/${name}`, 'utf8')) as T
const labels = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]!)

/** Bars with a value behind them. */
const bars = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" [^>]*?width="([\d.]+)"[^>]*data-value="([^"]+)"/g)].map((match) => ({
    x: Number(match[1]),
    width: Number(match[2]),
    value: Number(match[3]),
  }))

/** Where the curves with an arrow head in one colour begin and end. */
const arrows = (svg: string, colour: string) =>
  [...svg.matchAll(/d="M([\d.]+) [^"]*?([\d.]+) [\d.]+"[^>]*marker-end="url\(#head-([\w-]+)\)"/g)]
    .filter((match) => match[3] === colour)
    .map((match) => ({ from: Number(match[1]), to: Number(match[2]) }))

describe.each(names)('%s', (name) => {
  test('has whole numbers, type that can be read, and a text twin', async () => {
    const svg = await draw(name)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(20)
    const { description, table } = await figureOf(name)
    expect(description ?? table).toBeDefined()
  })

  test('counts its steps from one without a gap', async () => {
    const steps = new Set([...(await draw(name)).matchAll(/data-step="(\d+)"/g)].map(([, at]) => Number(at)))
    expect([...steps].toSorted()).toEqual(Array.from(steps, (_, index) => index + 1))
  })
})

describe('bars are as long as their numbers', () => {
  test('three prices, the last one open', async () => {
    const costs = json<{ bars: { who: string; value: number; atLeast?: boolean }[] }>('gpt4-cost.json').bars
    const svg = await draw('cost')
    const drawn = bars(svg)
    expect(drawn.map(({ value }) => value)).toEqual(costs.map(({ value }) => value))
    for (const { x, width, value } of drawn) {
      expect(x).toBe(drawn[0]!.x)
      expect(width / value).toBeCloseTo(drawn[0]!.width / drawn[0]!.value, 1)
    }
    for (const { who, value, atLeast } of costs) {
      expect(labels(svg)).toContain(who)
      expect(labels(svg)).toContain(atLeast ? `more than $${value}M` : `$${value}M`)
    }
  })

  test('the gap in the data and in the predictions', async () => {
    const gaps = json<{ bars: { where: string; value: number }[] }>('cooking-gap.json').bars
    const svg = await draw('limits')
    const drawn = bars(svg)
    expect(drawn.map(({ value }) => value)).toEqual(gaps.map(({ value }) => value))
    expect(drawn[1]!.width / drawn[0]!.width).toBeCloseTo(gaps[1]!.value / gaps[0]!.value, 2)
    for (const { where, value } of gaps)
      expect(labels(svg)).toEqual(expect.arrayContaining([where, `${value}%`]))
  })
})

describe('the four dates of an old idea', () => {
  test('are those of the works cited', async () => {
    const bibliography = readFileSync(`${folder}references.bib`, 'utf8')
    const years = [
      'rumelhart1986learning',
      'bengio2003neural',
      'mikolov2013efficient',
      'pennington2014glove',
    ].map((key) => new RegExp(`\\{${key},[^@]*?year\\s*=\\s*\\{(\\d{4})`).exec(bibliography)?.[1])
    expect(await valuesIn('old-idea')).toEqual(years)
    expect(labels(await draw('old-idea'))).toEqual(expect.arrayContaining(years))
  })

  test('stand on one scale', async () => {
    const places = [
      ...(await draw('old-idea')).matchAll(/<circle cx="([\d.]+)"[^>]*data-value="(\d+)"/g),
    ].map((match) => [Number(match[1]), Number(match[2])] as const)
    const pitch = (places[3]![0] - places[0]![0]) / (2014 - 1986)
    for (const [x, year] of places) expect(x - places[0]![0]).toBeCloseTo((year - 1986) * pitch, 0)
  })
})

test('CBOW reads two words on each side into the middle, skip-gram the other way round', async () => {
  const svg = await draw('windows')
  const inward = arrows(svg, 'series-1')
  const outward = arrows(svg, 'series-2')
  const split = (places: number[], middle: number) => places.map((place) => Math.sign(place - middle))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [heart, source] = [mean(inward.map(({ to }) => to)), mean(outward.map(({ from }) => from))]
  expect(
    split(
      inward.map(({ from }) => from),
      heart,
    ),
  ).toEqual([-1, -1, 1, 1])
  expect(
    split(
      outward.map(({ to }) => to),
      source,
    ),
  ).toEqual([-1, -1, 1, 1])
  for (const { from, to } of inward) expect(Math.abs(from - heart)).toBeGreaterThan(Math.abs(to - heart))
  for (const { from, to } of outward) expect(Math.abs(to - source)).toBeGreaterThan(Math.abs(from - source))
})

test('the crack of the base is the crack of every application', async () => {
  const svg = await draw('shared-flaw')
  const shapes = [...svg.matchAll(/d="M[\d.]+ [\d.]+(l[^"M]+)" fill="none" stroke="var\(--series-2\)"/g)].map(
    ([, shape]) => shape!.split(/[l ]/).filter(Boolean).map(Number),
  )
  expect(shapes).toHaveLength(6)
  const size = (shape: number[]) => shape.filter((_, index) => index % 2 === 1).reduce((sum, y) => sum + y, 0)
  for (const shape of shapes)
    shape.forEach((value, index) =>
      expect(value / size(shape)).toBeCloseTo(shapes[0]![index]! / size(shapes[0]!), 2),
    )
})
