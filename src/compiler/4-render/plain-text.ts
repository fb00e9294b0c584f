/** What a slide says, as plain text: for titles, search, reading time and tests. */
import type { Element, Nodes } from 'hast'

const blocks = new Set([
  'p',
  'li',
  'div',
  'td',
  'th',
  'tr',
  'pre',
  'blockquote',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'br',
  'dt',
  'dd',
])

/** Text of the tree with one space between blocks. */
export function plainText(tree: Nodes): string {
  const parts: string[] = []
  collect(tree, parts)
  return parts.join('').replace(/\s+/g, ' ')
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  else if ('children' in node) {
    if (node.type === 'element' && isAside(node)) return
    for (const child of node.children) collect(child, parts)
    if (node.type === 'element' && blocks.has(node.tagName)) parts.push(' ')
  }
}

/**
 * A card says what stands elsewhere, too: in the list of works, under the figure, in the glossary. The numbers behind a
 * drawing are nothing to search for.
 */
function isAside({ properties }: Element): boolean {
  const names = properties.className
  return (
    Array.isArray(names) &&
    names.some((name) => name === 'hover-card' || name === 'figure-data' || name === 'furniture')
  )
}

const ANNOTATION = /<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>/
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  '#x3C': '<',
  '#x26': '&',
}

/** Text of HTML that we made: the TeX of a formula, the title and labels of a drawing, else what stands between the tags. */
export function textOfHtml(html: string): string {
  // What turns a figure says nothing by itself.
  if (html.startsWith('<div class="figure-controls"')) return ''
  const formula = ANNOTATION.exec(html)
  const text = formula ? (formula[1] as string) : textOf(html)
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

function textOf(html: string): string {
  const words = html.startsWith('<svg')
    ? html.replace(/<style\b[^]*?<\/style>|<\/(?:text|title)>/g, ' ')
    : html
  return words.replace(/<[^>]*>/g, '')
}
