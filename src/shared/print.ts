/** What the lecture and its print page, in a frame, tell each other when the lecture is printed. */
import type { SlideInk } from './ink.ts'

export type PrintMessage =
  /** To the print page: show these strokes, by slug, and print yourself. */
  | { lectern: 'print'; ink: Record<string, SlideInk> }
  /** From the print page: all is laid out, the browser's dialog comes now. */
  | { lectern: 'printing' }

/** Whether a message of some window is one of these. */
export function isPrintMessage(data: unknown): data is PrintMessage {
  const kind = (data as { lectern?: unknown } | null)?.lectern
  return kind === 'print' || kind === 'printing'
}
