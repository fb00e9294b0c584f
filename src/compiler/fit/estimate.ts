/** How high the content of a slide will stand on its stage, told from its HTML without a browser. */
import { flow } from './blocks.ts'
import { readHtml, type Tag } from './html.ts'
import type { Type } from './type.ts'
import { laidOut } from './layouts.ts'
import { FIT_STEPS, FOOT, LEAST_TYPE, type FitStep } from '../../shared/fit.ts'
import type { ThemeMetrics } from './metrics.ts'

export interface StageSize {
  width: number
  height: number
}

export interface Estimate {
  /** Height of the content with pictures as small as they may be, in px. */
  height: number
  /** What the stage has for it. */
  room: number
  /** Whether a table is wider than its place even with all words broken into lines. */
  wide: boolean
  /** How much smaller the formulas must be for the widest of them to find room; 1 where all do. */
  formula: number
}

/** `classes` are those of the slide; `step` says how close and small it is set. */
export function estimate(
  html: string,
  classes: string,
  metrics: ThemeMetrics,
  stage: StageSize,
  step: FitStep = FIT_STEPS[0]!,
): Estimate {
  return estimateTree(readHtml(html), classes, metrics, stage, step)
}

/** The same for HTML that has been read. */
export function estimateTree(
  written: Tag,
  classes: string,
  metrics: ThemeMetrics,
  stage: StageSize,
  step: FitStep = FIT_STEPS[0]!,
): Estimate {
  const { tree, sides, between } = laidOut(written, ` ${classes} `, metrics, stage.width)
  const size = metrics.type * step.type
  // Past the readable steps nothing stops words from being small.
  const floor = step === FIT_STEPS[0] ? 0 : FIT_STEPS.includes(step) ? LEAST_TYPE : 1
  const found = { wide: false, formula: 1 }
  const type: Type = {
    metrics,
    size,
    line: metrics.line * step.line,
    font: 'text',
    space: step.space,
    floor,
    found,
    named: / reference /.test(` ${classes} `),
  }
  const height = flow(tree, type, stage.width - sides, 'slide', () => between * step.space * size)
  return { height, room: stage.height - metrics.edgeTop - metrics.edgeBottom * (1 - FOOT / 2), ...found }
}
