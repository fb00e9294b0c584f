/** A text that is read in pieces gives the tree that it gives when it is read at once. */
import { expect, it } from 'vitest'
import { VFile } from 'vfile'
import { parse } from '../../src/compiler/1-parse/parse.ts'
import { hurtDeck, readSeeds } from '../support/fuzz.ts'

function treeOf(text: string, pieceSize: number) {
  const file = new VFile({ path: 'x.md', value: text, data: { pieceSize } })
  const { root } = parse(file)
  return { root, messages: file.messages.map(String) }
}

const same = (text: string, size: number): void => expect(treeOf(text, size)).toEqual(treeOf(text, Infinity))

it.each([
  ['lists', '- a\n- b\n\n  c\n- d\n\n\n- e\n* f\n1. g\n3. h\n\n   i\n4) j\n'],
  ['tasks and lists of lists', '- [ ] a\n  - b\n- [x] c\n\n    code\n- d\n\ntext\n- e\n  1. f\n\n\n\n- g\n'],
  [
    'names that stand elsewhere',
    '[a], [b][a], ![c], [^d]\n\ntext\n\n> [e\n> f]\n\n[^d]: x [a]\n\n[A]: u\n\n[c]: v\n\n[e f]: w\n',
  ],
  [
    'code, HTML and formulas with blank lines',
    '```\na\n\nb\n\n- c\n```\n\n<pre>\n\nd\n\n</pre>\n\n$$\nx\n\ny\n$$\n\n<!--\n\nz\n\n-->\n\n$a$ and $$b$$\n\n$$\nc\n$$ {#eq-c}\n',
  ],
  ['definition lists', 'a\n: b\n\nc\n: d\n\ne\n\n: f\n\n    g\n\nh\n: i\n\n: caption\n\n|j|\n|-|\n'],
  [
    'containers',
    '::: note [a *b* $x$]{.c}\n\nd\n\n::: {.e}\n\nf\n\n:::\n\n:::\n\n!!! note "T"\n    a\n\n    b\n\nc\n\n=== "D"\n\n    e\n',
  ],
  ['headings and tables', 'a\n===\n\nb\n\n---\n\n## c {.d}\n|a|\n|-|\n|b|\n\n|c|\n|-|\nd\n\n***\n\n- - -\n'],
  ['lazy lines', '> a\nb\n\n- c\nd\n\n> - e\nf\n\n[^g]: h\ni\n\n    j\n'],
  ['old and new line ends', 'a\r\n\r\n- b\r\n- c\r\n\r\nd\r\r- e\r- f\r'],
])('%s', (_, text) => {
  for (const size of [1, 5, 12, 30]) same(text, size)
})

it('decks and hurt decks', { timeout: 120_000 }, () => {
  const seeds = readSeeds(['tests/compiler/fixtures', 'tests/sites'])
  for (const text of seeds) same(text, 40)
  for (let number = 1; number <= 60; number++) same(hurtDeck(seeds, number), 1 + (number % 90))
})
