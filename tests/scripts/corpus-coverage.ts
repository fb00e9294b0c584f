/**
 * Compiles every Markdown file of a folder and looks for what got lost on the way.
 *
 *     node tests/support/run.mjs tests/scripts/corpus-coverage.ts FOLDER|FILE… [--quiet]
 *
 * Headings, list items, formulas and code lines of the source (by a plain parse, and counted line by line without a
 * parser) are looked for in the compiled slides and notes, by their letters and digits. Prints what is missing by file
 * and line; exit 1 where a file throws or anything is missing.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { compiledText, lettersOf } from './compiled-text.ts'
import { countedItems, parsedItems, type SourceItem } from './source-items.ts'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('--'))
if (paths.length === 0) {
  console.error('Usage: node tests/support/run.mjs tests/scripts/corpus-coverage.ts FOLDER|FILE… [--quiet]')
  process.exit(2)
}
const quiet = given.includes('--quiet')

let lost = 0
let failed = 0
for (const file of paths.flatMap(markdownFiles)) {
  try {
    const { missing, count, internal } = await missingOf(file)
    lost += missing.length
    failed += internal.length
    console.log(`${file}: ${count} items, ${missing.length} missing`)
    for (const reason of internal) console.log(`  internal: ${reason}`)
    if (!quiet)
      for (const { kind, line, text } of missing) console.log(`  ${line}: ${kind}: ${text.slice(0, 100)}`)
  } catch (error) {
    failed++
    console.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`)
  }
}
console.log(`${lost} missing, ${failed} failures`)
process.exitCode = lost + failed > 0 ? 1 : 0

async function missingOf(
  file: string,
): Promise<{ missing: SourceItem[]; count: number; internal: string[] }> {
  const source = readFileSync(file, 'utf8')
  const compiled = await compile(source, memoryHost({}), { name: 'corpus', path: file })
  const internal = compiled.messages.filter(({ ruleId }) => ruleId === 'internal').map(({ reason }) => reason)
  const { letters, formulas } = compiledText(compiled)
  const left = new Map<string, number>()
  for (const tex of formulas) left.set(lettersOf(tex), (left.get(lettersOf(tex)) ?? 0) + 1)

  const items = [...parsedItems(source), ...countedItems(source)]
  const missing = items.filter(({ kind, text }) => {
    const wanted = lettersOf(text)
    if (kind !== 'formula') return !letters.includes(wanted)
    const there = left.get(wanted) ?? 0
    left.set(wanted, there - 1)
    return wanted !== '' && there <= 0
  })
  return { missing, count: items.length, internal }
}

function markdownFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|qmd|Rmd)$/.test(name))
    .map((name) => join(path, name))
    .sort()
}
