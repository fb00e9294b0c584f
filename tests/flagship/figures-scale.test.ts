/** Scale, alignment and modalities: the numbers that are drawn are those of the data, and follow from the law. */
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import { folder } from './deck.ts'
import { draw, figureOf, toolsOf, valuesIn } from './draw.ts'

interface Fit {
  E: number
  A: number
  B: number
  alpha: number
  beta: number
}
interface Law {
  fits: Record<string, Fit>
  test_vectors: {
    fit: string
    C: number
    N_opt: number
    D_opt: number
    tokens_per_param: number
    loss: number
  }[]
  known_models: { name: string; N: number; D: number; C_6ND: number; loss: Record<string, number> }[]
}

const read = (name: string) => readFileSync(`${folder}data/${name}`, 'utf8')
const table = (name: string) => [...csvParse(read(name).replace(/^#.*\n?/gm, ''))]
const law = JSON.parse(read('scaling-law.json')) as Law
const models = table('timeline.csv')

const loss = (fit: Fit, parameters: number, tokens: number) =>
  fit.E + fit.A / parameters ** fit.alpha + fit.B / tokens ** fit.beta

/** The size with the least loss for a budget, found by search and not by the closed form that the figures use. */
function best(fit: Fit, compute: number): { parameters: number; tokens: number } {
  const at = (size: number) => loss(fit, 10 ** size, compute / 6 / 10 ** size)
  let [low, high] = [6, 14]
  for (let round = 0; round < 80; round++) {
    const third = (high - low) / 3
    if (at(low + third) < at(high - third)) high -= third
    else low += third
  }
  const parameters = 10 ** ((low + high) / 2)
  return { parameters, tokens: compute / 6 / parameters }
}

const close = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected) / Math.abs(expected), `${actual} for ${expected}`).toBeLessThan(
    tolerance,
  )

/** Slope and intercept through the first and last point; all points between lie on it within `tolerance`. */
function straight(points: [number, number][], tolerance: number): number {
  const [[x0, y0], [x1, y1]] = [points[0]!, points.at(-1)!]
  const slope = (y1 - y0) / (x1 - x0)
  for (const [x, y] of points) expect(Math.abs(y0 + slope * (x - x0) - y)).toBeLessThan(tolerance)
  return slope
}

describe('the scaling law', () => {
  test('test values, frontier and models as built', () => {
    for (const vector of law.test_vectors) {
      const fit = law.fits[vector.fit]!
      const { parameters, tokens } = best(fit, vector.C)
      close(parameters, vector.N_opt, 1e-4)
      close(tokens, vector.D_opt, 1e-4)
      close(tokens / parameters, vector.tokens_per_param, 1e-3)
      close(loss(fit, parameters, tokens), vector.loss, 1e-5)
    }
    for (const row of table('scaling-frontier.csv'))
      close(best(law.fits[row.fit!]!, Number(row.C_flop)).parameters, Number(row.N_opt), 2e-4)
    for (const model of law.known_models) {
      close(6 * model.N * model.D, model.C_6ND, 1e-6)
      for (const [fit, expected] of Object.entries(model.loss))
        close(loss(law.fits[fit]!, model.N, model.D), expected, 1e-4)
    }
  })

  test('bands of the loss end at its terms, and are as high as their numbers', async () => {
    const { E, A, B, alpha, beta } = law.fits.hoffmann2022_published!
    const ends = (term: (size: number) => number, from: number, to: number) =>
      [from, to].map((size) => term(size).toFixed(4)).join(' ')
    const network = (size: number) => A / size ** alpha
    const data = (size: number) => B / size ** beta
    expect((await valuesIn('loss')).toSorted()).toEqual(
      [
        `N E ${ends(() => E, 0, 0)}`,
        `D E ${ends(() => E, 0, 0)}`,
        `N A ${ends(network, 1e7, 1e12)}`,
        `D A ${ends(network, 1e9, 1e9)}`,
        `N B ${ends(data, 2e10, 2e10)}`,
        `D B ${ends(data, 2e8, 2e13)}`,
      ].toSorted(),
    )
    const svg = await draw('loss')
    const top = (band: string) =>
      Number(new RegExp(`data-value="${band} [^"]*"><path d="M[\\d.]+,([\\d.]+)`).exec(svg)![1])
    const floor = 206
    const unit = (floor - top('N E')) / E
    close(floor - top('N A'), unit * (E + network(1e7)), 0.002)
    close(floor - top('N B'), unit * (E + network(1e7) + data(2e10)), 0.002)
    close(floor - top('D B'), unit * (E + network(1e9) + data(2e8)), 0.002)
  })

  test('four models lie on the frontier plot, with the advice of both lines at one budget', async () => {
    expect(await valuesIn('frontier')).toEqual(
      law.known_models.map(({ name, C_6ND, N }) => `${name} ${C_6ND} ${N}`),
    )
    const budget = law.known_models.find(({ name }) => name === 'Chinchilla')!.C_6ND
    const gpt3 = law.known_models.find(({ name }) => name === 'GPT-3')!
    const steep = gpt3.N * (budget / gpt3.C_6ND) ** 0.73
    const even = best(law.fits.besiroglu2024!, budget)
    const svg = await draw('frontier')
    for (const [size, tokens] of [
      [steep, budget / 6 / steep],
      [even.parameters, even.tokens],
    ] as const) {
      expect(svg).toContain(`>${Math.round(size / 1e9)}B<`)
      const words = tokens < 1e12 ? `${Math.round(tokens / 1e9)}B` : `${(tokens / 1e12).toFixed(2)}T`
      expect(svg).toContain(`on ${words} tokens`)
    }
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*data-value="\S+ (\S+) (\S+)"/g)]
    expect(dots).toHaveLength(4)
    const by = (place: number, number: number) =>
      dots
        .map((dot): [number, number] => [Math.log10(Number(dot[number])), Number(dot[place])])
        .toSorted((a, b) => a[0] - b[0])
    expect(straight(by(1, 3), 0.2)).toBeGreaterThan(0)
    expect(straight(by(2, 4), 0.2)).toBeLessThan(0)
  })

  test('the advice of three versions of the constants', async () => {
    const expected = ['hoffmann2022_published', 'hoffmann2022_tex', 'besiroglu2024'].map((name) =>
      best(law.fits[name]!, 5.88e23),
    )
    const drawn = (await valuesIn('rounding')).map((value) => value.split(' ').map(Number))
    expect(drawn).toHaveLength(3)
    drawn.forEach(([parameters, tokens, ratio], index) => {
      close(parameters!, expected[index]!.parameters, 1e-3)
      close(tokens!, expected[index]!.tokens, 1e-3)
      close(ratio!, expected[index]!.tokens / expected[index]!.parameters, 2e-3)
    })
    const twin = (await figureOf('rounding')).table!(toolsOf())
    expect(twin.rows.map((row) => row.slice(1))).toEqual([
      ['32B', '3.02T', 93],
      ['41B', '2.41T', 59],
      ['73B', '1.34T', 18],
      ['70B', '1.4T', 20],
    ])
    const widths = [...(await draw('rounding')).matchAll(/width="([\d.]+)"[^>]*data-value="\S+ \S+ (\S+)"/g)]
    for (const [, width, ratio] of widths) close(Number(width) / Number(ratio), 6.8, 0.002)
  })

  test('PaLM at three sizes', async () => {
    const solved = (benchmark: string) =>
      table('cot-one-step.csv')
        .filter((row) => row.family === 'PaLM' && row.benchmark!.startsWith(benchmark))
        .map((row) => `${row.params} ${row.standard}`)
    expect(await valuesIn('palm')).toEqual([...solved('MAWPS SingleOp'), ...solved('MAWPS MultiArith')])
    expect(solved('MAWPS MultiArith')).toEqual(['8000000000 4.2', '62000000000 7.3', '540000000000 42.2'])
  })
})

