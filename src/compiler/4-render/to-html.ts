/** A slide's tree as text, in which nothing that an author wrote can be taken for a tag or a mark. */
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'

/** Stand for `<` and `>` in the value of an attribute until the tree is text. */
const LESS = '\uFDE0'
const MORE = '\uFDE1'

/**
 * Writes the tree. In attributes, `<` and `>` are written as references: HTML does without, but whoever looks for tags
 * in the text would find them there. The compiler's marks go out of attributes, and out of text those that only the
 * pages use.
 */
export function slideHtml(tree: Root): string {
  settle(tree)
  const html = toHtml(tree, { allowDangerousHtml: false })
  return html.replaceAll(LESS, '&lt;').replaceAll(MORE, '&gt;')
}

function settle(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = child.value.replace(/[\uFDD3-\uFDEF]/g, '\uFFFD')
    if (child.type !== 'element') continue
    const { properties } = child
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') properties[name] = settled(value)
      else if (Array.isArray(value))
        properties[name] = value.map((item) => (typeof item === 'string' ? settled(item) : item))
    }
    settle(child)
  }
}

function settled(value: string): string {
  return value
    .replace(/[\uFDD1-\uFDEF]/g, '\uFFFD')
    .replaceAll('<', LESS)
    .replaceAll('>', MORE)
}
