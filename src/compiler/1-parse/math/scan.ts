/**
 * Finds every formula of a source before Markdown is parsed.
 *
 * Plain remark-math takes a line that begins with `$$` for a fence: what follows on the line is dropped and only a
 * line of `$$` alone ends it, so `$$\begin{align}` swallows the rest of a file. Here the end is looked for first
 * (anywhere on a line, never past a slide break), and the tokenizer only asks whether a formula begins where it stands.
 */
import { bracketEnd, dollarPairs, environmentEnd, inlineEnd, isBracketMath, runLength } from './closers.ts'
import { Limits } from './limits.ts'
import { sourceLines, type SourceLine } from './lines.ts'

export interface FoundFormula {
  start: number
  contentStart: number
  contentEnd: number
  end: number
  display: boolean
  /** A block of its own: begins its line and nothing but attributes follows, or it takes several lines. */
  block: boolean
  /** `{#id .class}` after a block's closer, with its braces. */
  attributes?: { start: number; end: number }
}

export interface FoundMath {
  /** By the offset of the opener. */
  formulas: Map<number, FoundFormula>
  /** Offsets of `$$` without an end. */
  unclosed: Set<number>
}

/** Environments that stand for a display formula when they begin a line. */
const environments =
  /\\begin\{((?:equation|align|gather|multline|eqnarray|alignat|flalign|subequations)\*?|aligned|alignedat|gathered|split|multlined|(?:[pbBvV]|small)?matrix\*?|array|[dr]?cases|CD)\}/y
