/** An item of a list as GFM has it; the box of a task says in words whether it is done. */
import type { Element } from 'hast'
import type { List, ListItem, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { interfaceWord } from '../../interface-words.ts'
import { contextOf } from '../state.ts'

/** `- [x] text` yields `<li class="task-list-item"><input type="checkbox" checked disabled aria-label="done"> text</li>`. */
export function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  const item = defaultHandlers.listItem(state, node, parent?.type === 'list' ? spacingOf(parent) : parent)
  if (typeof node.checked !== 'boolean') return item
  const label = interfaceWord(node.checked ? 'done' : 'open', contextOf(state).facts.lang)
  visit(item, 'element', (element) => {
    if (element.tagName !== 'input') return true
    element.properties.ariaLabel ??= label
    return false
  })
  return item
}

const spacings = new WeakMap<List, List>()

/** What the handler asks the list of each item: whether any item is spaced. Looked up once, not by every item anew. */
function spacingOf(list: List): List {
  let known = spacings.get(list)
  if (!known) {
    const spread = list.spread || list.children.some((item) => item.spread ?? item.children.length > 1)
    spacings.set(list, (known = { ...list, spread, children: [] }))
  }
  return known
}
