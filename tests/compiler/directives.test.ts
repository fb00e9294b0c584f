/** Directives as data: what their declarations say is what is checked, in one place. */
import type { RootContent } from 'mdast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { parse } from '../../src/compiler/1-parse/parse.ts'
import { outline } from '../../src/compiler/2-outline/outline.ts'
import { checkValue, type AttributeSpec } from '../../src/compiler/attribute-spec.ts'
import type { Context } from '../../src/compiler/context.ts'
import { report } from '../../src/compiler/diagnostics.ts'
import type { Directive } from '../../src/compiler/directives/directive.ts'
import { directives } from '../../src/compiler/directives/index.ts'
import { runDirectives } from '../../src/compiler/directives/run-directives.ts'
import { compileText } from '../support/compile-text.ts'

const spec = (type: AttributeSpec['type'], more: Partial<AttributeSpec> = {}): AttributeSpec => ({
  type,
  what: 'Something',
  ...more,
})

test.for([
  ['number', '-1.5', true],
  ['number', '3px', false],
  ['number', '', false],
  ['length', '40%', true],
  ['length', 'calc(100% - 2em)', true],
  ['length', 'wide', false],
  ['length', '3 px', false],
  ['flag', '', true],
  ['flag', 'false', true],
  ['flag', 'key', true],
  ['flag', 'maybe', false],
  ['path', 'a/b.png', true],
  ['path', ' ', false],
  ['id', 'fig-a', true],
  ['id', '#fig-a', false],
  ['id', 'two words', false],
  ['string', 'anything at all', true],
] as const)('a %s: %j fits: %s', ([type, value, fits]) => {
  expect('value' in checkValue('key', value, spec(type))).toBe(fits)
})

test('an enum names what it takes', () => {
  const checked = checkValue('side', 'up', spec('enum', { values: ['left', 'right', 'top'] }))
  expect(checked).toEqual({
    reason: '`side=up` is no value that is accepted',
    fix: 'Use `left`, `right` or `top`.',
  })
})

test('a bare number gets the unit of its declaration', () => {
  expect(checkValue('width', '40', spec('length', { unit: '%' }))).toEqual({ value: '40%' })
  expect(checkValue('width', '3em', spec('length', { unit: '%' }))).toEqual({ value: '3em' })
})

const seen: Record<string, string>[] = []
const shelf: Directive = {
  name: 'shelf',
  kinds: ['container'],
  what: 'Holds books',
  children: ['book'],
  run: (node) => node.children,
}
const book: Directive = {
  name: 'book',
  kinds: ['leaf'],
  what: 'A book',
  attributes: {
    title: { type: 'string', what: 'Its title', required: true, example: '"Emma"' },
    pages: { type: 'number', what: 'How long it is' },
    shelf: { type: 'enum', what: 'Where', values: ['up', 'down'], default: 'up' },
  },
  within: { directives: ['shelf'], layouts: ['full'] },
  run({ attributes }) {
    seen.push(attributes.values)
    return [{ type: 'paragraph', children: [{ type: 'text', value: attributes.values.title ?? '' }] }]
  },
}

/** Runs Lectern's directives and these two over a deck; gives messages and what the book saw. */
function run(source: string): { reports: string[]; nodes: RootContent[] } {
  seen.length = 0
  const file = new VFile({ path: 'deck.md', value: source })
  const { root, facts } = parse(file)
  const deck = outline(root, facts, file)
  const context = {
    file,
    report: (rule, place, reason, more) => void report(file, rule, place, reason, more),
  } as Context
  runDirectives(deck, context, [shelf, book])
  const reports = file.messages.map(
    ({ line, column, ruleId, reason, note }) => `${line}:${column} ${ruleId} ${reason} | ${note}`,
  )
  return { reports, nodes: deck.children.flatMap(({ children }) => children.flatMap((s) => s.children)) }
}

test('what is right is silent, and defaults are put in', () => {
  const { reports } = run(
    '## A\n\n:::shelf\n::book{title="Emma" pages=300 data-x=1 width=40% #e .thick}\n:::\n',
  )
  expect(reports).toEqual([])
  expect(seen).toEqual([{ title: 'Emma', pages: '300', 'data-x': '1', width: '40%', shelf: 'up' }])
})

