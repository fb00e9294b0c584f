/** HTML boiled down to what a reader of two pieces would call the same. */
import { raw } from 'hast-util-raw'
import type { Element, Nodes } from 'hast'

/** What Lectern adds to an element without changing what it says: places, roles, looks. */
const added = new Set(['id', 'className', 'rel', 'target', 'role', 'dir', 'tabIndex', 'loading', 'decoding'])
const inline = new Set(
  'a abbr b br code del em i img input kbd mark s small span strong sub sup u'.split(' '),
)

/**
 * Parses HTML as a browser would and writes it down one way: attributes sorted, those that Lectern adds left out,
 * white space collapsed outside `<pre>` and dropped beside blocks, comments dropped since a deck shows none.
 */
export function normalHtml(html: string): string {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] })
  return write(tree, false).replace(/\n+/g, '\n').trim()
}

function write(node: Nodes, verbatim: boolean): string {
  if (node.type === 'text') return escape(verbatim ? node.value : node.value.replace(/\s+/g, ' '))
  if (node.type === 'root') return children(node.children, verbatim)
  if (node.type !== 'element') return ''
  const inside = children(node.children, verbatim || node.tagName === 'pre')
  const whole = `<${node.tagName}${attributes(node)}>${trimmed(node, inside)}</${node.tagName}>`
  return inline.has(node.tagName) ? whole : `\n${whole}\n`
}

function children(nodes: Nodes[], verbatim: boolean): string {
  const joined = nodes.map((node) => write(node, verbatim)).join('')
  return verbatim ? joined : joined.replace(/ *\n */g, '\n')
}

function trimmed(node: Element, inside: string): string {
  return node.tagName === 'pre' || inline.has(node.tagName) ? inside : inside.trim()
}

function attributes({ properties }: Element): string {
  return Object.entries(properties)
    .filter(
      ([name, value]) => !added.has(name) && !name.startsWith('data') && value != null && value !== false,
    )
    .map(
      ([name, value]) => ` ${name}=${JSON.stringify(Array.isArray(value) ? value.join(' ') : String(value))}`,
    )
    .toSorted()
    .join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
