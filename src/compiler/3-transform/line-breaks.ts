/** Line ends of the source inside Chinese and Japanese text: no spaces, as these scripts have none. */
import type { PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Node } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/** Han, kana, Bopomofo and their full-width signs; Hangul parts words by spaces. */
const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6`
/** Signs that bring their own space: none is wanted beside them, whatever stands on the other side. */
const signs = String.raw`\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF60`
/** Signs that Chinese and Japanese share with Latin text. */
const shared = String.raw`“”‘’…—·`

const WIDE_END = new RegExp(`[${wide}]$`, 'u')
const WIDE_START = new RegExp(`^[${wide}]`, 'u')
const SIGN_END = new RegExp(`[${signs}]$`, 'u')
const SIGN_START = new RegExp(`^[${signs}]`, 'u')
const SHARED_END = new RegExp(`[${shared}]$`, 'u')
const SHARED_START = new RegExp(`^[${shared}]`, 'u')

/** Joins lines where both sides are written without spaces. Everything else keeps its space. */
export function lineBreaks(deck: Deck, { facts }: Context): void {
  const east = /^(?:zh|ja|yue|wuu|lzh)\b/i.test(facts.lang)
  for (const slide of slidesOf(deck)) for (const node of [slide, ...slide.notes]) join(node, east)
}

function join(parent: Node, east: boolean): void {
  for (const key of ['children', 'title', 'caption'] as const) {
    const list = (parent as Partial<Record<typeof key, RootContent[]>>)[key]
    if (!Array.isArray(list)) continue
    for (const [index, node] of list.entries()) {
      if (node.type === 'text') node.value = joined(node.value, list, index, east)
      else join(node, east)
    }
  }
}

function joined(value: string, siblings: readonly RootContent[], index: number, east: boolean): string {
  if (!value.includes('\n')) return value
  return value.replace(/[ \t]*\n[ \t]*/g, (gap, offset: number) => {
    const before = value.slice(0, offset) || textOf(siblings[index - 1])
    const after = value.slice(offset + gap.length) || textOf(siblings[index + 1])
    return closes(before.slice(-2), after.slice(0, 2), east) ? '' : gap
  })
}

/** Whether two lines belong together without a space. */
function closes(before: string, after: string, east: boolean): boolean {
  if (SIGN_END.test(before) || SIGN_START.test(after)) return after !== '' && before !== ''
  const [end, start] = [WIDE_END.test(before), WIDE_START.test(after)]
  if (end && start) return true
  return east && ((end && SHARED_START.test(after)) || (start && SHARED_END.test(before)))
}

/** What a neighbour in the line shows; a formula or an image is no text. */
function textOf(node: RootContent | undefined): string {
  return node && node.type !== 'inlineMath' && node.type !== 'image' ? toString(node as PhrasingContent) : ''
}
