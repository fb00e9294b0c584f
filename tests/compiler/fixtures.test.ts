/** Every folder of `fixtures/` is a test: what `input.md` becomes stands in `output.html` and `messages.txt`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import type { Compiled } from '../../src/compiler/compiled.ts'
import { SITE_ROOT } from '../../src/compiler/deck.ts'
import { severityOf } from '../../src/compiler/diagnostics.ts'
import type { FigureResult } from '../../src/compiler/host.ts'
import { withCsl } from '../support/compile-text.ts'

const root = join(import.meta.dirname, 'fixtures')
/** `UPDATE_FIXTURES=1` writes what the compiler gives; never where CI runs. Read what it wrote before committing it. */
const update = process.env.UPDATE_FIXTURES === '1' && !process.env.CI

describe('fixtures', () => {
  for (const name of readdirSync(root).sort()) {
    it(name, async () => {
      const folder = join(root, name)
      const files = Object.fromEntries(
        readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
      )
      const host = withCsl({ 'a.png': '', 'b.png': '', ...files }, figuresIn(files))
      const compiled = await compile(files['input.md'] ?? '', host, { name, path: 'input.md' })
      same(join(folder, 'output.html'), show(compiled))
      same(join(folder, 'messages.txt'), messages(compiled))
      // What the deck asks, where a fixture is about that.
      if (files['manifest.json'] !== undefined) same(join(folder, 'manifest.json'), asked(compiled))
    })
  }
})

/** `chart.figure.json` is what the module `chart.ts` gives. */
function figuresIn(files: Record<string, string>): Record<string, FigureResult> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) =>
      name.endsWith('.figure.json')
        ? [[name.replace('.figure.json', '.ts'), JSON.parse(text) as FigureResult]]
        : [],
    ),
  )
}

function same(path: string, actual: string): void {
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (update && actual !== expected) writeFileSync(path, actual)
  else expect(actual).toBe(expected)
}

/** One block a slide: its slug, steps and attributes in a comment, its HTML, its notes. */
function show({ slides, manifest }: Compiled): string {
  return slides
    .map(({ slug, steps, attributes, html, notes, section }) => {
      const first = manifest.sections[section]?.slug === slug ? ' section' : ''
      const list = Object.entries(attributes).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
      const aside = notes === '' ? '' : `\n<aside class="notes">\n${notes}\n</aside>`
      return `<!-- slide ${slug} steps=${steps}${first}${list.join('')} -->\n${html}${aside}\n`
    })
    .join('\n')
    .replaceAll(SITE_ROOT, 'SITE_ROOT/')
}

function asked({ manifest: { quizzes, cards, slides } }: Compiled): string {
  const terms = Object.fromEntries(slides.flatMap(({ slug, terms }) => (terms ? [[slug, terms]] : [])))
  return `${JSON.stringify({ quizzes, cards, terms }, null, 2)}\n`
}

function messages({ messages }: Compiled): string {
  return messages
    .map((message) => `${String(message)}\n  ${severityOf(message)} ${message.ruleId}: ${message.note}\n`)
    .join('')
}
