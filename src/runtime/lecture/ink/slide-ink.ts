/** What shows of the ink of one slide: the slide's own strokes, or those of the board before it. */
import type { SlideInk, Stroke } from '../../../shared/ink.ts'

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
