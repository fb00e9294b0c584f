/** Text in which something stands within itself without end, or comes too often: bounded, named, and all still there. */
import type { List, RootContent } from 'mdast'
import { expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { DEEPEST_TEXT } from '../../src/compiler/1-parse/depth-bound.ts'
import { DEEPEST } from '../../src/compiler/1-parse/nesting-bound.ts'
import { MOST_SIGNS } from '../../src/compiler/1-parse/emphasis-bound.ts'
import { evenly } from '../../src/compiler/fit/pages.ts'
import { suggest } from '../../src/compiler/suggest.ts'

const deck = (text: string) => compile(`## A\n\n${text}`, memoryHost({}), { name: 'x', path: 'x.md' })
const found = ({ messages }: Awaited<ReturnType<typeof deck>>, rule: string) =>
  messages.filter(({ ruleId }) => ruleId === rule).map(({ line, column }) => `${line}:${column}`)
const lines = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('\n')

it.each([
  ['lists', lines(200, (at) => `${'  '.repeat(at)}- x${at + 800}x`), `${3 + DEEPEST - 1}:${2 * DEEPEST + 1}`],
  ['numbered lists', `${'1. '.repeat(1000)}x999x`, `3:${3 * DEEPEST + 1}`],
  ['lists on a line', `${'- '.repeat(5000)}x999x`, `3:${2 * DEEPEST + 1}`],
  ['quotations', `${'> '.repeat(5000)}x999x`, `3:${2 * DEEPEST + 1}`],
  ['quotations without spaces', `${'>'.repeat(5000)} x999x`, `3:${DEEPEST + 1}`],
  ['lists in quotations', lines(100, (at) => `${'> - '.repeat(at)}x${at + 900}x`), undefined],
])('%s that stand in each other without end', async (_, text, place) => {
  const compiled = await deck(text)
  expect(found(compiled, 'internal')).toEqual([])
  expect(found(compiled, 'nesting-deep')).toEqual(place === undefined ? [expect.any(String)] : [place])
  expect(compiled.slides.map(({ html }) => html).join('')).toContain('x999x')
})

it('lists of as many levels as the bound are lists', async () => {
  const compiled = await deck(lines(DEEPEST, (at) => `${'  '.repeat(at)}- x\n`))
  expect(found(compiled, 'nesting-deep')).toEqual([])
  expect(compiled.slides[0]?.html.match(/<li>/g)).toHaveLength(DEEPEST)
})

it('what follows something nested too deep is read as ever', async () => {
  const { slides } = await deck(
    `${'> '.repeat(40)}x\n\n- one\n- two\n  > quoted\n\n1. three\n\n> four\n> five`,
  )
  const html = slides.map((slide) => slide.html).join('\n')
  expect(html).toMatch(/<li>one<\/li>\s*<li>two\s*<blockquote>/)
  expect(html).toMatch(/<ol>\s*<li>three<\/li>/)
  expect(html).toMatch(/<blockquote>\s*<p>four\nfive<\/p>/)
})

it('a paragraph of thousands of signs of emphasis shows them, and says so', async () => {
  const many = await deck('*a* **b** ~~c~~ ==d== '.repeat(MOST_SIGNS / 4))
  expect(found(many, 'emphasis-many')).toEqual(['3:1'])
  expect(many.slides[0]?.html).toContain('*a* **b** ~~c~~ ==d==')
  const enough = await deck('*a* '.repeat(MOST_SIGNS / 2))
  expect(found(enough, 'emphasis-many')).toEqual([])
  expect(enough.slides.map(({ html }) => html).join('')).toContain('<em>a</em>')
})

it.each([
  ['stars', `${'*'.repeat(3000)}x${'*'.repeat(3000)}`, 'emphasis-many'],
  ['emphasis', `${'*a '.repeat(1500)}x${' b*'.repeat(1500)}`, 'nesting-deep'],
  ['pictures', `${'!['.repeat(3000)}x${'](a.png)'.repeat(3000)}`, 'emphasis-many'],
  ['spans', `${'['.repeat(900)}x${']{.b}'.repeat(900)}`, 'nesting-deep'],
  ['open brackets', `${'['.repeat(3000)}x [link](a)`, 'emphasis-many'],
])('%s that stand in each other without end', async (_, text, rule) => {
  const compiled = await deck(text)
  expect(found(compiled, 'internal')).toEqual([])
  expect(found(compiled, rule)).toHaveLength(1)
  const html = compiled.slides.map((slide) => slide.html).join('')
  expect(html).toContain('x')
})

it('what stands too deep is shown with its signs as written', async () => {
  const { slides } = await deck(`${'*a '.repeat(DEEPEST_TEXT)}**x** [y](#a)${' b*'.repeat(DEEPEST_TEXT)}`)
  const html = slides.map((slide) => slide.html).join('')
  expect(html.match(/<em>/g)).toHaveLength(DEEPEST_TEXT)
  expect(html).toContain('**x** [y](#a)')
})

it('a name that is longer than any other is compared with none', () => {
  const known = Array.from({ length: 100 }, (_, at) => `name-${at}`)
  expect(suggest('name-1'.repeat(100_000), known)).toBeUndefined()
  expect(suggest('nome-1', known)).toBe('name-1')
})

it.each([
  ['a list', (list: List): RootContent => list],
  ['a list in a box', (list: List): RootContent => ({ type: 'box', children: [list] })],
])('dealing out %s over slides takes work by its length, not by the square', (_, held) => {
  const item = { type: 'listItem', children: [] } as const
  const itemsOf = (node: RootContent): number => {
    if (node.type === 'list') return node.children.length
    return node.type === 'box'
      ? node.children.reduce((sum, child) => sum + itemsOf(child as RootContent), 0)
      : 0
  }
  const sum = (nodes: readonly RootContent[]): number => nodes.reduce((all, node) => all + itemsOf(node), 0)
  /** Items that were looked at until all were dealt out, 20 to a slide. */
  const looked = (count: number): number => {
    const list: List = {
      type: 'list',
      children: Array.from({ length: count }, () => ({ ...item, children: [] })),
    }
    let seen = 0
    const fill = (nodes: readonly RootContent[]): number => {
      seen += sum(nodes)
      return sum(nodes) / 20
    }
    const pages = evenly([held(list)], fill)
    expect(sum(pages.flat())).toBe(count)
    expect(pages).toHaveLength(count / 20)
    return seen
  }
  expect(looked(6000) / looked(1500)).toBeLessThan(5)
})
