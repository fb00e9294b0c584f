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

/** `classes` of a tag without any. */
export const NO_CLASSES = '  '

const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[^]*?-->/g
const ATTRIBUTE = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
const FORMULA = '<span class="katex"><span class="katex-mathml">'
const MATHML_END = '</math></span>'

/** Formulas that have been read, by their HTML: a deck says most of its symbols many times. */
export type Formulas = Map<string, Tag>

/** The tree of `html`, without MathML and without what drawings hold. Trees share the tags of the same formula. */
export function readHtml(html: string, formulas: Formulas = new Map()): Tag {
  const root = tagOf('root', '')
  const open: Tag[] = [root]
  let inner = root.children
  let at = 0
  const text = (to: number) => {
    if (to > at) inner.push(decode(html.slice(at, to)))
  }
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(html); match; match = TOKEN.exec(html)) {
    text(match.index)
    at = TOKEN.lastIndex
    const [, close, written, rest = ''] = match
    if (written === undefined) continue
    const name = written.toLowerCase()
    if (close) {
      const index = open.findLastIndex((tag) => tag.name === name)
      if (index > 0) open.length = index
      inner = open.at(-1)!.children
      continue
    }
    const end = name === 'span' ? endOfFormula(html, match.index) : -1
    if (end >= 0) {
      inner.push(formulaOf(html.slice(match.index, end), formulas))
      at = TOKEN.lastIndex = end
      continue
    }
    const tag = tagOf(name, rest)
    inner.push(tag)
    if (rest.endsWith('/')) continue
    const drawn = name === 'svg' ? html.indexOf('</svg>', at) : -1
    if (drawn >= 0) at = TOKEN.lastIndex = drawn + '</svg>'.length
    else if (!VOID_ELEMENTS.has(name)) {
      open.push(tag)
      inner = tag.children
    }
  }
  text(html.length)
  return root
}

/** Where the formula of KaTeX that begins at `from` ends: with the span in which it stands; -1 where there is none. */
function endOfFormula(html: string, from: number): number {
  if (!html.startsWith(FORMULA, from)) return -1
  const shown = html.indexOf(MATHML_END, from)
  if (shown < 0) return -1
  let at = shown + MATHML_END.length
  let open = html.indexOf('<span', at)
  for (let depth = 1; depth > 0;) {
    const close = html.indexOf('</span>', at)
    if (close < 0) return -1
    for (; open >= 0 && open < close; open = html.indexOf('<span', open + 1)) depth++
    depth--
    at = close + '</span>'.length
  }
  return at
}

function formulaOf(html: string, formulas: Formulas): Tag {
  let tag = formulas.get(html)
  if (!tag) {
    tag = tagOf('span', ' class="katex"')
    tag.children = readHtml(
      html.slice(html.indexOf(MATHML_END) + MATHML_END.length, -'</span>'.length),
    ).children
    formulas.set(html, tag)
  }
  return tag
}

function tagOf(name: string, written: string): Tag {
  const attributes: Record<string, string> = {}
  if (written !== '') {
    ATTRIBUTE.lastIndex = 0
    for (let match = ATTRIBUTE.exec(written); match; match = ATTRIBUTE.exec(written))
      attributes[match[1]!.toLowerCase()] = decode(match[2] ?? match[3] ?? match[4] ?? '')
  }
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
