/**
 * What `lectern import` makes of a folder of decks: `node tests/support/run.mjs tests/scripts/import-report.ts FOLDER`.
 * A line each: the tool that was told, messages before and after, remarks, and words of the source that got lost.
 */
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { importDeck } from '../../src/import/import-deck.ts'

const folder = resolve(process.argv[2] ?? '.')
for (const file of globSync(['**/*.md', '**/*.qmd'], { cwd: folder, absolute: true }).sort()) {
  const source = readFileSync(file, 'utf8')
  const { tool, text, remarks } = importDeck(source)
  const before = await count(source)
  const after = await count(text)
  const kept = new Set(words(text))
  const lost = words(source).filter((word) => !kept.has(word))
  console.log(
    `${tool.padEnd(10)} ${relative(folder, file)}: foreign ${before.foreign} -> ${after.foreign}, errors ${before.errors} -> ${after.errors}, slides ${before.slides} -> ${after.slides}, remarks ${remarks.length}, lost words ${lost.length}`,
  )
  if (process.argv.includes('--lost')) console.log(`  ${[...new Set(lost)].slice(0, 40).join(' ')}`)
  if (process.argv.includes('--foreign')) for (const line of new Set(after.lines)) console.log(`  ${line}`)
}

async function count(source: string) {
  const { messages, slides } = await compile(source, memoryHost({}), { name: 'x', path: 'x.md' })
  const foreign = messages.filter(({ ruleId }) => ruleId === 'foreign-syntax')
  const errors = messages.filter(({ fatal, ruleId }) => fatal && ruleId !== 'asset-missing')
  return {
    foreign: foreign.length,
    errors: errors.length,
    slides: slides.length,
    lines: [...foreign, ...errors].map(String),
  }
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
