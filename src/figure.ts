/**
 * What a figure module beside a deck may import: `import { defineFigure } from 'lectern/figure'`. The module exports its
 * `figure`; the name `explore` is kept for a part that runs in the browser, and nothing else it exports is looked at.
 */

/** What Lectern gives a figure while it is made. */
export interface FigureTools {
  /**
   * The text of a file, by its path relative to the deck (`data/points.csv`). The figure is made again when it changes.
   * Throws where there is no such file.
   */
  read(path: string): string
  /** The attributes of `::figure{src=… mask=causal}` that are not Lectern's own: `{ mask: 'causal' }`. */
  options: Readonly<Record<string, string>>
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
