/** What is drawn on one slide, and on the board before it. */
import { isStroke, type Stroke } from './stroke.ts'

export interface SlideInk {
  slide: readonly Stroke[]
  board: readonly Stroke[]
  /** The board that covers the slide. */
  shown?: BoardColour
}

export type BoardColour = 'white' | 'black'

export const noInk: SlideInk = { slide: [], board: [] }

/** The strokes that show: those of the board where it covers the slide. */
export function strokesOf(ink: SlideInk): readonly Stroke[] {
  return ink.shown ? ink.board : ink.slide
}

/** The same with other strokes where they show. */
export function withStrokes(ink: SlideInk, strokes: readonly Stroke[]): SlideInk {
  return ink.shown ? { ...ink, board: strokes } : { ...ink, slide: strokes }
}

export function isEmpty(ink: SlideInk): boolean {
  return ink.slide.length === 0 && ink.board.length === 0 && !ink.shown
}

/** Reads what was kept or loaded; undefined where it is something else. */
export function readInk(value: unknown): SlideInk | undefined {
  const { slide, board, shown } = (value ?? {}) as Record<string, unknown>
  if (!isStrokes(slide) || !isStrokes(board)) return undefined
  return { slide, board, ...((shown === 'white' || shown === 'black') && { shown }) }
}

function isStrokes(value: unknown): value is Stroke[] {
  return Array.isArray(value) && value.every(isStroke)
}