describe('the time line', () => {
  const marks = async () =>
    [
      ...(await draw('timeline')).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"([^>]*)data-value="(\S+)/g),
    ].map((match) => ({
      x: Number(match[1]),
      y: Number(match[2]),
      hollow: match[3]!.includes('stroke='),
      model: models.find((row) => row.id === match[4])!,
    }))

  test('has all models', async () => {
    expect((await valuesIn('timeline')).toSorted()).toEqual(
      models.map((row) => `${row.id} ${row.date} ${row.params || 'none'}`).toSorted(),
    )
  })

  test('is a true axis of days and of sizes', async () => {
    const all = await marks()
    const days = all.map(({ x, model }): [number, number] => [Date.parse(model.date!), x])
    straight(
      days.toSorted((a, b) => a[0] - b[0]),
      0.6,
    )
    const sizes = all.filter(({ model }) => model.params)
    expect(sizes).toHaveLength(models.filter((row) => row.params).length)
    const slope = straight(
      sizes
        .map(({ y, model }): [number, number] => [Math.log10(Number(model.params)), y])
        .toSorted((a, b) => a[0] - b[0]),
      0.2,
    )
    expect(slope).toBeLessThan(0)
  })

  test('marks are hollow where the size is withheld, and only there', async () => {
    for (const { hollow, model } of await marks())
      expect({ id: model.id, hollow }).toEqual({
        id: model.id,
        hollow: model.params_status === 'not disclosed',
      })
  })

  test('carries the eight labels and the six stages', async () => {
    const svg = await draw('timeline')
    const labels = new Set(models.map((row) => row.chinese_label).filter(Boolean))
    expect(labels.size).toBe(8)
    for (const label of labels) expect(svg.split(`>${label}<`)).toHaveLength(2)
    for (let stage = 1; stage <= 6; stage++) {
      expect(svg.split(`>Stage ${stage}<`)).toHaveLength(2)
      expect(svg).toContain(`data-step="${stage}"`)
    }
  })
})

test('five dates are those of the models', async () => {
  expect(await valuesIn('five-dates')).toEqual(
    ['instructgpt', 'chatgpt', 'gpt4', 'gemini1', 'gpt4o'].map(
      (id) => `${id} ${models.find((row) => row.id === id)!.date}`,
    ),
  )
})

test('what goes in and what comes out is that of the data', async () => {
  const expected = ['gpt4', 'gemini1', 'gpt4o'].flatMap((id) => {
    const row = models.find((row) => row.id === id)!
    return (['in', 'out'] as const).flatMap((side) =>
      row[`modality_${side}`]!.split('+').map((kind) => `${id} ${side} ${kind}`),
    )
  })
  expect((await valuesIn('modalities')).toSorted()).toEqual(expected.toSorted())
})

test.each([
  'loss',
  'frontier',
  'rounding',
  'palm',
  'five-dates',
  'rlhf',
  'interfaces',
  'modalities',
  'timeline',
])('%s draws numbers and nothing else', async (name) =>
  expect(await draw(name)).not.toMatch(/NaN|undefined|Infinity/),
)
