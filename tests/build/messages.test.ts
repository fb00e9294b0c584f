/**
 * Wrong input, rule by rule: `tests/messages/PROJECT/slides/RULE.CASE.md` is a deck with one fault, and
 * `expected/RULE.CASE.txt` says all that is told of it, each at its exact line and column. `UPDATE_FIXTURES=1` writes
 * what is told now; read it before committing it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { rules, shownRules } from '../../src/compiler/diagnostics.ts'
import { DeckStore } from '../../src/build/deck-store.ts'
import { sortMessages } from '../../src/build/messages.ts'
import { findDecks, openProject } from '../../src/build/project.ts'
import type { WireMessage } from '../../src/shared/markup.ts'
import { emptyFolder, lectern } from './run.ts'

const root = join(import.meta.dirname, '../messages')
const update = process.env.UPDATE_FIXTURES === '1' && !process.env.CI

/** `plain` has no config; `configured` sets severities and has a plugin. */
const projects = ['plain', 'configured'] as const
const casesOf = (project: string): string[] =>
  readdirSync(join(root, project, 'slides'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
const ruleOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** Silenced by the project's config. */
const silent = new Set(['html-unsafe.off'])

describe.each(projects)('%s', (project) => {
  const said = new Map<string, WireMessage[]>()

  beforeAll(async () => {
    const folder = join(root, project)
    const opened = await openProject(folder, [])
    const store = new DeckStore(opened)
    for (const source of findDecks(opened, folder, []))
      said.set(source.name, sortMessages((await store.compile(source)).messages))
  })

  test.for(casesOf(project))('%s', (name) => {
    const messages = said.get(name) ?? []
    const rule = ruleOf(name)
    if (silent.has(name)) expect(messages.map((message) => message.rule)).not.toContain(rule)
    else expect(messages.map((message) => message.rule)).toContain(rule)
    for (const { line, column, fix, rule: told } of messages) {
      expect(fix, told).toBeTruthy()
      expect(line, told).toBeGreaterThan(0)
      expect(column, told).toBeGreaterThan(0)
    }
    same(join(root, project, 'expected', `${name}.txt`), messages.map(show).join(''))
  })

  test('a build goes on: every deck has its page, and the exit code tells of errors', async () => {
    const folder = emptyFolder()
    const { code } = await lectern(join(root, project), 'build', '--out', join(folder, 'site'))
    expect(code).toBe(1)
    for (const name of casesOf(project)) {
      const page = join(folder, 'site', name, 'index.html')
      expect(existsSync(page), name).toBe(true)
      expect(readFileSync(page, 'utf8'), name).toContain('<section id=')
    }
  })

  test('no expectation outlives its deck', () => {
    const expected = readdirSync(join(root, project, 'expected')).map((name) => name.replace(/\.txt$/, ''))
    expect(expected.filter((name) => !casesOf(project).includes(name))).toEqual([])
  })
})

/** A part or a glossary is another file than the deck. */
function show({ file, line, column, severity, rule, reason, fix }: WireMessage): string {
  const other = /^slides\/[^/]+\.md$/.test(file) ? '' : `${file}:`
  return `${other}${line}:${column} ${severity} ${rule}: ${reason}\n    ${fix}\n`
}

function same(path: string, actual: string): void {
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (update && actual !== expected) writeFileSync(path, actual)
  else expect(actual).toBe(expected)
}

/** Told by a browser of slides that it has laid out: the tests in `e2e` have their decks. */
const measured = new Set(['type-small', ...Object.keys(shownRules)])

test('every rule has a deck that breaks it', () => {
  const broken = new Set(projects.flatMap(casesOf).map(ruleOf))
  // What no deck brings about: our own faults. `any-input.test.ts` looks for them.
  const wanted = Object.keys(rules).filter((rule) => rule !== 'internal' && !measured.has(rule))
  expect(wanted.filter((rule) => !broken.has(rule))).toEqual([])
  expect([...broken].filter((rule) => !(rule in rules))).toEqual([])
})

test('every rule of measured slides has its test in a browser', () => {
  const folder = join(import.meta.dirname, '../e2e')
  const tests = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const wanted = Object.keys(rules).filter((rule) => measured.has(rule))
  expect(wanted.filter((rule) => !tests.some((text) => text.includes(rule)))).toEqual([])
})
