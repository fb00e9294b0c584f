import type { ThemeMetrics } from './fit/metrics.ts'
import type { ThemePalette } from './look/palette.ts'

export type { ThemeMetrics } from './fit/metrics.ts'
export type { ThemePalette } from './look/palette.ts'

/** All that the compiler may ask of the outside. The build gives one over files, a test gives one over an object. */
export interface Host {
  /** The text of a file beside the deck, or undefined. `path` is as the author wrote it, relative to the deck. */
  read(path: string): string | undefined
  /**
   * A file that pages link to (image, video, download). Gives its site-relative URL (`assets/NAME-HASH.ext` in a
   * build) and, for images, its size in px; undefined where there is no such file inside the project.
   */
  asset(path: string): Asset | undefined
  /** The site-relative URL of the lecture that the Markdown file at `path` is built into; undefined for any other file. */
  lecture?(path: string): string | undefined
  /** What the figure module at `path` draws with `options`; undefined where there is no such file inside the project. */
  figure(path: string, options: Readonly<Record<string, string>>): Promise<FigureResult | undefined>
  /** A file of CSL that comes with Lectern: `styles/ieee.csl`, `locales/de-DE.xml`. */
  csl?(path: string): string | undefined
  /** What a theme says of its type, where it says anything. */
  metrics?(theme: string): ThemeMetrics | undefined
  /** A theme's grounds, where it says anything. */
  palette?(theme: string): ThemePalette | undefined
  /** Highlights code elsewhere, with the compiler's own `highlight`; without it that happens here. */
  highlight?(text: string, language: string): Promise<Highlighted>
  /** Files beside the deck, for "did you mean". */
  siblings(): string[]
}

/** Code in colours. */
export interface Highlighted {
  /** `<span class="line">…</span>` by line, parted by line feeds. */
  html: string
  marks: string[]
  /** Whether the highlighter knows the language. */
  known: boolean
}

export interface Asset {
  url: string
  width?: number
  height?: number
}

/** A control of a figure as the page shows it. */
export interface ShownControl {
  name: string
  label: string
  kind: 'slider' | 'buttons' | 'switch'
  /** Each value in the reader's words. */
  said: string[]
  /** Index of the value at which it stands at first. */
  start: number
}

/** What is drawn for one setting of the controls. */
export type FigureState = Pick<DrawnFigure, 'svg' | 'title' | 'description' | 'table'>

/** A drawing as its module gives it. */
export interface DrawnFigure {
  /** `<svg viewBox=…>…</svg>` */
  svg: string
  title: string
  description?: string
  table?: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }
  /** What a reader can turn, and every drawing that this leads to: the last control turns fastest. */
  controls?: { list: ShownControl[]; states: FigureState[] }
}

/** Why there is no drawing, under the rule that says so. */
export interface FigureProblem {
  problem: 'figure-export' | 'figure-failed' | 'figure-svg'
  reason: string
  fix?: string
}

export type FigureResult = DrawnFigure | FigureProblem

/** A host over plain objects: `{ 'references.bib': '…', 'a.png': '' }` and figures by their path. */
export function memoryHost(
  files: Record<string, string>,
  figures: Record<string, FigureResult | ((options: Readonly<Record<string, string>>) => FigureResult)> = {},
): Host {
  return {
    read: (path) => files[path],
    asset: (path) => (path in files ? { url: `assets/${path}` } : undefined),
    figure: async (path, options) => {
      const figure = figures[path]
      return typeof figure === 'function' ? figure(options) : figure
    },
    siblings: () => [...Object.keys(files), ...Object.keys(figures)],
  }
}
