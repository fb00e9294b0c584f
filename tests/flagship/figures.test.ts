/** The lecture's drawings: `npx vitest run tests/flagship/figures.test.ts -u` draws them anew from the data. */
import { describe, expect, test } from 'vitest'
import { figures } from '../../slides/foundation-models/figures/all.ts'
import { json, table } from '../../slides/foundation-models/figures/kit/table.ts'

const values = (name: string) =>
  [...figures[name]!().matchAll(/data-value="([^"]+)"/g)].map((match) => match[1]!)

test.each(Object.keys(figures))('figures/%s.svg is what its module draws', async (name) => {
  const drawn = figures[name]!()
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(
    Math.min(...[...drawn.matchAll(/font-size="(\d+)"/g)].map((match) => Number(match[1]))),
  ).toBeGreaterThanOrEqual(20)
  await expect(drawn).toMatchFileSnapshot(`../../slides/foundation-models/figures/${name}.svg`)
})

describe('plots show the numbers of their data files', () => {
  test('PaLM', () => {
    expect(values('palm')).toEqual([
      '8000000000 41.8',
      '62000000000 87.9',
      '540000000000 94.1',
      '8000000000 4.2',
      '62000000000 7.3',
      '540000000000 42.2',
    ])
  })

  test('the time line has all models, hollow where the size is withheld', () => {
    const rows = table('timeline.csv')
    expect(values('timeline')).toEqual(rows.map((row) => `${row.id} ${row.date} ${row.params || 'none'}`))
    for (const row of rows.filter((row) => row.params_status === 'not disclosed')) expect(row.params).toBe('')
    const hollow = figures.timeline!().match(/fill="none" stroke="[^"]+" stroke-width="3"/g)
    expect(hollow).toHaveLength(rows.filter((row) => !row.params).length)
  })

  test('costs', () => expect(values('cost')).toEqual(['40', '78', '100']))
})

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
const close = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThan(tolerance)

describe('derived numbers follow from the formulas', () => {
  const law = json<Law>('scaling-law.json')
  const loss = (fit: Fit, parameters: number, tokens: number) =>
    fit.E + fit.A / parameters ** fit.alpha + fit.B / tokens ** fit.beta
  const best = (fit: Fit, compute: number) => {
    const sum = fit.alpha + fit.beta
    const parameters =
      ((fit.alpha * fit.A) / (fit.beta * fit.B)) ** (1 / sum) * (compute / 6) ** (fit.beta / sum)
    return { parameters, tokens: compute / 6 / parameters }
  }

  test('scaling law: test values and frontier', () => {
    for (const vector of law.test_vectors) {
      const fit = law.fits[vector.fit]!
      const { parameters, tokens } = best(fit, vector.C)
      close(parameters, vector.N_opt, 1e-5)
      close(tokens, vector.D_opt, 1e-5)
      close(tokens / parameters, vector.tokens_per_param, 1e-3)
      close(loss(fit, parameters, tokens), vector.loss, 1e-5)
    }
    for (const row of table('scaling-frontier.csv'))
      close(best(law.fits[row.fit!]!, Number(row.C_flop)).parameters, Number(row.N_opt), 1e-4)
    for (const model of law.known_models) {
      close(6 * model.N * model.D, model.C_6ND, 1e-6)
      for (const [fit, expected] of Object.entries(model.loss))
        close(loss(law.fits[fit]!, model.N, model.D), expected, 1e-4)
    }
  })

  test('the table of the rounding slide', () => {
    const rows = ['hoffmann2022_published', 'hoffmann2022_tex', 'besiroglu2024'].map((name) => {
      const { parameters, tokens } = best(law.fits[name]!, 5.88e23)
      return [
        Math.round(parameters / 1e9),
        Number((tokens / 1e12).toPrecision(3)),
        Math.round(tokens / parameters),
      ]
    })
    expect(rows).toEqual([
      [32, 3.02, 93],
      [41, 2.41, 59],
      [73, 1.34, 18],
    ])
  })
})
