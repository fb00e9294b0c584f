/** The transforms in their order; the reason for a place stands beside it. */
import type { Transform } from '../context.ts'
import { equations } from './equations.ts'
import { macros } from './macros.ts'
import { mathSteps } from './math-steps.ts'
import { roadmap } from './roadmap.ts'

export const transforms: readonly Transform[] = [
  // The whole deck's definitions, before anything reads formulas.
  macros,
  // Labels and numbers, before citations look at `@eq-x`.
  equations,
  // Finds steps inside formulas, before the fragments of a slide are counted.
  mathSteps,
  // Draws fences before code looks at them, and has steps that fragments counts.
  roadmap,
]