test('each fault is told at its own column and kept from the directive', () => {
  const { reports } = run(
    '## A\n\n:::shelf\n::book{title="Emma" pages=many shelf=left colour=red tilte=x}\n:::\n',
  )
  expect(reports).toEqual([
    '4:21 attribute-value `pages=many` is no number | Write `pages=3`.',
    '4:32 attribute-value `shelf=left` is no value that is accepted | Use `up` or `down`.',
    '4:43 attribute-unknown `::book` has no attribute `colour` | Its own are `title`, `pages`, `shelf`; write `data-colour` for one of yours.',
    '4:54 attribute-unknown `::book` has no attribute `tilte` | Did you mean `title`?',
  ])
  expect(seen).toEqual([{ title: 'Emma', shelf: 'up' }])
})

test('without what it cannot do without it does not run, and its line shows', () => {
  const { reports, nodes } = run('## A\n\n:::shelf\n::book{pages=3}\n:::\n')
  expect(reports).toEqual(['4:1 attribute-missing `::book` needs `title`: Its title | Write `title="Emma"`.'])
  expect(seen).toEqual([])
  expect(JSON.stringify(nodes)).toContain('::book{pages=3}')
})

test('a leaf written as a container keeps its content', () => {
  const { reports, nodes } = run('## A\n\n:::shelf\n::::book{title=x}\ninside\n::::\n:::\n')
  expect(reports).toEqual([
    '4:1 directive-kind `book` has no content | Write `::book{…}` on a line of its own, without an end.',
  ])
  expect(JSON.stringify(nodes)).toContain('inside')
})

test('a container written as a leaf says how it is written', () => {
  expect(run('## A\n\n::shelf\n').reports).toEqual([
    '3:1 directive-kind `shelf` needs content | Write `:::shelf`, its content, and `:::`.',
  ])
})

test('what stands in the wrong place says where it belongs', () => {
  expect(run('## A\n\n::book{title=x}\n').reports).toEqual([
    '3:1 directive-place `::book` stands outside of `:::shelf` | Put it into `:::shelf`.',
  ])
  expect(run('## A\n\n:::shelf\n:::fit\nbig\n:::\n:::\n').reports).toEqual([
    '4:1 directive-place `:::fit` stands directly in `:::shelf` | `:::shelf` holds `:::book`: put it into one.',
  ])
  // However deep, and on a layout that makes the place by itself.
  expect(run('## A\n\n::::shelf\n::: {.mine}\n::book{title=x}\n:::\n::::\n').reports).toEqual([])
  expect(run('## A {layout=full}\n\n::book{title=x}\n').reports).toEqual([])
})

test('a column stands in columns or on a slide of two', async () => {
  const { reports } = await compileText('## A\n\n:::column\nx\n:::\n')
  expect(reports).toEqual(['3:1 directive-place `:::column` stands outside of `:::columns`'])
  const two = await compileText('## A {layout=two-cols}\n\n:::column\nx\n:::\n\n:::column\ny\n:::\n')
  expect(two.reports).toEqual([])
})

test('attributes of images, links and spans are held against the same table', async () => {
  const { reports, html } = await compileText(
    '## A\n\n![a](a.png){width=huge}\n\n[x]{dir=up} and ![v](v.mp4){autoplay=false loop}\n',
    { 'a.png': '', 'v.mp4': '' },
  )
  expect(reports).toEqual([
    '3:13 attribute-value `width=huge` is no length',
    '5:5 attribute-value `dir=up` is no value that is accepted',
  ])
  expect(html).not.toContain('width:huge')
  expect(html).not.toContain('autoplay')
})

test('names that every object has are unknown like any other', async () => {
  const { reports } = await compileText(
    '## A {constructor=x}\n\n:::columns\n:::column{toString=x}\ny\n:::\n:::\n\n[a]{.b valueOf=x}\n',
  )
  expect(reports).toEqual([
    '1:7 attribute-unknown Unknown slide attribute `constructor`',
    '4:11 attribute-unknown `:::column` has no attribute `toString`',
    '9:8 attribute-unknown Unknown attribute `valueOf`',
  ])
})

test('every directive and attribute of ours says what it does', () => {
  for (const { name, what, attributes = {} } of directives) {
    expect(what, name).toMatch(/\w{3}/)
    for (const [key, { what: does, type, values }] of Object.entries(attributes)) {
      expect(does, `${name} ${key}`).toMatch(/\w{3}/)
      expect(type === 'enum', `${name} ${key}`).toBe(values !== undefined)
    }
  }
})
