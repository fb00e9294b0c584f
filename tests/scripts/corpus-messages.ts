/**
 * Compiles every Markdown file of a folder and prints which messages each deck gets.
 *
 *     node tests/support/run.mjs tests/scripts/corpus-messages.ts FOLDER|FILE… [--rule=NAME] [--quiet]
 *
 * A line a deck: its file and how often each rule speaks; the messages of `foreign-syntax` (or of `--rule`) below it.
 * At the end the decks in which nothing foreign was found, and how often each rule spoke. Missing files are left out:
 * the decks of a corpus often lie there without their images.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('--'))
if (paths.length === 0) {
  console.error(
    'Usage: node tests/support/run.mjs tests/scripts/corpus-messages.ts FOLDER|FILE… [--rule=NAME] [--quiet]',
  )
  process.exit(2)
}
const quiet = given.includes('--quiet')
const shown = given.find((argument) => argument.startsWith('--rule='))?.slice(7) ?? 'foreign-syntax'

const total = new Map<string, number>()
const without: string[] = []
for (const file of paths.flatMap(markdownFiles)) {
  const source = readFileSync(file, 'utf8')
  const { messages, slides } = await compile(source, memoryHost({}), { name: 'corpus', path: file })
  const told = messages.filter(({ ruleId }) => ruleId !== 'asset-missing')
  const counts = new Map<string, number>()
  for (const { ruleId } of told) {
    counts.set(String(ruleId), (counts.get(String(ruleId)) ?? 0) + 1)
    total.set(String(ruleId), (total.get(String(ruleId)) ?? 0) + 1)
  }
  if (!counts.has('foreign-syntax')) without.push(file)
  const list = [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ')
  console.log(`${file}: ${slides.length} slides: ${list || 'no messages'}`)
  if (quiet) continue
  for (const message of told.filter(({ ruleId }) => ruleId === shown))
    console.log(`  ${message.line}:${message.column} ${message.reason}`)
}
console.log(`\nNothing foreign found in ${without.length}:\n${without.map((file) => `  ${file}\n`).join('')}`)
for (const [rule, count] of [...total].sort((a, b) => b[1] - a[1])) console.log(`${rule} ${count}`)

function markdownFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|qmd|Rmd)$/.test(name))
    .map((name) => join(path, name))
    .sort()
}
