/** Makes an SVG document fit to stand inside a slide. */

/** Stands for the index of a step of the rank in the middle until the slide's steps are counted. */
export const STEP_MARK = /"step:(\d+)"/g

export interface InlineSvg {
  html: string
  /** How many steps it has. */
  steps: number
}

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<![^>]*>|<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/g
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g
const DROPPED = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed'])
/** What a tag may hold that cannot stay as it is written. */
const TELLING = /[\s/"'](?:id|on\w+|data-step|xmlns:\w+|(?:xlink:)?href|aria-\w+)\s*=|url\(|attributeName|\\/i
/** Lists of ids. */
const ID_LISTS = new Set([
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
])

interface Tag {
  name: string
  /** As written. */
  source: string
  open: boolean
  close: boolean
}

/**
 * The one `<svg>` of `source` as inline HTML, or undefined where there is none with a shape: without prolog, comments,
 * scripts, event handlers and its own size; each id and each reference to one begins with `prefix`, so that no two
 * drawings of a page meet; `data-step` has become a fragment with a `STEP_MARK` for its index (with `steps: false`,
 * nothing). `title` names the drawing, `about` are attributes of the `<svg>` itself.
 */
export function inlineSvg(
  source: string,
  options: { prefix: string; title: string; about?: Record<string, string>; steps?: boolean },
): InlineSvg | undefined {
  const start = source.search(/<svg[\s>/]/i)
  const end = source.toLowerCase().lastIndexOf('</svg>')
  if (start < 0 || end < start) return undefined
  // Marks of the compiler have no place in a drawing.
  const text = source.slice(start, end + 6).replace(/[\uFDD0-\uFDD2]/g, '')
  const ranks = options.steps === false ? [] : stepsOf(text)
  const writer = new Writer(text, options.prefix, ranks)
  const html = writer.write(options.title, options.about ?? {})
  return html === undefined ? undefined : { html, steps: ranks.length }
}

/** The numbers of all steps in their order; the rank of a step is its place among them. */
function stepsOf(text: string): number[] {
  const found = [...text.matchAll(/\sdata-step\s*=\s*["']?(\d+)/g)].map((match) => Number(match[1]))
  return [...new Set(found)].sort((a, b) => a - b)
}

class Writer {
  readonly #text: string
  readonly #prefix: string
  readonly #ranks: readonly number[]
  readonly #ids: ReadonlySet<string>

  constructor(text: string, prefix: string, ranks: readonly number[]) {
    this.#text = text
    this.#prefix = prefix
    this.#ranks = ranks
    this.#ids = new Set(
      [...text.matchAll(/\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((id) => id[1] ?? id[2] ?? ''),
    )
  }

  write(title: string, about: Record<string, string>): string | undefined {
    const parts: string[] = []
    const stack: { name: string; wrapped: boolean }[] = []
    let at = 0
    /** The dropped element that we are in, or the root's own title. */
    let dropping: string | undefined
    const put = (piece: string): void => {
      if (dropping === undefined) parts.push(piece)
    }
    for (const match of this.#text.matchAll(TOKEN)) {
      const [whole, data] = match
      const between = this.#text.slice(at, match.index)
      const inStyle = stack.at(-1)?.name === 'style'
      put(inStyle ? this.#styles(between) : between.replace(/</g, '&lt;'))
      at = match.index + whole.length
      if (data !== undefined) put(inStyle ? this.#styles(data) : escape(data))
      if (!/^<\/?[A-Za-z]/.test(whole)) continue
      const tag = readTag(whole)
      const name = tag.name.toLowerCase()
      if (dropping !== undefined) {
        if (name === dropping && tag.close && !tag.open) dropping = undefined
        continue
      }
      if (tag.open && (DROPPED.has(name) || (name === 'title' && stack.length === 1))) {
        if (!tag.close) dropping = name
        continue
      }
      if (stack.length === 0 && tag.open) {
        const attributes = attributesOf(tag)
        if (!this.#root(attributes, about)) return undefined
        put(this.#write(tag, attributes).html)
        put(`<title id="${this.#prefix}title">${escape(title)}</title>`)
        stack.push({ name, wrapped: false })
      } else if (tag.open) {
        const { html, wrapped } = this.#open(tag)
        put(html)
        if (!tag.close) stack.push({ name, wrapped })
        else if (wrapped) put('</g>')
      } else {
        put(`</${tag.name}>`)
        if (stack.pop()?.wrapped) put('</g>')
      }
    }
    return parts.join('').trim()
  }

  /** The drawing takes its size from the slide: only its shape is its own. */
  #root(attributes: Map<string, string>, about: Record<string, string>): boolean {
    const [width, height] = [attributes.get('width'), attributes.get('height')].map((value) =>
      Number.parseFloat(value ?? ''),
    )
    if (!attributes.has('viewBox')) {
      if (!width || !height) return false
      attributes.set('viewBox', `0 0 ${width} ${height}`)
    }
    for (const name of [
      'width',
      'height',
      'xmlns',
      'role',
      'aria-label',
      'aria-labelledby',
      'aria-describedby',
    ])
      attributes.delete(name)
    for (const [name, value] of Object.entries(about)) attributes.set(name, value)
    return true
  }

  #open(tag: Tag): { html: string; wrapped: boolean } {
    if (!TELLING.test(tag.source)) return { html: tag.source, wrapped: false }
    const attributes = attributesOf(tag)
    return this.#write(tag, attributes)
  }

  #write(tag: Tag, attributes: Map<string, string>): { html: string; wrapped: boolean } {
    for (const name of attributes.keys()) {
      const animated = name.toLowerCase() === 'attributename' && /href|^on/i.test(attributes.get(name)!)
      if (/^on/i.test(name) || name.startsWith('xmlns:') || animated) attributes.delete(name)
      else attributes.set(name, this.#value(name, attributes.get(name)!))
    }
    const rank = this.#ranks.indexOf(Number(attributes.get('data-step') || Number.NaN))
    const html = (list: Map<string, string>): string =>
      `<${tag.name}${[...list].map(([name, value]) => ` ${name}="${value}"`).join('')}${tag.close ? '/' : ''}>`
    if (rank < 0) return { html: html(attributes), wrapped: false }
    const names = `fragment ${attributes.get('class') ?? ''}`.trim()
    const step = {
      class: names,
      'data-step': attributes.get('data-step')!,
      'data-fragment-index': `step:${rank}`,
    }
    if (!attributes.has('transform'))
      return { html: html(new Map([...attributes, ...Object.entries(step)])), wrapped: false }
    // An effect moves by style, which would take the place of the attribute.
    for (const name of ['class', 'data-step']) attributes.delete(name)
    const outer = Object.entries(step).map(([name, value]) => ` ${name}="${value}"`)
    return { html: `<g${outer.join('')}>${html(attributes)}`, wrapped: true }
  }

  #value(name: string, value: string): string {
    if (name === 'id') return this.#prefix + value
    if (ID_LISTS.has(name)) return value.replace(/\S+/g, (id) => (this.#ids.has(id) ? this.#prefix + id : id))
    if (name === 'href' || name === 'xlink:href') {
      if (!isHarmless(value)) return '#'
      return value.startsWith('#') ? `#${this.#prefix}${value.slice(1)}` : value
    }
    // An escape of CSS hides an address as well as a letter.
    return /^(?:aria|data)-/.test(name) ? value : withoutForeign(this.#urls(value.replaceAll('\\', '')))
  }

  #urls(value: string): string {
    return value.replace(
      /url\(\s*(["']|&quot;)?#([^)"'&]+)\1\s*\)/g,
      (_, _quote, id: string) => `url(#${this.#prefix}${id})`,
    )
  }

  /** Rules of a drawing hold in it alone: nested under its own id. */
  #styles(css: string): string {
    if (css.trim() === '') return css
    const named = this.#urls(css).replace(/#([\w-]+)(?=[^{}]*\{)/g, (whole, id: string) =>
      this.#ids.has(id) ? `#${this.#prefix}${id}` : whole,
    )
    return `#${this.#prefix}svg{${named}}`
  }
}

/** Addresses that run nothing, however they are spelled. */
function isHarmless(value: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const plain = value.replace(/&(?:tab|newline);|[\u0000-\u0020\u007F-\u00A0]/gi, '')
  if (/&(?:#|colon;)/i.test(plain)) return false
  return /^(?:https?:|mailto:|data:image\/(?!svg))/i.test(plain) || !/^[^/?#]*:/.test(plain)
}

/** A drawing is painted with what it has: `url(…)` of another address asks for something. */
function withoutForeign(value: string): string {
  return value.replace(/url\(\s*(?!["']?#|&quot;#|["']?data:image\/)[^)]*\)?/gi, 'none')
}

function readTag(source: string): Tag {
  const closing = source.startsWith('</')
  const name = /^[^\s/>]+/.exec(source.slice(closing ? 2 : 1))![0]
  return { name, source, open: !closing, close: closing || source.endsWith('/>') }
}

function attributesOf({ name, source }: Tag): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, key = '', value = '""'] of source.slice(name.length + 1, -1).matchAll(ATTRIBUTE)) {
    const bare = /^["']/.test(value) ? value.slice(1, -1) : value
    attributes.set(key, bare.replace(/"/g, '&quot;').replace(/</g, '&lt;'))
  }
  return attributes
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
