/** The scaling law L(N, D) = E + A/N^α + B/D^β, in the fits of data/scaling-law.json. */
import type { FigureTools } from 'lectern/figure'
import { json } from './table.ts'

export interface Fit {
  E: number
  A: number
  B: number
  alpha: number
  beta: number
}

export interface Law {
  fits: Record<'hoffmann2022_published' | 'hoffmann2022_tex' | 'besiroglu2024', Fit>
  kaplan2020: { N_opt_exponent: number }
  /** The span of the runs that were measured. */
  data_range: { C: [number, number] }
  /** Parameters, tokens and training compute of four models as they were built. */
  known_models: { name: string; N: number; D: number; C_6ND: number }[]
}

export const law = (tools: FigureTools) => json<Law>(tools, 'scaling-law.json')

/** A model as it was built. */
export function built(from: Law, name: string): Law['known_models'][number] {
  return from.known_models.find((model) => model.name === name)!
}

/** The parameters and tokens that a fit recommends for `compute` FLOP: the closed form of Hoffmann et al., eq. 4. */
export function best({ A, B, alpha, beta }: Fit, compute: number): { parameters: number; tokens: number } {
  const sum = alpha + beta
  const parameters = ((alpha * A) / (beta * B)) ** (1 / sum) * (compute / 6) ** (beta / sum)
  return { parameters, tokens: compute / 6 / parameters }
}

/** What Kaplan et al. recommend: their exponent, through GPT-3. */
export function kaplan(from: Law, compute: number): number {
  const anchor = built(from, 'GPT-3')
  return anchor.N * (compute / anchor.C_6ND) ** from.kaplan2020.N_opt_exponent
}
