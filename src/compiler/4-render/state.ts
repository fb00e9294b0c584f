/** How a handler reaches the compiler's context. */
import type { State } from 'mdast-util-to-hast'
import type { Context } from '../context.ts'

/** The context of the deck that is being rendered. */
export function contextOf(state: State): Context {
  return (state.options as { lectern?: Context }).lectern as Context
}
