/** Reads the lecture's data files. */
import { csvParse, type DSVRowString } from 'd3-dsv'
import type { FigureTools } from 'lectern/figure'

/** The rows of `data/NAME` by column name; lines that start with `#` are comments. */
export function table(tools: FigureTools, name: string): DSVRowString[] {
  return [...csvParse(tools.read(`data/${name}`).replace(/^#.*\n?/gm, ''))]
}

/** `data/NAME` as JSON. */
export function json<T>(tools: FigureTools, name: string): T {
  return JSON.parse(tools.read(`data/${name}`)) as T
}
