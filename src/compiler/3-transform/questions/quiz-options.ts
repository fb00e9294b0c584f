/** What can be wrong with the options of a quiz. */
import { toString } from 'mdast-util-to-string'
import type { List, ListItem, RootContent } from 'mdast'
import type { Context } from '../../context.ts'

/** A list with a box before one of its items. */
export function isOptionList(node: RootContent): node is List {
  return node.type === 'list' && node.children.some((item) => hasBox(item) || isEmptyBox(item))
}

/** Reports `quiz-answer` where none is right, and `quiz-option` for single ones that cannot be chosen. */
export function checkOptions(list: List, right: number, context: Context): void {
  if (!isOptionList(list)) {
    context.report('quiz-answer', list, 'The options of this quiz have no boxes', {
      fix: 'Write `- [ ]` before each option and `- [x]` before the right one.',
    })
    return
  }
  if (right === 0) context.report('quiz-answer', list, 'None of these options is marked as right')
  if (list.children.length === 1)
    context.report('quiz-option', list, 'This is the only option', { fix: 'Add options that are wrong.' })
  const seen = new Set<string>()
  for (const item of list.children) {
    const text = toString(item.children[0]).replace(/\s+/g, ' ').trim()
    if (isEmptyBox(item)) context.report('quiz-option', item, 'This option is empty')
    else if (!hasBox(item))
      context.report('quiz-option', item, `The option “${text}” has no box`, {
        fix: 'Write `- [ ]` before it, or `- [x]` where it is right.',
      })
    else if (text !== '' && seen.has(text))
      context.report('quiz-option', item, `The option “${text}” stands here twice`)
    seen.add(text)
  }
}

function hasBox(item: ListItem): boolean {
  return typeof item.checked === 'boolean'
}

/** GFM reads a box without words after it as words. */
function isEmptyBox(item: ListItem): boolean {
  return !hasBox(item) && /^\[[ xX]?\]$/.test(toString(item.children[0]).trim())
}
