/** The drawings behind a figure's controls, as the page carries them: of each setting what differs from the first drawing. */

/** Class of the box with a figure's controls. */
export const FIGURE_CONTROLS = 'figure-controls'
/** Attribute of that box with the states as JSON. */
export const STATES_ATTRIBUTE = 'data-states'
/** Attribute of a control with its index among the figure's controls. */
export const CONTROL_ATTRIBUTE = 'data-control'

/**
 * What one setting shows: by the place of an element among all of the drawing and its text twin, in document order, its
 * start tag and the text behind it; or the whole HTML, where the elements themselves are others.
 */
export type FigureState = Record<number, string> | string

export interface FigureStates {
  /** Each value in the reader's words, by control; the last control turns fastest. */
  said: string[][]
  states: FigureState[]
}

/** Packs the HTML of every setting; `first` is the one that the page shows. */
export function packStates(said: string[][], htmls: readonly string[], first: string): FigureStates {
  const cut = (html: string): string[] => html.split(/(?=<)/)
  const base = cut(first)
  const opens = (piece: string): string => /^<([a-z][\w:-]*)/i.exec(piece)?.[1] ?? ''
  const states = htmls.map((html): FigureState => {
    const pieces = cut(html)
    const changed = [...pieces.entries()].filter(([index, piece]) => piece !== base[index])
    const sameTree =
      pieces.length === base.length &&
      changed.every(([index, piece]) => opens(piece) !== '' && opens(piece) === opens(base[index]!))
    if (!sameTree) return html
    const places = new Map<number, number>()
    for (const [index, piece] of base.entries()) if (opens(piece) !== '') places.set(index, places.size)
    return Object.fromEntries(changed.map(([index, piece]) => [places.get(index)!, piece]))
  })
  return { said, states }
}

/** The state for where the controls stand: an index for each. */
export function stateAt({ said, states }: FigureStates, at: readonly number[]): FigureState {
  const index = said.reduce((sum, values, control) => sum * values.length + (at[control] ?? 0), 0)
  return states[index] ?? {}
}
