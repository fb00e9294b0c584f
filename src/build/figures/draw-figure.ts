/** One figure module, loaded: what it exports, asked for its drawing. */
import type { FigureProblem, FigureResult, FigureState } from '../../compiler/host.ts'
import type { Figure, FigureTable, FigureTools } from '../../figure.ts'
import { suggest } from '../../compiler/suggest.ts'
import { firstSetting, settings, shownControls, type Setting } from './figure-controls.ts'
import type { FigureRequest, Inputs } from './inputs.ts'

/** Draws. Files that it reads go into `reads`. Throws what the module throws. */
export function drawFigure(
  module: Record<string, unknown>,
  { options, read }: FigureRequest,
  reads: Inputs,
): FigureResult {
  const figure = module.figure as Figure | undefined
  const names = Object.keys(module)
  const wrong = (reason: string, fix?: string): FigureResult => ({
    problem: 'figure-export',
    reason,
    ...(fix && { fix }),
  })
  if (!('figure' in module)) {
    const exported = names.length > 0 ? `, but \`${names.join('`, `')}\`` : ''
    const near = suggest('figure', names)
    return wrong(`The module exports no \`figure\`${exported}`, near && `Rename \`${near}\` to \`figure\`.`)
  }
  if (typeof figure?.draw !== 'function') return wrong('`figure` has no function `draw`')
  const toolsFor = (values: Setting): FigureTools => ({
    options,
    values,
    read(written) {
      const found = read(written)
      if (!found) throw new Error(`There is no file \`${written}\` beside the deck`)
      const { file: data, text, ...input } = found
      reads.set(data, input)
      return text
    },
  })
  const first = drawState(figure, toolsFor(firstSetting(figure)))
  if ('problem' in first || !figure.controls) return first
  const list = shownControls(figure.controls)
  if ('reason' in list) return { problem: 'figure-export', ...list }
  const states: FigureState[] = []
  for (const setting of settings(figure.controls)) {
    const state = drawState(figure, toolsFor(setting))
    if ('problem' in state) return { ...state, reason: `${state.reason}, with ${JSON.stringify(setting)}` }
    states.push(state)
  }
  return { ...first, controls: { list, states } }
}

/** The drawing and its text twin in one setting. */
function drawState(figure: Figure, tools: FigureTools): FigureState | FigureProblem {
  const said = (text: Figure['description']): string =>
    typeof text === 'function' ? text(tools) : (text ?? '')
  const svg: unknown = figure.draw(tools)
  if (typeof svg !== 'string' || !svg.includes('<svg'))
    return { problem: 'figure-svg', reason: `\`draw\` gave ${kindOf(svg)} instead of an \`<svg>\`` }
  const title = said(figure.title).trim()
  if (title === '')
    return {
      problem: 'figure-export',
      reason: '`figure` has no `title`',
      fix: 'Say in one sentence what the drawing shows.',
    }
  const description = said(figure.description).trim()
  const table: FigureTable | undefined = figure.table?.(tools)
  return { svg, title, ...(description && { description }), ...(table && { table }) }
}

function kindOf(value: unknown): string {
  if (value instanceof Promise) return 'a promise'
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : 'a text'
  return value === undefined || value === null ? 'nothing' : `a value of type ${typeof value}`
}
