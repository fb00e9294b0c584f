/**
 * Strokes of pen and highlighter: what the lecture page keeps of them, and the file that it saves and loads, which
 * `lectern pdf --ink` reads, too.
 *
 * The file is JSON in UTF-8, named `DECK-ink.json`:
 *
 *     { "format": "lectern-ink", "version": 1, "deck": "attention",
 *       "slides": { "the-loss": {
 *         "slide": [{ "tool": "pen", "colour": 2, "points": [310, 204.5, 0.5, 318.2, 206, 0.52] }],
 *         "board": [], "shown": "white" } } }
 *
 * `slides` is by slug, as in the manifest. Numbers in `points` come in threes: x and y in px of the deck's stage (from its
 * left upper corner, whatever the script), then pressure from 0 to 1. `runtime/lecture/ink/stroke.ts` says what a stroke
 * looks like (`outline`), `runtime/styles/strokes.css` its colour by number. The print page draws strokes by
 * `runtime/print/draw-ink.ts`, also when it is told to (`shared/print.ts`).
 */

export const INK_FORMAT = 'lectern-ink'

/** Raised when what was written before could be misread; a reader refuses a number it does not know. */
export const INK_VERSION = 1

/** Id of the element of a print page that holds the strokes to draw, by slug. */
export const INK_ID = 'lectern-ink'

/** How many colours there are. */
export const INK_COLOURS = 5

export interface Stroke {
  tool: 'pen' | 'marker'
  /** 1 to `INK_COLOURS`. */
  colour: number
  /** x, y and pressure (0 to 1), again and again. */
  points: number[]
  /** A stylus told the pressure; else it is guessed from the speed. */
  pressed?: true
}

/** What is drawn on one slide, and on the board before it. */
export interface SlideInk {
  slide: readonly Stroke[]
  board: readonly Stroke[]
  /** The board that covered the slide last; what is drawn on one is drawn on the other. */
  shown?: BoardColour
}

export type BoardColour = 'white' | 'black'

export interface InkFile {
  format: typeof INK_FORMAT
  version: typeof INK_VERSION
  /** Name of the deck, as in `dist/NAME/`. */
  deck: string
  /** By slug; a slug that the deck has no more is kept all the same. */
  slides: Record<string, SlideInk>
}

/** Why a file is not read: it is no JSON, it is something else, or a later version of Lectern wrote it. */
export type InkFault = 'no-json' | 'no-ink' | 'other-version'

/** Reads a file of strokes. `unread` names the slides whose strokes are damaged; all others are given. */
export function readInkFile(text: string): { file: InkFile; unread: string[] } | InkFault {
  let value: Partial<InkFile> | null
  try {
    value = JSON.parse(text) as Partial<InkFile> | null
  } catch {
    return 'no-json'
  }
  if (value?.format !== INK_FORMAT || typeof value.slides !== 'object' || !value.slides) return 'no-ink'
  if (value.version !== INK_VERSION) return 'other-version'
  const slides: Record<string, SlideInk> = {}
  const unread: string[] = []
  for (const [slug, kept] of Object.entries(value.slides)) {
    const ink = readInk(kept)
    if (ink) slides[slug] = ink
    else unread.push(slug)
  }
  const deck = typeof value.deck === 'string' ? value.deck : ''
  return { file: { format: INK_FORMAT, version: INK_VERSION, deck, slides }, unread }
}

/** Reads what was kept of one slide; undefined where it is something else. */
export function readInk(value: unknown): SlideInk | undefined {
  const { slide, board, shown } = (value ?? {}) as Record<string, unknown>
  if (!isStrokes(slide) || !isStrokes(board)) return undefined
  return { slide, board, ...((shown === 'white' || shown === 'black') && { shown }) }
}

function isStrokes(value: unknown): value is Stroke[] {
  return Array.isArray(value) && value.every(isStroke)
}

function isStroke(value: unknown): value is Stroke {
  const { tool, colour, points } = (value ?? {}) as Partial<Stroke>
  return (
    (tool === 'pen' || tool === 'marker') &&
    Number.isInteger(colour) &&
    Array.isArray(points) &&
    points.length > 0 &&
    points.length % 3 === 0 &&
    points.every((number) => Number.isFinite(number))
  )
}
