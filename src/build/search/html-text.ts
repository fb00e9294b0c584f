/** The words of compiled HTML as a reader meets them, and the LaTeX of its formulas. */
import { VOID_ELEMENTS } from '../../shared/void-elements.ts'

export interface HtmlText {
  text: string
  tex: string[]
}

/** What nobody reads in running text: cards, markers, the numbers behind a drawing, styles. */
const SKIPPED = /\b(?:hover-card|step-marker|figure-data|katex|quiz-mark|furniture|figure-controls)\b/
const SKIPPED_TAGS = new Set(['script', 'style', 'template'])
/** Tags inside a word. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'tspan',
  'wbr',
  'dfn',
  'cite',
])

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Reads HTML that the compiler made, so its tags are closed and its attributes quoted. */
export function htmlText(html: string): HtmlText {
  let text = ''
  const tex: string[] = []
  /** Depth at which skipping began; 0 where nothing is skipped. */
  let skipping = 0
  let hidden = false
  let depth = 0
  let inTex = false
  for (const [token, close, name, rest] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|[^<]+|</g,
  )) {
    if (name === undefined) {
      if (inTex) tex[tex.length - 1] += decode(token)
      else if (!skipping) text += decode(token)
      continue
    }
    const tag = name.toLowerCase()
    if (close) {
      if (tag === 'annotation') inTex = false
      if (skipping === depth) {
        skipping = 0
        hidden = false
      }
      depth--
    } else if (!VOID_ELEMENTS.has(tag) && !rest!.endsWith('/')) {
      depth++
      if (tag === 'annotation' && !hidden && rest!.includes('application/x-tex')) {
        inTex = true
        tex.push('')
      } else if (!skipping && isSkipped(tag, rest!)) {
        skipping = depth
        // A formula is left out of the text, but its LaTeX counts.
        hidden = !/\bkatex\b/.test(classOf(rest!))
      }
    }
    if (!skipping && !INLINE.has(tag)) text += ' '
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    tex: [...new Set(tex.map((source) => source.trim()))].filter(Boolean),
  }
}

/** Of a road that is called up again only the stop that it is about. */
function isSkipped(tag: string, attributes: string): boolean {
  return (
    SKIPPED_TAGS.has(tag) ||
    SKIPPED.test(classOf(attributes)) ||
    /\bdata-state="(?:past|ahead)"/.test(attributes)
  )
}

function classOf(attributes: string): string {
  return /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? ''
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
