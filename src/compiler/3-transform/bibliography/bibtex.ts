/** BibTeX as people write it. Small and our own, so that one broken entry costs that entry alone and has its line. */

export interface BibtexEntry {
  type: string
  key: string
  /** Names in lower case, values raw TeX without their outer braces. */
  fields: Record<string, string>
  line: number
}

export interface BibtexProblem {
  line: number
  reason: string
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Reads every entry: braces or quotes, `#` joins, `@string`, `@comment`; `crossref` and `xdata` lend their fields. */
export function parseBibtex(source: string): { entries: BibtexEntry[]; problems: BibtexProblem[] } {
  const entries: BibtexEntry[] = []
  const problems: BibtexProblem[] = []
  const strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]))
  const opening = /@\s*([A-Za-z]+)\s*([{(])/g
  let lineAt = 0
  let line = 1
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    line += source.slice(lineAt, match.index).split('\n').length - 1
    lineAt = match.index
    const type = (match[1] as string).toLowerCase()
    if (type === 'comment') {
      opening.lastIndex = endOfComment(source, opening.lastIndex)
      continue
    }
    const scanner = new Scanner(source, opening.lastIndex, match[2] === '{' ? '}' : ')', strings)
    try {
      if (type === 'preamble') scanner.value()
      else if (type === 'string')
        for (const [name, value] of Object.entries(scanner.fields())) strings.set(name, value)
      else entries.push({ type, key: scanner.key(), fields: scanner.fields(), line })
      opening.lastIndex = scanner.at
    } catch (error) {
      problems.push({ line, reason: (error as Error).message })
      // The next entry begins at the next line that looks like one.
      const next = source.slice(opening.lastIndex).search(/^[ \t]*@[A-Za-z]+\s*[{(]/m)
      opening.lastIndex = next < 0 ? source.length : opening.lastIndex + next
    }
  }
  lendFields(entries)
  return { entries, problems }
}

/** What stands in the braces of a comment is left out, entries too; one without its end is passed over as a word. */
function endOfComment(source: string, start: number): number {
  let depth = 1
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return at + 1
  }
  return start
}

class Scanner {
  at: number
  private readonly source: string
  private readonly close: string
  private readonly strings: ReadonlyMap<string, string>

  constructor(source: string, at: number, close: string, strings: ReadonlyMap<string, string>) {
    this.source = source
    this.at = at
    this.close = close
    this.strings = strings
  }

  key(): string {
    const key = this.take(/\s*([^\s,{}()="#%\\]+)\s*/y)?.[1]
    if (key === undefined) throw new Error('An entry without a key')
    this.take(/,/y)
    return key
  }

  fields(): Record<string, string> {
    const fields: Record<string, string> = {}
    for (;;) {
      this.take(/(?:\s|,|%[^\n]*\n)*/y)
      if (this.source[this.at] === this.close) {
        this.at++
        return fields
      }
      const name = this.take(/([A-Za-z][\w:.+/-]*)\s*=\s*/y)?.[1]
      if (name === undefined) {
        const found = this.source.slice(this.at, this.at + 20).split('\n')[0]
        throw new Error(
          this.at >= this.source.length ? 'An entry that never ends' : `No field name at \`${found}\``,
        )
      }
      fields[name.toLowerCase()] ??= this.value()
    }
  }

  value(): string {
    let result = ''
    do result += this.part()
    while (this.take(/\s*#\s*/y))
    return result.replace(/\s+/g, ' ').trim()
  }

  private part(): string {
    this.take(/\s*/y)
    const first = this.source[this.at]
    if (first === '{' || first === '"') return this.delimited(first === '{' ? '}' : '"')
    const word = this.take(/[^\s,{}()"#=]+/y)?.[0]
    if (word === undefined) throw new Error('A field without a value')
    return this.strings.get(word.toLowerCase()) ?? word
  }

  private delimited(end: string): string {
    const start = ++this.at
    let depth = 0
    for (; this.at < this.source.length; this.at++) {
      const character = this.source[this.at]
      if (character === '\\') this.at++
      else if (depth === 0 && character === end) return this.source.slice(start, this.at++)
      else if (character === '{') depth++
      else if (character === '}') depth--
    }
    throw new Error('A value that never ends')
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.source)
    if (match) this.at = pattern.lastIndex
    return match
  }
}

function lendFields(entries: BibtexEntry[]): void {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  for (const entry of entries) {
    for (const key of `${entry.fields.crossref ?? ''},${entry.fields.xdata ?? ''}`.split(',')) {
      const { title, ...lent } = byKey.get(key.trim())?.fields ?? {}
      if (title !== undefined) lent.booktitle ??= title
      entry.fields = { ...lent, ...entry.fields }
    }
  }
}
