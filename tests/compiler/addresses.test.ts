/** Addresses that stand in the text are found wherever GFM alone finds them. */
import { array, assert, constantFrom, property } from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { remarkAddresses } from '../../src/compiler/1-parse/addresses.ts'

const alone = unified().use(remarkParse).use(remarkGfm).freeze()
const bounded = unified().use(remarkParse).use(remarkGfm).use(remarkAddresses).freeze()

function same(text: string): void {
  expect(bounded.parse(text)).toEqual(alone.parse(text))
}

it.each([
  'Write to me@example.org, or look at www.example.org and http://example.org/a_b.',
  'Encoded: me&#64;example.org, me&commat;example.org, http&colon;//example.org, WWW.example.org',
  '# me@example.org\n\n- [www.a.org](u) b@c.org\n\n| a@b.org | *www.b.org* |\n|-|-|\n| c | d@e.org |\n',
  'xmpp:a@b.org/c and mailto:a@b.org\n\n> a@b.org[^1]\n\n[^1]: c@d.org\n',
  'No address: a @ b, and http:/ or www',
])('%s', same)

it('in any text', () => {
  const parts =
    '|a@b.co|www.|www.a.org|http://a.b|://|@|&#64;|mailto:|word|.|-|_|*|[|](u)|[x]|<|>|`|\n|\n\n|- |> |# '
  assert(
    property(array(constantFrom(...parts.split('|'), ' ', '|'), { maxLength: 30 }), (some) =>
      same(some.join('')),
    ),
    { numRuns: 500 },
  )
})
