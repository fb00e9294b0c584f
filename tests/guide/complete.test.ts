/** All that a lecturer may write has a place in the guide, in words or in Markdown that is shown. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { directives } from '../../src/compiler/directives/index.ts'
import { guidePlace, rules } from '../../src/compiler/diagnostics.ts'
import { calloutKinds } from '../../src/compiler/interface-words.ts'
import { layouts } from '../../src/compiler/3-transform/layout.ts'
import { commandLine } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'

const folder = new URL('../../slides/guide/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8')
/** What is written by hand; the tables are another matter (`tables.test.ts`). */
const text = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map(read)
  .join('\n')
const tables = readdirSync(new URL('tables/', folder)).map((name) => read(`tables/${name}`))
const deck = read('../guide.md')

test('the deck takes in every part', () => {
  const parts = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const taken = [deck, text].join('\n')
  const missing = parts.filter(
    (name) => !['glossary.md', 'part.md'].includes(name) && !taken.includes(`file=guide/${name}`),
  )
  expect(missing).toEqual([])
  for (const name of readdirSync(new URL('tables/', folder)))
    expect(text).toContain(`::include{file=tables/${name}}`)
})

describe('the guide shows', () => {
  // A callout is written by its kinds; `demo` is what shows all others.
  const written = directives.filter(({ name }) => name !== 'callout')
  test.for(written.flatMap(({ name, kinds }) => kinds.map((kind) => [kind, name] as const)))(
    'the %s `%s`',
    ([kind, name]) => {
      expect(text).toMatch(new RegExp(`(?<!:)${kind === 'leaf' ? '::' : ':{3,}'}${name}(?![\\w-])`))
    },
  )

  const attributes = directives.flatMap(({ name, attributes = {} }) =>
    Object.keys(attributes).map((attribute) => [name, attribute] as const),
  )
  test.for(attributes)('of `%s` the attribute `%s`', ([, attribute]) => {
    expect(text + tables.join('')).toMatch(new RegExp(`(?<![\\w-])${attribute}(?![\\w-])`))
  })

  test.for(calloutKinds.map((kind) => [kind] as const))('the callout `%s`', ([kind]) => {
    expect(text).toMatch(new RegExp(`\\[!${kind}\\]|:::${kind}\\b|\`${kind}\``))
  })

  test.for(layouts.map((layout) => [layout] as const))('the layout `%s`', ([layout]) => {
    expect(text).toContain(`\`${layout}\``)
  })

  test.for(Object.keys(rules).map((rule) => [rule] as const))('where a message of `%s` leads', ([rule]) => {
    expect(tables.join('')).toContain(`{#${guidePlace(rule).split('#')[1]}}`)
  })
})

test('the guide names every command', () => {
  const names = commandLine(processTerminal()).commands.map(({ name }) => name)
  expect(names).toContain('build')
  expect(names.filter((name) => !text.includes(`| \`lectern ${name}\` |`))).toEqual([])
})
