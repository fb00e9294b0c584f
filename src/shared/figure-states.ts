/** The drawings behind a figure's controls, as the page carries them: one whole, of each other what differs from it. */

/** Class of the box with a figure's controls. */
export const FIGURE_CONTROLS = 'figure-controls'
/** Attribute of that box with the states as JSON. */
export const STATES_ATTRIBUTE = 'data-states'
/** Attribute of a control with its index among the figure's controls. */
export const CONTROL_ATTRIBUTE = 'data-control'

export interface FigureStates {
  /** How many values each control has, in order; the last turns fastest. */
  counts: number[]
  /** Each value in the reader's words, by control. */
  said: string[][]
  /** HTML of the drawing and its text twin, cut before each tag. */
  base: string[]
  /** Of each setting the pieces that are others than those of `base`, or all of them. */
  states: (Record<number, string> | string[])[]
}

/** Packs the HTML of every setting. */
export function packStates(counts: number[], said: string[][], htmls: readonly string[]): FigureStates {
  const cut = (html: string): string[] => html.split(/(?=<)/)
  const base = cut(htmls[0] ?? '')
  const states = htmls.map((html) => {
    const pieces = cut(html)
    if (pieces.length !== base.length) return pieces
    return Object.fromEntries([...pieces.entries()].filter(([index, piece]) => piece !== base[index]))
  })
  return { counts, said, base, states }
}

/** The HTML for where the controls stand: an index for each. */
export function stateHtml({ counts, base, states }: FigureStates, at: readonly number[]): string {
  const index = counts.reduce((sum, count, control) => sum * count + (at[control] ?? 0), 0)
  const state = states[index] ?? {}
  if (Array.isArray(state)) return state.join('')
  return base.map((piece, place) => state[place] ?? piece).join('')
}
