/** Draws one figure of the lecture, as the build does. */
import { readFileSync } from 'node:fs'
import type { Figure, FigureTools } from 'lectern/figure'
import { firstSetting, type Setting } from '../../src/build/figures/figure-controls.ts'
import { folder } from './deck.ts'

const modules = import.meta.glob<{ figure: Figure }>('../../slides/foundation-models/figures/*.ts')

/** The names of all figure modules. */
export const figureNames = Object.keys(modules).map((file) => /([^/]+)\.ts$/.exec(file)![1]!)

/** What a figure gets of the build. */
export function toolsOf(options: Record<string, string> = {}, values: Setting = {}): FigureTools {
  return { read: (path) => readFileSync(folder + path, 'utf8'), options, values }
}

/** The module `figures/NAME.ts`. */
export async function figureOf(name: string): Promise<Figure> {
  return (await modules[`../../slides/foundation-models/figures/${name}.ts`]!()).figure
}

/** Its SVG. */
export async function draw(
  name: string,
  options?: Record<string, string>,
  values?: Setting,
): Promise<string> {
  const figure = await figureOf(name)
  return figure.draw(toolsOf(options, { ...firstSetting(figure), ...values }))
}

/** The `data-value`s of its marks, in drawing order. */
export async function valuesIn(
  name: string,
  options?: Record<string, string>,
  values?: Setting,
): Promise<string[]> {
  return [...(await draw(name, options, values)).matchAll(/data-value="([^"]+)"/g)].map((match) => match[1]!)
}
