/**
 * Joins pieces of plain text while they are read. micromark reads a new piece at each sign that might have begun
 * something, and joins them at the end of a paragraph, where each join moves all that follows: work that grows with the
 * square of the paragraph.
 */
import type { Construct, Extension, Token, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

/** Where a piece may end: at line ends, at the signs of constructs, and at what an address may begin with. */
const SIGNS = [
  -5,
  -4,
  -3,
  ...[...'!$&*<=[\\]_`{~+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((sign) =>
    sign.charCodeAt(0),
  ),
]

const join: Construct = {
  name: 'joinText',
  // Asked at each such sign in plain text, when nothing is being tried; the answer is always no.
  previous() {
    joinLast(this)
    return false
  },
  tokenize: (_effects, _ok, nok) => nok,
}

/** Noted on a piece up to which the syntax of literal addresses has looked for brackets. */
const WALKED = '_gfmAutolinkLiteralWalkedInto'
type Walked = Token & { [WALKED]?: boolean }

/** Joins the piece that is being read with those right before it. */
function joinLast({ events }: TokenizeContext): void {
  const last = events.length - 1
  const open: Walked | undefined = events[last]?.[1]
  if (open?.type !== 'data' || events[last]![0] !== 'enter') return
  let first = last
  while (first >= 2 && events[first - 1]![1].type === 'data') {
    first -= 2
    const piece: Walked = events[first]![1]
    open.start = piece.start
    if (piece[WALKED]) open[WALKED] = true
  }
  events.splice(first, last - first)
}

/** Must be the last, so that it is asked first. */
export function remarkMergeText(this: Processor): void {
  const text: Extension['text'] = Object.fromEntries(SIGNS.map((sign) => [sign, join]))
  addExtension(this, { text })
}
