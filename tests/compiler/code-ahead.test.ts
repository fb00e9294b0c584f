/** Which code of a deck can be highlighted before the deck is parsed. */
import { expect, test } from 'vitest'
import { codeIn } from '../../src/compiler/highlight.ts'

test.each([
  ['a fence', '```ts {1}\na\n\nb\n```\n', [['a\n\nb', 'ts']]],
  [
    'one without code, and the next',
    '```\n```\n~~~py\na\n~~~\n',
    [
      ['', ''],
      ['a', 'py'],
    ],
  ],
  ['a longer one around another', '````md\n```ts\na\n```\n````  \n', [['```ts\na\n```', 'md']]],
  ['line ends of other systems', '```ts\r\na\r\nb\r\n```\r\n', [['a\nb', 'ts']]],
  ['one that nothing ends', '```ts\na\n', []],
  ['one whose text is a file', '```ts {file=a.ts}\n```\n', []],
  ['code in a line', '```a``` b\n', []],
])('%s', (_, source, found) => {
  expect(codeIn(source).map(({ text, language }) => [text, language])).toEqual(found)
})

test('a hundred thousand openings without an end are read once', () => {
  expect(codeIn('```a\n'.repeat(100_000))).toEqual([])
})
