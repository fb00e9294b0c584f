/** The schemas that editors read say what Lectern itself says. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { configSchema } from '../../src/build/config-schema.ts'
import { loadConfig } from '../../src/build/config.ts'
import { firstProject } from '../../src/build/new-project.ts'
import { frontMatterKeys } from '../../src/compiler/1-parse/front-matter-keys.ts'
import { rules } from '../../src/compiler/diagnostics.ts'
import { frontMatterDocs } from '../../src/compiler/front-matter-docs.ts'
import { frontMatterSchema, type JsonSchema } from '../../src/compiler/schema.ts'
import { compileText } from '../support/compile-text.ts'
import { emptyFolder } from './run.ts'

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

/** The words of draft 7 that the schemas use; any other fails. */
const checks: Record<string, (value: never, given: never) => boolean> = {
  type: (type: string | string[], given: unknown) => [type].flat().includes(typeOf(given)),
  enum: (values: unknown[], given: unknown) => values.includes(given),
  anyOf: (schemas: JsonSchema[], given: unknown) => schemas.some((schema) => fits(schema, given)),
  pattern: (pattern: string, given: unknown) =>
    typeof given !== 'string' || new RegExp(pattern, 'u').test(given),
  minLength: (length: number, given: unknown) => typeof given !== 'string' || given.length >= length,
  minimum: (least: number, given: unknown) => typeof given !== 'number' || given >= least,
  maximum: (most: number, given: unknown) => typeof given !== 'number' || given <= most,
  exclusiveMinimum: (least: number, given: unknown) => typeof given !== 'number' || given > least,
  items: (schema: JsonSchema, given: unknown) =>
    !Array.isArray(given) || given.every((one) => fits(schema, one)),
  required: (keys: string[], given: unknown) =>
    typeOf(given) !== 'object' || keys.every((key) => key in (given as object)),
  properties: (properties: Record<string, JsonSchema>, given: unknown) =>
    typeOf(given) !== 'object' ||
    Object.entries(given as object).every(([key, one]) => !properties[key] || fits(properties[key], one)),
  additionalProperties: () => true,
  format: () => true,
  description: () => true,
  default: () => true,
  deprecationMessage: () => true,
  $schema: () => true,
  title: () => true,
}

function fits(schema: JsonSchema, given: unknown): boolean {
  for (const [word, value] of Object.entries(schema)) {
    expect(Object.keys(checks)).toContain(word)
    if (!checks[word]!(value as never, given as never)) return false
  }
  const { additionalProperties: more, properties = {} } = schema
  if (more === undefined || typeOf(given) !== 'object') return true
  const others = Object.entries(given as object).filter(([key]) => !(key in properties))
  return more === false ? others.length === 0 : more === true || others.every(([, one]) => fits(more, one))
}

const values: unknown[] = [
  'a word',
  '',
  3,
  0,
  -1,
  true,
  false,
  null,
  ['a', 'b'],
  [1],
  [[]],
  [true],
  { name: 'Ada' },
  [{ name: 'Ada' }, 'Alan'],
  [{ nam: 'Ada' }],
  { counter: 'separate' },
  { counter: 'none' },
  { other: 'x' },
  { '\\R': '\\mathbb{R}' },
  { '\\R': [] },
  '16:9',
  '16/9',
  '4:5',
  '90 min',
  'ninety',
  '2026-12-31',
  '31.12.2026',
  'both',
  'fade',
  'shrink',
  'ltr',
  '#0a7',
  '#0a78',
  'tomato',
  { light: '#005a44', dark: 'rgb(0 200 150)' },
  { light: '#005a44' },
  27,
  30,
]

test.for(frontMatterKeys.flatMap(({ key, aliases = [] }) => [key, ...aliases]))(
  'front matter `%s`: editor and compiler accept the same',
  async (key) => {
    const schema = frontMatterSchema().properties![key]!
    for (const value of values) {
      const source = `---\n${stringify({ [key]: value })}---\n\n# A\n`
      const { messages } = await compileText(source, { 'a word': '', both: '' })
      const wrong = messages.some(({ ruleId }) => ruleId === 'front-matter-type')
      expect(fits(schema, value), `${key}: ${JSON.stringify(value)}`).toBe(!wrong)
    }
  },
)

test('every key is documented, and no word outlives its key', () => {
  expect(Object.keys(frontMatterDocs).toSorted()).toEqual(frontMatterKeys.map(({ key }) => key).toSorted())
})

test('an unknown key is one for the editor, too; a key of another tool is not', () => {
  expect(fits(frontMatterSchema(), { title: 'A', bibliography: 'a.bib', marp: true })).toBe(true)
  expect(fits(frontMatterSchema(), { titel: 'A' })).toBe(false)
})

const configs: object[] = [
  {},
  { decks: 'lectures', out: 'public', lang: 'de', footer: 'Course', theme: 'lecture' },
  { decks: '' },
  { decks: 3 },
  { trustHtml: true },
  { trustHtml: ['a'] },
  { trustHtml: 'a' },
  { iframes: ['www.geogebra.org'] },
  { iframes: ['https://www.geogebra.org/'] },
  { macros: { '\\R': '\\mathbb{R}' } },
  { macros: { '\\R': 1 } },
  { rules: { 'asset-alt': 'off' } },
  { rules: { 'asset-alt': 'loud' } },
  { rules: { 'asset-atl': 'off' } },
  { plugins: [] },
  { $schema: './schema.json' },
  { deks: 'a' },
]

test.for(configs)('config %j: editor and command accept the same', async (config) => {
  const root = emptyFolder()
  writeFileSync(path.join(root, 'lectern.config.json'), JSON.stringify(config))
  const taken = await loadConfig(root).then(
    () => true,
    () => false,
  )
  // Plugins are code, which JSON cannot hold.
  expect(fits(configSchema(), config)).toBe(taken && !('plugins' in config))
})

test('the config’s schema knows every rule', () => {
  const { properties = {} } = configSchema()
  expect(Object.keys(properties.rules!.properties!)).toEqual(Object.keys(rules))
})

test('a new project names schemas that the package exports', () => {
  const root = path.join(import.meta.dirname, '../..')
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const files = firstProject('a', '^1.0.0')
  const inDeck = /\$schema=(\S+)/.exec(files['slides/first-lecture.md']!)![1]!
  const inConfig = JSON.parse(files['lectern.config.json']!).$schema as string
  const installed = (from: string, to: string): string => path.posix.join('/', from, to)
  expect(installed('slides', inDeck)).toBe(
    installed('node_modules/lectern', exports['./schemas/front-matter.json']),
  )
  expect(installed('', inConfig)).toBe(installed('node_modules/lectern', exports['./schemas/config.json']))
  const prebuild = readFileSync(path.join(root, 'src/build/prebuild.ts'), 'utf8')
  for (const name of ['front-matter', 'config']) expect(prebuild).toContain(name)
})
