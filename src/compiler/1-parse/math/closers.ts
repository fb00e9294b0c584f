/** Looks for the ends of formulas. */

const mathSign = /\\[a-zA-Z]+|[\^_=<>+{}]/
const deepest = 50

/** The closing `$` by Pandoc's rule: no space just inside, no digit after; a space before a `$` ends the attempt. */
export function inlineEnd(source: string, open: number, limit: number, row: boolean): number | undefined {
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

/** The places of `$$` from one place to another; three or more in a row count as their first two. */
export function dollarPairs(source: string, from: number, limit: number): number[] {
  const pairs: number[] = []
  for (let at = from; at < limit; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '$') {
      const size = runLength(source, at)
      if (size >= 2 && at + 2 <= limit) pairs.push(at)
      at += size - 1
    }
  }
  return pairs
}

/** The `\]` or `\)` that is not itself escaped. */
export function bracketEnd(source: string, open: number, closer: string, limit: number): number | undefined {
  for (let at = open + 2; at < limit; at++) {
    if (source[at] !== '\\') continue
    if (source[at + 1] === closer) return at
    at++
  }
  return undefined
}

/** `\[` and `\(` are Markdown's escapes as well: `\[1\]`, `\[link\](url)` and `\(see above\)` stay text. */
export function isBracketMath(content: string, bracket: '[' | '(', own: boolean, after: string): boolean {
  if (content.trim() === '' || after === '(') return false
  if (mathSign.test(content)) return true
  if (bracket === '(') return !/[^\W\d]{3,}\s+[^\W\d]{2,}/.test(content)
  return own && /^\s[^]*\s$/.test(content)
}

/** After the `\end{name}` that closes the `\begin{name}` at `start`. */
export function environmentEnd(
  source: string,
  start: number,
  name: string,
  limit: number,
): number | undefined {
  const [open, close] = [`\\begin{${name}}`, `\\end{${name}}`]
  let depth = 0
  for (let at = start; at + close.length <= limit && depth <= deepest; at++) {
    if (source[at] !== '\\') continue
    if (source.startsWith(open, at)) depth++
    else if (source.startsWith(close, at) && --depth === 0) return at + close.length
  }
  return undefined
}

/** How often the character here stands in a row. */
export function runLength(source: string, at: number): number {
  let end = at
  while (source[end] === source[at]) end++
  return end - at
}
