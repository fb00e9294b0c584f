/** The lines of a source as far as mathematics needs them: where blocks begin and what no formula may cross. */

export interface SourceLine {
  start: number
  /** Before the line ending. */
  end: number
  /** After block quote and list markers. */
  body: number
  quoteDepth: number
  blank: boolean
  /** A slide break, heading, fence or block of HTML: formulas end before it. */
  stop: boolean
  /** Begins a list item. */
  item: boolean
  /** The run of a code fence that could open or close here. */
  fence?: string
}

const quotes = /^(?: {0,3}>[ \t]?)+/
const markers = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)+/
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const block =
  /^(?:#{1,6}(?:[ \t]|$)|:{3,}|<\/?(?:section|div|p|ul|ol|li|table|tr|td|h[1-6]|aside|figure|img|br|hr)\b|<!--)/i

/** Cuts a source into lines; knows `\n`, `\r\n` and `\r`. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  const ending = /\r\n|\n|\r|$/g
  let start = 0
  while (start <= source.length) {
    ending.lastIndex = start
    const found = ending.exec(source)!
    lines.push(sourceLine(source.slice(start, found.index), start))
    if (found[0] === '') break
    start = found.index + found[0].length
  }
  return lines
}

function sourceLine(text: string, start: number): SourceLine {
  const quote = quotes.exec(text)?.[0] ?? ''
  const quoteDepth = quote.replace(/[^>]/g, '').length
  const inner = text.slice(quote.length)
  const trimmed = inner.trim()
  const isRule = rule.test(trimmed)
  const marker = isRule ? '' : (markers.exec(inner)?.[0] ?? '')
  const rest = inner.slice(marker.length)
  const indent = rest.length - rest.trimStart().length
  const fence = /^(`{3,})[^`]*$|^(~{3,})/.exec(rest.trim())
  return {
    start,
    end: start + text.length,
    body: start + quote.length + marker.length + indent,
    quoteDepth,
    blank: trimmed === '',
    stop: isRule || fence !== null || block.test(rest.trim()),
    item: marker !== '' && rest.trim() !== '',
    fence: fence ? (fence[1] ?? fence[2]) : undefined,
  }
}