const tag = /<\/?[a-z][\w:-]*(?:\s[^<>]*)?>|<[a-z][a-z0-9+.-]+:[^\s<>]*>/iy
const rawTag = /<(pre|code|kbd|samp|script|style|textarea|svg)\b/iy
const attributeList = /^[^\S\r\n]*(\{\s*(?:[#.][^{}\r\n]*|[\w-]+=[^{}\r\n]*)\})[^\S\r\n]*$/

/** Finds the formulas of a whole Markdown source, in all spellings (see `remarkLecternMath`). */
export function findMath(source: string): FoundMath {
  return new MathScanner(source).scan()
}

class MathScanner {
  private readonly source: string
  private readonly lines: SourceLine[]
  private readonly limits: Limits
  private readonly found: FoundMath = { formulas: new Map(), unclosed: new Set() }
  /** Where each closer was last found, so that looking for one that is not there costs once. */
  private readonly next = new Map<string, { from: number; at: number }>()
  private pairs: { limit: number; places: number[] } = { limit: -1, places: [] }
  /** The line that the scan is on. */
  private index = 0

  constructor(source: string) {
    this.source = source
    this.lines = sourceLines(source)
    this.limits = new Limits(this.lines)
  }

  scan(): FoundMath {
    const { source, lines } = this
    this.index = skipFrontMatter(source, lines)
    let offset = lines[this.index]?.start ?? source.length
    while (this.index < lines.length) {
      const line = lines[this.index]!
      if (line.fence && offset <= line.body) {
        this.index = afterFence(source, lines, this.index)
        offset = lines[this.index]?.start ?? source.length
        continue
      }
      const next = this.scanLine(Math.max(offset, line.body))
      if (next > line.end) {
        while (this.index < lines.length && lines[this.index]!.end < next) this.index++
        offset = next
      } else {
        this.index++
        offset = lines[this.index]?.start ?? source.length
      }
    }
    return this.found
  }

  /** Scans one line; gives an offset after its end where something began that ends on a later line. */
  private scanLine(from: number): number {
    const { end } = this.lines[this.index]!
    let at = from
    while (at < end) {
      const char = this.source[at]
      if (char === '\\') at = this.atBackslash(at)
      else if (char === '`') at = this.afterCode(at)
      else if (char === '<') at = this.afterHtml(at)
      else if (char === '$') at = this.atDollar(at)
      else at++
    }
    return at
  }

  private atDollar(at: number): number {
    const { source, index, limits } = this
    const line = this.lines[index]!
    const size = runLength(source, at)
    if (size > 2) return at + size
    if (size === 1) {
      const row = source[line.body] === '|'
      const end = inlineEnd(source, at, row ? line.end : limits.paragraphEnd(index), row)
      return end === undefined ? at + 1 : this.add([at, at + 1, end, end + 1], false)
    }
    const close =
      at === line.body
        ? this.displayEnd(at, ...limits.blockEnds(index))
        : this.pairsAfter(at, limits.paragraphEnd(index))[0]
    if (close !== undefined) return this.add([at, at + 2, close, close + 2], true)
    this.found.unclosed.add(at)
    return at + 2
  }

  /**
   * The closing `$$` of a block. Past a blank line (`soft`) only when the dollars of the stretch pair up, so that one
   * forgotten closer does not turn all that follows inside out.
   */
  private displayEnd(open: number, soft: number, hard: number): number | undefined {
    const after = this.pairsAfter(open, hard)
    const [close] = after
    return close !== undefined && (close < soft || after.length % 2 === 1) ? close : undefined
  }

  private pairsAfter(open: number, limit: number): number[] {
    const { places } = this.pairs
    if (this.pairs.limit !== limit || open < (places[0] ?? Infinity))
      this.pairs = { limit, places: dollarPairs(this.source, open, limit) }
    // What was passed is not asked for again.
    while ((this.pairs.places[0] ?? Infinity) < open + 2) this.pairs.places.shift()
    return this.pairs.places
  }

  private atBackslash(at: number): number {
    const { source, index, limits } = this
    const own = at === this.lines[index]!.body
    const char = source[at + 1]
    if (char === '(' || char === '[') {
      const closer = char === '(' ? ')' : ']'
      const limit = own && char === '[' ? limits.blockEnds(index)[0] : limits.paragraphEnd(index)
      const close = this.has(`\\${closer}`, at, limit) ? bracketEnd(source, at, closer, limit) : undefined
      if (
        close !== undefined &&
        isBracketMath(source.slice(at + 2, close), char, own, source[close + 2] ?? '')
      )
        return this.add([at, at + 2, close, close + 2], char === '[')
    } else if (own && char === 'b') {
      environments.lastIndex = at
      const name = environments.exec(source)?.[1]
      const limit = limits.blockEnds(index)[0]
      if (name === undefined || !this.has(`\\end{${name}}`, at, limit)) return at + 2
      const end = environmentEnd(source, at, name, limit)
      if (end !== undefined) return this.add([at, at, end, end], true)
    }
    return at + 2
  }

  private add(
    [start, contentStart, contentEnd, end]: [number, number, number, number],
    display: boolean,
  ): number {
    const { source, lines, index } = this
    const formula: FoundFormula = { start, contentStart, contentEnd, end, display, block: false }
    this.found.formulas.set(start, formula)
    if (!display || start !== lines[index]!.body) return end
    let last = index
    while (lines[last]!.end < end) last++
    const rest = source.slice(end, lines[last]!.end)
    const list = attributeList.exec(rest)
    formula.block = last > index || rest.trim() === '' || list !== null
    if (list) {
      const open = end + list[0].indexOf('{')
      formula.attributes = { start: open, end: open + list[1]!.length }
    }
    return end
  }

  private afterCode(at: number): number {
    const { source } = this
    const limit = this.limits.paragraphEnd(this.index)
    const size = runLength(source, at)
    const mark = '`'.repeat(size)
    if (!this.has(mark, at + size, limit)) return at + size
    for (let next = at + size; next < limit;) {
      if (source[next] !== '`') next++
      else {
        const run = runLength(source, next)
        if (run === size) return next + run
        next += run
      }
    }
    return at + size
  }

  private afterHtml(at: number): number {
    const { source } = this
    if (source.startsWith('<!--', at)) {
      const end = this.find('-->', at)
      return end < 0 ? source.length : end + 3
    }
    rawTag.lastIndex = at
    const raw = rawTag.exec(source)
    if (raw) {
      const end = this.find(`</${raw[1]!}`, at)
      return end < 0 ? at + 1 : end
    }
    tag.lastIndex = at
    return tag.test(source) ? tag.lastIndex : at + 1
  }

  private has(text: string, from: number, limit: number): boolean {
    const at = this.find(text, from)
    return at >= 0 && at < limit
  }

  private find(text: string, from: number): number {
    const known = this.next.get(text)
    if (known && from >= known.from && (known.at < 0 || known.at >= from)) return known.at
    const at = this.source.indexOf(text, from)
    this.next.set(text, { from, at })
    return at
  }
}

function afterFence(source: string, lines: SourceLine[], index: number): number {
  const fence = lines[index]!.fence!
  for (let next = index + 1; next < lines.length; next++) {
    const text = source
      .slice(lines[next]!.start, lines[next]!.end)
      .replace(/^[\s>]*/, '')
      .trim()
    if (text.length >= fence.length && text === fence[0]!.repeat(text.length)) return next + 1
    if (lines[next]!.quoteDepth < lines[index]!.quoteDepth) return next
  }
  return lines.length
}

function skipFrontMatter(source: string, lines: SourceLine[]): number {
  const text = (line: SourceLine) => source.slice(line.start, line.end).trimEnd()
  if (!lines[0] || text(lines[0]) !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)$/.test(text(line)))
  return end < 0 || lines[1]!.blank ? 0 : end + 1
}
