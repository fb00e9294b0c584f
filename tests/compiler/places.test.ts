/** Where messages say that something is, where a step has moved, cut or made it since it was read. */
import { expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

it.each([
  ['notes', '## A\n\n:::notes\nSome *words* and @fig-none\n:::\n', 'reference-unknown 4:18'],
  [
    'a step of the notes',
    '## A\n\n:::notes\nOne\n[click] two, [click] @fig-none\n:::\n',
    'reference-unknown 5:22',
  ],
  ['what `Note:` begins', '## A\n\nNote: @fig-none\n', 'reference-unknown 3:7'],
  ['words before a span', 'See @fig-none [x]{.a}\n', 'reference-unknown 1:5'],
  ['the title', '---\nlang: en\ntitle: Words[^none]\n---\n', 'footnote-missing 3:13'],
  ['a comment about the slide', '## A\n\nText\n\n<!-- .slide: nonsense=1 -->\n', 'attribute-unknown 5:14'],
  [
    'a comment about a background',
    '## A\n\nText\n\n<!-- .slide: background=x.png -->\n',
    'asset-missing 5:14',
  ],
  ['a key of the front matter that is none', '---\nlang: en\n[a]: b\n---\n', 'front-matter-unknown 3:1'],
  ['a formula in a road', '## A\n\n```roadmap\nA → $\\none$\n```\n', 'math-syntax 3:1'],
])('%s', async (_, text, place) => {
  const { messages } = await compile(text, memoryHost({}), { name: 'x', path: 'x.md' })
  expect(messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)).toEqual([place])
})
