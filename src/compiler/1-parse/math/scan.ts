/**
 * Finds every formula of a source before Markdown is parsed.
 *
 * Plain remark-math takes a line that begins with `$$` for a fence: what follows on the line is dropped and only a
 * line of `$$` alone ends it, so `$$\begin{align}` swallows the rest of a file. Here the end is looked for first
 * (anywhere on a line, never past a slide break), and the tokenizer only asks whether a formula begins where it stands.
 */
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
const attributeList = /[^\S\r\n]*(\{\s*(?:[#.][^{}\r\n]*|[\w-]+=[^{}\r\n]*)\})[^\S\r\n]*$/
const mathSign = /\\[a-zA-Z]+|[\^_=<>+{}]/

/** Finds the formulas of a whole Markdown source, in all spellings (see `remarkLecternMath`). */
export function findMath(source: string): FoundMath {
  const lines = sourceLines(source)
  const found: FoundMath = { formulas: new Map(), unclosed: new Set() }
  let index = skipFrontMatter(source, lines)
  let offset = lines[index]?.start ?? source.length

  while (index < lines.length) {
    const line = lines[index]!
    if (line.fence && offset <= line.body) {
      index = afterFence(source, lines, index)
      offset = lines[index]?.start ?? source.length
      continue
    }
    const next = scanLine(source, lines, index, Math.max(offset, line.body), found)
    if (next > line.end) {
      while (index < lines.length && lines[index]!.end < next) index++
      offset = next
    } else {
      index++
      offset = lines[index]?.start ?? source.length
    }
  }
  return found
}

/** Scans one line; gives an offset after its end where something began that ends on a later line. */
function scanLine(
  source: string,
  lines: SourceLine[],
  index: number,
  from: number,
  found: FoundMath,
): number {
  const line = lines[index]!
  let at = from
  while (at < line.end) {
    const char = source[at]
    if (char === '\\') at = atBackslash(source, lines, index, at, found)
    else if (char === '`') at = afterCode(source, at, paragraphEnd(lines, index))
    else if (char === '<') at = afterHtml(source, at)
    else if (char === '$') at = atDollar(source, lines, index, at, found)
    else at++
  }
  return at
}

function atDollar(source: string, lines: SourceLine[], index: number, at: number, found: FoundMath): number {
  const size = runLength(source, at)
  if (size > 2) return at + size
  if (size === 1) {
    const row = source[lines[index]!.body] === '|'
    const end = inlineEnd(source, at, row ? lines[index]!.end : paragraphEnd(lines, index), row)
    return end === undefined ? at + 1 : add(found, source, lines, index, [at, at + 1, end, end + 1], false)
  }
  const own = at === lines[index]!.body
  const close = displayEnd(source, at, own ? blockEnds(lines, index) : [paragraphEnd(lines, index)])
  if (close === undefined) {
    found.unclosed.add(at)
    return at + 2
  }
  return add(found, source, lines, index, [at, at + 2, close, close + 2], true)
}

/** The closing `$` by Pandoc's rule: no space just inside, no digit after; a space before a `$` ends the attempt. */
function inlineEnd(source: string, open: number, limit: number, row: boolean): number | undefined {
  if (/[\s`]/.test(source[open + 1] ?? ' ')) return undefined
  const groups: boolean[] = []
  for (let at = open + 1; at < limit; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '{')
      groups.push(/\\(?:text\w*|mbox|hbox|tag)$/.test(source.slice(Math.max(0, at - 12), at)))
    else if (char === '}') groups.pop()
    else if (char === '`' && groups.length === 0) return undefined
    else if (char === '|' && row) return undefined
    else if (char === '$' && !groups.includes(true)) {
      if (/\s/.test(source[at - 1]!) || /\d/.test(source[at + 1] ?? '')) return undefined
      return isPrice(source.slice(open + 1, at)) ? undefined : at
    }
  }
  return undefined
}

/** `$10, or US$` is two prices. */
function isPrice(content: string): boolean {
  return /^\d[\d.,]*[,;:]?\s.*\p{L}{2}/su.test(content) && !mathSign.test(content)
}

/**
 * The closing `$$` before the last of `limits`. Past the first of them (a blank line) only when the dollars of the
 * stretch pair up, so that one forgotten closer does not turn all that follows inside out.
 */
function displayEnd(source: string, open: number, limits: number[]): number | undefined {
  const hard = limits.at(-1)!
  let close: number | undefined
  let count = 1
  for (let at = open + 2; at < hard; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '$') {
      const size = runLength(source, at)
      if (size >= 2 && at + 2 <= hard) {
        count++
        close ??= at
        if (close < limits[0]!) return close
      }
      at += size - 1
    }
  }
  return count % 2 === 0 ? close : undefined
}

function atBackslash(
  source: string,
  lines: SourceLine[],
  index: number,
  at: number,
  found: FoundMath,
): number {
  const line = lines[index]!
  const own = at === line.body
  const char = source[at + 1]
  if (char === '(' || char === '[') {
    const limit = own && char === '[' ? blockEnds(lines, index)[0]! : paragraphEnd(lines, index)
    const close = bracketEnd(source, at, char === '(' ? ')' : ']', limit)
    if (close !== undefined && isBracketMath(source, char, own, at + 2, close))
      return add(found, source, lines, index, [at, at + 2, close, close + 2], char === '[')
  } else if (own && char === 'b') {
    const end = environmentEnd(source, at, blockEnds(lines, index)[0]!)
    if (end !== undefined) return add(found, source, lines, index, [at, at, end, end], true)
  }
  return at + 2
}

function bracketEnd(source: string, open: number, closer: string, limit: number): number | undefined {
  for (let at = open + 2; at < limit; at++) {
    if (source[at] !== '\\') continue
    if (source[at + 1] === closer) return at
    at++
  }
  return undefined
}

/** `\[` and `\(` are Markdown's escapes as well: `\[1\]`, `\[link\](url)` and `\(see above\)` stay text. */
function isBracketMath(source: string, char: string, own: boolean, start: number, end: number): boolean {
  const content = source.slice(start, end)
  if (content.trim() === '' || source[end + 2] === '(') return false
  if (mathSign.test(content)) return true
  if (char === '(') return !/[^\W\d]{3,}\s+[^\W\d]{2,}/.test(content)
  return own && /^\s[^]*\s$/.test(content)
}

function environmentEnd(source: string, start: number, limit: number): number | undefined {
  environments.lastIndex = start
  const name = environments.exec(source)?.[1]
  if (name === undefined) return undefined
  const [open, close] = [`\\begin{${name}}`, `\\end{${name}}`]
  let depth = 0
  for (let at = start; at < limit; at++) {
    if (source.startsWith(open, at)) depth++
    else if (source.startsWith(close, at) && --depth === 0)
      return at + close.length <= limit ? at + close.length : undefined
  }
  return undefined
}

function add(
  found: FoundMath,
  source: string,
  lines: SourceLine[],
  index: number,
  [start, contentStart, contentEnd, end]: [number, number, number, number],
  display: boolean,
): number {
  let last = index
  while (lines[last]!.end < end) last++
  const rest = source.slice(end, lines[last]!.end)
  const list = display ? attributeList.exec(rest) : null
  const own = display && start === lines[index]!.body
  const closed = rest.trim() === '' || list?.index === 0
  const formula: FoundFormula = {
    start,
    contentStart,
    contentEnd,
    end,
    display,
    block: own && (closed || last > index),
  }
  if (formula.block && list?.index === 0) {
    const open = end + list[0].indexOf('{')
    formula.attributes = { start: open, end: open + list[1]!.length }
  }
  found.formulas.set(start, formula)
  return end
}

/** Where a block that begins on this line must end: before the next blank line, or before the next stop. */
function blockEnds(lines: SourceLine[], index: number): [number, number] {
  const depth = lines[index]!.quoteDepth
  let last = index
  let blank: number | undefined
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next]!
    if (line.stop || (line.quoteDepth < depth && !line.blank)) break
    if (line.blank) blank ??= last
    last = next
  }
  return [lines[blank ?? last]!.end, lines[last]!.end]
}

/** The end of the paragraph that this line belongs to. */
function paragraphEnd(lines: SourceLine[], index: number): number {
  const depth = lines[index]!.quoteDepth
  let last = index
  while (last + 1 < lines.length) {
    const line = lines[last + 1]!
    if (line.blank || line.stop || line.item || line.quoteDepth > depth) break
    last++
  }
  return lines[last]!.end
}

function afterCode(source: string, at: number, limit: number): number {
  const size = runLength(source, at)
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

function afterHtml(source: string, at: number): number {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at)
    return end < 0 ? source.length : end + 3
  }
  rawTag.lastIndex = at
  const raw = rawTag.exec(source)
  if (raw) {
    const end = source.toLowerCase().indexOf(`</${raw[1]!.toLowerCase()}`, at)
    return end < 0 ? at + 1 : end
  }
  tag.lastIndex = at
  return tag.test(source) ? tag.lastIndex : at + 1
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

function runLength(source: string, at: number): number {
  let end = at
  while (source[end] === source[at]) end++
  return end - at
}
