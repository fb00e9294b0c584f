/**
 * Puts every formula of a list through the compiler in its own form and counts the messages.
 *
 *     node tests/support/run.mjs tests/scripts/corpus-formulas.ts FILE.jsonl|FOLDER [--limit 1000] [--all]
 *
 * A folder stands for the lists in it. A line of a list is `{corpus, file, line, display, form, tex}`; the formulas of one file become one deck, so that
 * macros are shared as they are in a lecture. Rows of KaTeX's own test suite count only with `--all`: some of them must
 * fail. Prints each message with its formula and the share; exit 1 above the goal of 0.6 %, or where a formula is
 * neither set nor reported.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

interface Row {
  corpus: string
  file: string
  line: number
  display: boolean
  form: string
  tex: string
}

const GOAL = 0.006
const DECK_SIZE = 400

const [path, ...flags] = process.argv.slice(2)
if (!path) {
  console.error(
    'Usage: node tests/support/run.mjs tests/scripts/corpus-formulas.ts FILE.jsonl [--limit N] [--all]',
  )
  process.exit(2)
}
const limit = flags.includes('--limit') ? Number(flags[flags.indexOf('--limit') + 1]) : Infinity
const rows = lists(path)
  .flatMap((list) => readFileSync(list, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)
  .filter((row) => row.tex.trim() !== '' && (flags.includes('--all') || !row.corpus.startsWith('katex')))
  .slice(0, limit)

let reported = 0
let text = 0
for (const [name, group] of decks(rows)) {
  const starts: number[] = []
  let source = ''
  for (const row of group) {
    starts.push(source.split('\n').length)
    source += `Formula:\n\n${inItsForm(row)}\n\n`
  }
  const { slides, messages } = await compile(source, memoryHost({}), { name: 'corpus', path: name })
  const failing = new Set<number>()
  for (const message of messages) {
    if (!message.ruleId?.startsWith('math-')) continue
    const index = starts.findLastIndex((start) => start <= (message.line ?? 0))
    if (!failing.has(index)) console.log(`${name}:${group[index]?.line} ${message.ruleId}: ${message.reason}`)
    failing.add(index)
  }
  reported += failing.size
  // What is neither set nor reported: literal brackets (`\[1\]`), prices, definitions of macros.
  const html = slides.map((slide) => slide.html).join('\n')
  const set = html.split('class="katex"').length - 1
  text += Math.max(0, group.length - failing.size - set)
}

const share = reported / rows.length
console.log(
  `${rows.length} formulas, ${reported} with a message (${(100 * share).toFixed(3)} %), ${text} read as text`,
)
process.exitCode = share > GOAL ? 1 : 0

function lists(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(path, name))
}

/** One deck per file, long files in pieces. */
function decks(list: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of list) {
    const alone = row.corpus.startsWith('katex') ? `:${row.line}:${groups.size}` : ''
    const key = `${row.corpus}/${row.file}${alone}`
    let part = 0
    while ((groups.get(`${key}#${part}`)?.length ?? 0) >= DECK_SIZE) part++
    const name = `${key}#${part}`
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return new Map([...groups].map(([name, group]) => [name.replace(/#0$/, ''), group]))
}

function inItsForm({ form, tex, display }: Row): string {
  if (form === 'env') return tex.trim()
  if (form === '\\[') return `\\[${tex}\\]`
  if (display) return tex.includes('\n') ? `$$\n${tex.replace(/^\s*\n|\n\s*$/g, '')}\n$$` : `$$${tex}$$`
  return `$${tex.trim().replace(/\n\s*\n/g, '\n')}$`
}
