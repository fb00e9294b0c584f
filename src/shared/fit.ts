/** How an overfull slide is made to fit: the compiler's guess and the page's measure go the same steps. */

/** The least size of running text that can be read from the last row, in px of the stage. */
export const LEAST_TYPE = 18

/** How much of the free space at the foot of a slide its content may take before it counts as too much. */
export const FOOT = 0.3

/** Attribute of a slide that does not hold its content at the theme's sizes: the step it takes, or what else its author wants. */
export const FIT_ATTRIBUTE = 'data-fit'

/** On a slide whose tables break words rather than lose them. */
export const NARROW_ATTRIBUTE = 'data-fit-narrow'

export interface FitStep {
  /** Factor of the type size. */
  type: number
  /** Factor of the space between blocks and items. */
  space: number
  /** Factor of the height of lines. */
  line: number
}

/** Space gives way first, then type; the last step still has readable type. Step 0 is the theme's own. */
export const FIT_STEPS: readonly FitStep[] = [
  { type: 1, space: 1, line: 1 },
  { type: 1, space: 0.7, line: 0.98 },
  { type: 1, space: 0.5, line: 0.94 },
  { type: 0.95, space: 0.5, line: 0.94 },
  { type: 0.9, space: 0.5, line: 0.93 },
  { type: 0.85, space: 0.5, line: 0.93 },
  { type: 0.8, space: 0.48, line: 0.92 },
  { type: 0.75, space: 0.48, line: 0.92 },
  { type: 0.7, space: 0.45, line: 0.92 },
  { type: 0.65, space: 0.45, line: 0.92 },
]

/** Steps past the readable ones, for what can neither be split nor set readably: better small than cut. */
const LAST_STEP = FIT_STEPS.length + 9

/** How many steps there are, readable or not. */
export const STEP_COUNT = LAST_STEP + 1

/** Step `index` of all. */
export function fitStep(index: number): FitStep {
  const readable = FIT_STEPS[index]
  if (readable) return readable
  const last = FIT_STEPS.at(-1)!
  return {
    ...last,
    type: Math.round(last.type * 0.92 ** (index - FIT_STEPS.length + 1) * 1000) / 1000,
    space: 0.4,
  }
}

/** The custom properties of a step, which `styles/fit.css` reads. */
export function fitProperties(index: number): Record<string, string> {
  const { type, space, line } = fitStep(index)
  return {
    '--fit-type': String(type),
    '--fit-space': String(space),
    '--fit-line': String(line),
    ...(index >= FIT_STEPS.length && { '--fit-floor': '1px' }),
  }
}
