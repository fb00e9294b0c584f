/** `::include{file=part.md}`: decks out of several files, put together as text before anything is parsed. */
import { parseAttributes } from './attributes.ts'
import type { RuleId } from './diagnostics.ts'
import { lineRanges } from './line-ranges.ts'

/** A line's place in the file that its author wrote. */
export interface Origin {
  /** As messages show it: the deck's own path, or that of the part. */
  file: string
  /** From 1. */
  line: number
}

export interface IncludeProblem {
  rule: RuleId
  reason: string
  fix?: string
}

export interface Included {
  text: string
  /** Where a line of the text (from 1) comes from. */
  origin(line: number): Origin
  /** What is wrong with an `::include` that was left standing, by its line in the text; undefined: its attributes. */
  problems: ReadonlyMap<number, IncludeProblem | undefined>
}

const INCLUDE = /^ {0,3}::include[ \t]*\{([^{}]*)\}[ \t]*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/
/** Parts within parts; more is a mistake rather than a book. */
const DEEPEST = 20

interface State {
  read(path: string): string | undefined
  lines: string[]
  origins: Origin[]
  problems: Map<number, IncludeProblem | undefined>
}

/**
 * Puts each part in place of its `::include{file=part.md lines=3-10,15-}`, parts of parts too. Paths are relative to the
 * file that includes; a part's front matter is left out. One that cannot be followed (no such file, a circle, lines that
 * are not there) stays as a directive, for which `problems` says what is wrong. In fences nothing is included.
 */
export function expandIncludes(
  source: string,
  path: string,
  read: (path: string) => string | undefined,
): Included {
  const own = source.split('\n')
  if (!own.some((line) => INCLUDE.test(line.replace(/\r$/, '')))) {
    return { text: source, origin: (line) => ({ file: path, line }), problems: new Map() }
  }
  const state: State = { read, lines: [], origins: [], problems: new Map() }
  const numbered = own.map((text, index): Line => ({ text, line: index + 1 }))
  expand(numbered, { file: path, folder: '', chain: [] }, state)
  return {
    text: state.lines.join('\n'),
    origin: (line) => state.origins[line - 1] ?? { file: path, line },
    problems: state.problems,
  }
}

interface Line {
  text: string
  line: number
}

interface Part {
  /** As messages show it. */
  file: string
  /** Its folder relative to the deck, `''` or ending in a slash. */
  folder: string
  /** The parts around it, outermost first. */
  chain: readonly string[]
}

function expand(lines: readonly Line[], part: Part, state: State): void {
  let fence: string | undefined
  for (const { text, line } of lines) {
    const mark = FENCE.exec(text.replace(/\r$/, ''))
    if (fence === undefined) fence = mark?.[1]
    else if (mark && mark[1]!.startsWith(fence) && mark[2]!.trim() === '') fence = undefined
    const written = fence === undefined ? INCLUDE.exec(text.replace(/\r$/, '')) : null
    const found = written ? follow(written[1]!, part, state) : undefined
    if (found && 'lines' in found) {
      const blank: Line = { text: '', line }
      push(blank, part, state)
      expand(found.lines, found.part, state)
      push(blank, part, state)
    } else {
      push({ text, line }, part, state)
      if (written) state.problems.set(state.lines.length, found)
    }
  }
}

function push({ text, line }: Line, part: Part, state: State): void {
  state.lines.push(text)
  state.origins.push({ file: part.file, line })
}

/** The lines that are meant, or what is wrong. */
function follow(
  written: string,
  part: Part,
  state: State,
): { lines: Line[]; part: Part } | IncludeProblem | undefined {
  const values = parseAttributes(written, { words: true })?.values ?? {}
  // The directive's declaration says what is wrong with its attributes.
  if (!values.file || Object.keys(values).some((key) => key !== 'file' && key !== 'lines')) return undefined
  const path = join(part.folder, values.file)
  if (part.chain.includes(path) || part.chain.length >= DEEPEST) {
    const round = [...part.chain.slice(part.chain.indexOf(path)), path].join(' → ')
    return { rule: 'include-circle', reason: `\`${values.file}\` includes itself: ${round}` }
  }
  const text = state.read(path)
  if (text === undefined) {
    return { rule: 'include-missing', reason: `There is no file \`${values.file}\` to include` }
  }
  const all = text.split('\n').map((line, index): Line => ({ text: line, line: index + 1 }))
  if (all.at(-1)?.text === '') all.pop()
  const chosen = values.lines === undefined ? withoutFrontMatter(all) : chooseLines(all, values.lines)
  if (!chosen) {
    const reason = `\`lines=${values.lines}\` names no lines of \`${values.file}\`, which has ${all.length}`
    return { rule: 'include-lines', reason }
  }
  const own = part.file.slice(0, part.file.lastIndexOf('/') + 1)
  return {
    lines: chosen,
    part: {
      file: join(own, values.file),
      folder: path.slice(0, path.lastIndexOf('/') + 1),
      chain: [...part.chain, path],
    },
  }
}

function withoutFrontMatter(lines: Line[]): Line[] {
  if (lines[0]?.text.trim() !== '---') return lines
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text))
  // A slide break at a part's start is no front matter: that has a key in its first line.
  return end > 0 && /^[\w-]+\s*:/.test(lines[1]?.text ?? '') ? lines.slice(end + 1) : lines
}

function chooseLines<T>(lines: readonly T[], written: string): T[] | undefined {
  const ranges = lineRanges(written, lines.length)
  return ranges?.flatMap(([from, to]) => lines.slice(from - 1, to))
}

/** `a/b/` and `../c.md` give `a/c.md`; a leading slash means the project. */
function join(folder: string, path: string): string {
  if (path.startsWith('/')) return path
  const parts: string[] = []
  for (const part of (folder + path).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
