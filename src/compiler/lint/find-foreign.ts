/** Finds what was written for another tool: one message a spelling, at its first place. */
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { foreignSyntax, type ForeignSyntax } from './foreign-syntax.ts'
import type { PlainLines } from './plain-lines.ts'

/** So many slides that all begin with `#` are no sections. */
const MANY = 8

/** Tools whose decks `lectern import` translates. */
const importable = new Set(['Marp', 'Pandoc', 'Quarto', 'Reveal', 'Slidev', 'remark', 'reveal-md'])

function howToMend({ tool, fix }: Pick<ForeignSyntax, 'tool' | 'fix'>): string {
  return importable.has(tool) ? `${fix} For the whole deck, run \`lectern import\`.` : fix
}

/** Reports `foreign-syntax`. */
export function findForeign(text: PlainLines, file: VFile): void {
  for (const syntax of foreignSyntax) {
    const offsets = [
      ...inTexts(syntax.comment, text.comments),
      ...inTexts(syntax.fence, text.fences),
      ...inLines(syntax.line, text),
      ...slideFacts(syntax, text),
    ].toSorted((a, b) => a - b)
    const more = offsets.length - 1
    const others = more < 1 ? '' : `; ${more} more ${more === 1 ? 'place' : 'places'}`
    const reason = `This is ${syntax.tool}'s: ${syntax.what}${others}`
    if (offsets[0] !== undefined)
      report(file, 'foreign-syntax', placeOf(offsets[0], text), reason, { fix: howToMend(syntax) })
  }
  findTopHeadings(text, file)
}

function placeOf(offset: number, { starts }: PlainLines) {
  const index = starts.findLastIndex((start) => start <= offset)
  return { line: index + 1, column: offset - (starts[index] ?? 0) + 1, offset }
}

function inTexts(pattern: RegExp | undefined, texts: PlainLines['comments']): number[] {
  return pattern ? texts.filter(({ text }) => pattern.test(text)).map(({ offset }) => offset) : []
}

function inLines(pattern: RegExp | undefined, { prose, starts }: PlainLines): number[] {
  const found: number[] = []
  if (!pattern) return found
  for (const [index, line] of prose.entries()) {
    const match = pattern.exec(line)
    if (!match) continue
    const at = match[1] === undefined ? 0 : match[0].lastIndexOf(match[1])
    found.push((starts[index] ?? 0) + match.index + at)
  }
  return found
}

const FACT = /^[A-Za-z][\w-]*\s*:(?:\s|$)/
const OWN =
  /^(?:layout|class|name|count|template|exclude|transition|clicks|hideInToc|routeAlias|image|level|src|zoom|disabled|background|background-image)\s*:\s*\S/

/** Runs of `key: value` lines after a `---` (or first of all) of which one is a slide's. */
function slideFacts({ facts }: ForeignSyntax, { prose, starts }: PlainLines): number[] {
  if (!facts) return []
  const found: number[] = []
  for (let index = 0; index < prose.length; index++) {
    const above = prose[index - 1] ?? ''
    const loose = facts === 'open' && above.trim() === '' ? (prose[index - 2] ?? '') : above
    const opens = /^---\s*$/.test(loose)
    if (!(opens || (index === 0 && facts === 'open')) || !FACT.test(prose[index] as string)) continue
    let end = index
    while (end < prose.length && /^(?:[A-Za-z][\w-]*\s*:(?:\s|$)|\s+\S|#)/.test(prose[end] as string)) end++
    if (!prose.slice(index, end).some((line) => OWN.test(line))) continue
    const closed = opens && /^---\s*$/.test(prose[end] ?? '')
    if (closed === (facts === 'closed')) found.push(starts[index] ?? 0)
    // The `---` that closes opens nothing.
    if (closed) index = end + 1
  }
  return found
}

/** Pandoc's habit where slides lie on the first level: here each would be a section of its own. */
function findTopHeadings(text: PlainLines, file: VFile): void {
  const tops = text.headings.filter(({ depth }) => depth === 1)
  const others = text.headings.filter(({ depth }) => depth === 2)
  if (tops.length < MANY || tops.length < others.length * 3) return
  const reason = `${tops.length} slides begin with \`#\`, as Pandoc and Slidev have it: here each is a section of its own`
  report(file, 'foreign-syntax', placeOf(tops[0]?.offset ?? 0, text), reason, {
    severity: 'info',
    fix: howToMend({ tool: 'Pandoc', fix: 'Begin slides with `##`, sections with `#`.' }),
  })
}
