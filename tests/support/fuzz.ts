/** Decks that nobody would write, and what holds for every deck all the same. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { elementProblem } from './well-formed-html.ts'

/** Numbers from 0 to 1 that follow from `seed` alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** All Markdown under the folders or files, in a fixed order. */
export function readSeeds(paths: readonly string[], most = 2000): string[] {
  const found: string[] = []
  const walk = (at: string): void => {
    if (found.length >= most) return
    if (statSync(at).isDirectory()) for (const name of readdirSync(at).sort()) walk(path.join(at, name))
    else if (/\.(?:md|markdown|qmd)$/.test(at)) found.push(readFileSync(at, 'utf8'))
  }
  for (const at of paths) walk(at)
  return found
}

const pieces = [
  '---\n', '\n---\n', '# ', '## ', '## x {#a .b c=d}\n', ':::', '::::columns\n', ':::column\n', ':::notes\n', '::figure{src=x}', '::include{file=part.md}\n',
  '{', '}', '{.a', '{#', '[', ']', '](', '![', '[^1]', '[^1]: ', '[[', '|', '\n|-|-|\n', '`', '```', '```js {1|2}\n', '~~~', '$', '$$', '\\(', '\\)', '\\[', '\\]',
  '\\begin{align}', '\\end{align}', '\\fragment{2}{', '\\pause', '\\label{a}', '\\newcommand\\a{\\a}', '<', '>', '<div>', '</div>', '<svg>', '<p class="', '<!--', '-->', '<![CDATA[', '<?', '&', '&#x0;', '&#xFDD1;',
  '> [!quiz] ', '> [!cards]\n> - ', '> [!think]\n', '- [x] ', '- [ ] ', '* ', '1. ', '99999999999. ', '    ', '\t', ' \t ', ': ', ' :: ', '==', '**', '*', '_', '~~', '. . .\n', 'Note:\n', '[click] ',
  '@key', '[@key, p. 3]', '@fig-a', 'A → B → C', '```roadmap\n', '```mermaid\ngraph TD\n', '::roadmap{at=2}', 'macros:\n', '"', "'", '\\', '%', '=', ';',
  '\0', '\uD800', '\uDC00', '\uFEFF', '\r\n', '\r', '\u2028', '\u200B', '\u00A0', '\uFDD1', '\uFDD3', '\uFFFF', '中文', 'א', '👩🏽‍🔬', '\u0301\u0301\u0301',
] // prettier-ignore

/** A deck made from the seeds by a few hurts; the same for the same number. */
export function hurtDeck(seeds: readonly string[], number: number): string {
  const random = randomFrom(number * 2654435761)
  const below = (end: number): number => Math.floor(random() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const cut = (): string => {
    const seed = pick(seeds)
    const length = 200 + below(1800)
    if (seed.length <= length || random() < 0.2) return seed.slice(0, 4000)
    return seed.slice(below(seed.length - length)).slice(0, length)
  }
  let text = cut()
  for (let left = 1 + below(8); left > 0; left--) {
    const at = below(text.length + 1)
    const end = Math.min(text.length, at + 1 + below(40))
    const before = text.slice(0, at)
    const after = text.slice(end)
    switch (below(9)) {
      case 0:
        text = before + after
        break
      case 1:
        text = before + text.slice(at, end).repeat(2 + below(6)) + after
        break
      case 2:
        text = before + cut() + text.slice(at)
        break
      case 3:
        text = before
        break
      case 4:
        text = before + pick(pieces).repeat(1 + below(30)) + text.slice(at)
        break
      case 5:
        text = text.split('\n').toReversed().join('\n')
        break
      case 6:
        text = text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\n ', '\n\t', '\n> ', '\n- ']))
        break
      default:
        text = before + pick(pieces) + text.slice(at)
    }
    text = text.slice(0, 8000)
  }
  return text
}

const part = '## Part {#part}\n\nText {.a\n\n$x\n'

/** What does not hold for the deck of this text; empty: all does. */
export async function problemsOf(text: string): Promise<string[]> {
  const problems: string[] = []
  const files: Record<string, string> = { 'part.md': part, 'a.png': '' }
  let compiled
  try {
    compiled = await compile(text, memoryHost(files), { name: 'x', path: 'x.md' })
  } catch (error) {
    return [`threw ${String((error as Error)?.stack ?? error).slice(0, 600)}`]
  }
  for (const message of compiled.messages) {
    const { ruleId, line, column, file, reason } = message
    if (ruleId === 'internal') problems.push(`internal: ${reason}`)
    if (line === undefined) {
      problems.push(`${ruleId} names no line`)
      continue
    }
    const source = file === 'x.md' || file === undefined ? text : files[file]
    if (source === undefined) {
      problems.push(`${ruleId} is in the unknown file ${file}`)
      continue
    }
    const lines = source.split(/\r\n|\n|\r/)
    const length = lines[line - 1]?.length
    if (length === undefined) problems.push(`${ruleId} is in line ${line} of ${lines.length}`)
    else if (column !== undefined && column > length + 2)
      problems.push(`${ruleId} is at ${line}:${column}, and the line has ${length} letters`)
  }
  const slugs = compiled.slides.map(({ slug }) => slug)
  if (new Set(slugs).size < slugs.length) problems.push('a slug stands twice')
  for (const { slug, html, notes, steps } of compiled.slides) {
    for (const piece of [html, notes]) {
      const wrong = elementProblem(piece)
      if (wrong) problems.push(`${slug}: ${wrong}`)
      if (/[\uFDD1-\uFDEF]/.test(piece)) problems.push(`${slug}: a mark is left`)
      if (/<(?:script|section|iframe|object|embed|style|form)\b/i.test(piece))
        problems.push(`${slug}: an element that must not be`)
    }
    for (const [, index] of html.matchAll(/<[^>]*\sdata-fragment-index="(-?\d+)"/g))
      if (Number(index) < 0 || Number(index) >= steps) problems.push(`${slug}: step ${index} of ${steps}`)
  }
  return problems
}
