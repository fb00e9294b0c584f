import type { Element } from 'hast'
import { toString } from 'mdast-util-to-string'
import type { Emphasis } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Mark } from '../../deck.ts'

/** Scripts that stress words by dots beside them. */
const DOTTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Scripts without an italic of their own. */
const UPRIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}]/u

/** `*word*`: `<em>`, with a class where the script knows no italics, so that it is not slanted by force. */
export function emphasis(state: State, node: Emphasis): Element {
  const text = toString(node)
  const name = DOTTED.test(text) ? 'dotted' : UPRIGHT.test(text) ? 'upright' : undefined
  return element(state, node, 'em', name)
}

/** `==words==`: `<mark>`. */
export function mark(state: State, node: Mark): Element {
  return element(state, node, 'mark')
}

function element(state: State, node: Emphasis | Mark, tagName: string, className?: string): Element {
  const made: Element = {
    type: 'element',
    tagName,
    properties: className ? { className: [className] } : {},
    children: state.all(node as never),
  }
  state.patch(node as never, made)
  return state.applyData(node as never, made) as Element
}
