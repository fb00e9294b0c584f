/** Reads HTML that the compiler has made: well-formed, one root for nothing. Far cheaper than a parser for any HTML. */
import { VOID_ELEMENTS } from '../../shared/void-elements.ts'

export interface Tag {
  name: string
  /** Class names, each between spaces. */
  classes: string
  attributes: Readonly<Record<string, string>>
  children: (Tag | string)[]
  /** The declarations of its `style`, once somebody has asked. */
  styles?: ReadonlyMap<string, string>
}

const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[^]*?-->/g
const ATTRIBUTE = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
const MATHML = '<span class="katex-mathml">'

/** The tree of `html`, without MathML and without what drawings hold. */
export function readHtml(html: string): Tag {
  const root = tagOf('root', '')
  const open: Tag[] = [root]
  const text = (from: number, to: number) => {
    if (to > from) open.at(-1)!.children.push(decode(html.slice(from, to)))
  }
  let at = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(html); match; match = TOKEN.exec(html)) {
    text(at, match.index)
    at = TOKEN.lastIndex
    const [all, close, written, rest = ''] = match
    if (written === undefined) continue
    const name = written.toLowerCase()
    if (close) {
      const index = open.findLastIndex((tag) => tag.name === name)
      if (index > 0) open.length = index
      continue
    }
    const tag = tagOf(name, rest)
    open.at(-1)!.children.push(tag)
    const skipped = all === MATHML ? '</math></span>' : name === 'svg' ? '</svg>' : undefined
    const end = skipped && !rest.endsWith('/') ? html.indexOf(skipped, at) : -1
    if (end >= 0) at = TOKEN.lastIndex = end + skipped!.length
    else if (!VOID_ELEMENTS.has(name) && !rest.endsWith('/')) open.push(tag)
  }
  text(at, html.length)
  return root
}

function tagOf(name: string, written: string): Tag {
  const attributes: Record<string, string> = {}
  if (written !== '')
    for (const [, key, double, single, bare] of written.matchAll(ATTRIBUTE))
      attributes[key!.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  return { name, classes: ` ${attributes.class ?? ''} `, attributes, children: [] }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? all
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

export function has(tag: Tag, name: string): boolean {
  return tag.classes.includes(` ${name} `)
}

/** A declaration of the tag's own `style`. */
export function styleOf(tag: Tag, property: string): string | undefined {
  const { style } = tag.attributes
  if (style === undefined) return undefined
  // A formula is hundreds of tags with a style, each asked for several properties.
  tag.styles ??= declarationsIn(style)
  return tag.styles.get(property)
}

function declarationsIn(style: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (colon > 0 && value !== '' && !found.has(name)) found.set(name, value)
  }
  return found
}

export function elements(tag: Tag): Tag[] {
  return tag.children.filter((child): child is Tag => typeof child !== 'string')
}

export function textOf(tag: Tag): string {
  return tag.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
