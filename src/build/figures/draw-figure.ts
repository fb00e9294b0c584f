/** One figure module, loaded: what it exports, asked for its drawing. */
import type { FigureResult } from '../../compiler/host.ts'
import type { Figure, FigureTable, FigureTools } from '../../figure.ts'
import { suggest } from '../../compiler/suggest.ts'
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
  const tools: FigureTools = {
    options,
    read(written) {
      const found = read(written)
      if (!found) throw new Error(`There is no file \`${written}\` beside the deck`)
      const { file: data, text, ...input } = found
      reads.set(data, input)
      return text
    },
  }
  const said = (text: Figure['description']): string =>
    typeof text === 'function' ? text(tools) : (text ?? '')
  const svg: unknown = figure.draw(tools)
  if (typeof svg !== 'string' || !svg.includes('<svg'))
    return { problem: 'figure-svg', reason: `\`draw\` gave ${kindOf(svg)} instead of an \`<svg>\`` }
  const title = said(figure.title).trim()
  if (title === '') return wrong('`figure` has no `title`', 'Say in one sentence what the drawing shows.')
  const description = said(figure.description).trim()
  const table: FigureTable | undefined = figure.table?.(tools)
  return { svg, title, ...(description && { description }), ...(table && { table }) }
}

function kindOf(value: unknown): string {
  if (value instanceof Promise) return 'a promise'
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : 'a text'
  return value === undefined || value === null ? 'nothing' : `a value of type ${typeof value}`
}
