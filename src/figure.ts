/**
 * What a figure module beside a deck may import: `import { defineFigure } from 'lectern/figure'`. The module exports its
 * `figure`; nothing else it exports is looked at.
 */

/**
 * Something that a reader can turn while the figure is shown: a slider over numbers, buttons for words, a switch for
 * `[false, true]`. Every drawing that it leads to is made at build time, so that no program of the deck runs in the page.
 */
export interface FigureControl {
  label: string
  /** What it can stand at, in order: 2 to 100 numbers or words, or `[false, true]`. */
  values: readonly (string | number | boolean)[]
  /** Where it stands at first, and on paper; the first value where it is not given. */
  start?: string | number | boolean
  /** A value as the reader sees it. */
  say?: (value: never) => string
}

/** What Lectern gives a figure while it is made. */
export interface FigureTools {
  /**
   * The text of a file, by its path relative to the deck (`data/points.csv`). The figure is made again when it changes.
   * Throws where there is no such file.
   */
  read(path: string): string
  /** The attributes of `::figure{src=… mask=causal}` that are not Lectern's own: `{ mask: 'causal' }`. */
  options: Readonly<Record<string, string>>
  /** Where the figure's controls stand. */
  values: Readonly<Record<string, string | number | boolean>>
}

/** The numbers behind a drawing, for those who cannot see it and for those who want them. */
export interface FigureTable {
  columns: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

export interface Figure {
  /** What the drawing shows, in one sentence: its name for a screen reader. */
  title: string | ((tools: FigureTools) => string)
  /** The text twin: what a reader learns from the drawing, in a few sentences. */
  description?: string | ((tools: FigureTools) => string)
  /** The text twin as a table, where the drawing shows data. */
  table?: (tools: FigureTools) => FigureTable
  /** What a reader can turn, by the name under which `tools.values` has it; together at most 400 drawings. */
  controls?: Readonly<Record<string, FigureControl>>
  /**
   * One `<svg viewBox="0 0 WIDTH HEIGHT">…</svg>`, in px of the stage. It stands inside the slide: text takes the theme's
   * font, and `var(--ink)`, `var(--series-1)` … are the theme's colours, light and dark; what has no `fill` is in ink. An
   * element with `data-step="2"` comes with the figure's second step; Reveal's effect classes (`fade-out`,
   * `fade-in-then-out` …) may stand beside it. Ids need to be unique within the drawing only.
   */
  draw(tools: FigureTools): string
}

/** Types a figure module: `export const figure = defineFigure({ … })`. Gives it back unchanged. */
export function defineFigure(figure: Figure): Figure {
  return figure
}
