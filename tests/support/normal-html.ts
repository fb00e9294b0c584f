/** HTML boiled down to what a reader of two pieces would call the same. */
import { raw } from 'hast-util-raw'
import type { Element, Nodes } from 'hast'

/** What Lectern adds to an element without changing what it says: places, roles, names, looks. */
const added = new Set('id className rel target role ariaLabel dir tabIndex loading decoding'.split(' '))
const inline = new Set(
  'a abbr b br code del em i img input kbd mark s small span strong sub sup u'.split(' '),
)

/**
 * Parses HTML as a browser would and writes it down one way: attributes sorted, those that Lectern adds left out,
 * white space collapsed outside `<pre>` and dropped beside blocks, comments dropped since a deck shows none. Code is
 * its text alone, without the elements of its lines and words; boxes around code and tables go.
 */
export function normalHtml(html: string): string {
  return write(raw({ type: 'root', children: [{ type: 'raw', value: html }] }))
    .replace(/\n+/g, '\n')
    .trim()
}

function write(node: Nodes): string {
  if (node.type === 'text') return escape(node.value.replace(/\s+/g, ' '))
  if (node.type === 'root') return children(node.children)
  if (node.type !== 'element') return ''
  const content = boxed(node)
  if (content) return write(content)
  // As JSON, so that its line ends and spaces are no white space of ours.
  if (node.tagName === 'pre') return `\n<pre>${JSON.stringify(escape(codeOf(node)))}</pre>\n`
  const inside = children(node.children)
  const isInline = inline.has(node.tagName)
  const whole = `<${node.tagName}${attributes(node)}>${isInline ? inside : inside.trim()}</${node.tagName}>`
  return isInline ? whole : `\n${whole}\n`
}

function children(nodes: Nodes[]): string {
  const joined = nodes.map((node) => write(node)).join('')
  return joined
    .replace(/ *\n */g, '\n')
    .replace(/<pre>.*?<\/pre>| {2,}/g, (found) => found.replace(/^ +$/, ' '))
}

/** The code or table of a box that is there for its looks. */
function boxed({ tagName, properties, children: nodes }: Element): Element | undefined {
  if (tagName !== 'div' || !properties.className) return undefined
  const elements = nodes.filter((child) => child.type === 'element')
  const [only] = elements
  return elements.length === 1 && (only?.tagName === 'pre' || only?.tagName === 'table') ? only : undefined
}

function codeOf(node: Element): string {
  return textOf(node).replace(/\n+$/, '')
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
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
