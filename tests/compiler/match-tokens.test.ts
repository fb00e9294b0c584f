/** Which token of one version of a listing is which of the next. */
import { describe, expect, test } from 'vitest'
import { matchTokens } from '../../src/compiler/3-transform/morph/match-tokens.ts'

const tokens = (text: string) => text.match(/\w+|[^\w\s]/g) ?? []

/** The next version, each token with its place in the one before, `+` where it is new; then what is gone. */
function told(before: string, after: string): string {
  const [from, to] = [tokens(before), tokens(after)]
  const found = matchTokens(from, to)
  const gone = from.filter((_, at) => !found.includes(at))
  return `${to.map((token, at) => token + (found[at] ?? '+')).join(' ')} | ${gone.join(' ')}`.trim()
}

describe('tokens of two versions', () => {
  test.each([
    ['the same', 'a = b', 'a = b', 'a0 =1 b2 |'],
    ['a word more', 'f(a)', 'f(a, b)', 'f0 (1 a2 ,+ b+ )3 |'],
    ['another word', 'f(a)', 'f(b)', 'f0 (1 b+ )3 | a'],
    ['a word less', 'return a + b', 'return b', 'return0 b3 | a +'],
    ['wrapped in a call', 'y = x + 1', 'y = f(x + 1)', 'y0 =1 f+ (+ x2 +3 14 )+ |'],
    ['a call around two', 'loss(x)', 'mean(loss(x), 1)', 'mean+ (+ loss0 (1 x2 )3 ,+ 1+ )+ |'],
    ['changed places', 'f(a, b)', 'f(b, a)', 'f0 (1 b4 ,+ a2 )5 | ,'],
    [
      'a line moved over two others',
      'alpha = one beta = two gamma = three',
      'beta = two gamma = three alpha = one',
      'beta3 =4 two5 gamma6 =7 three8 alpha0 =1 one2 |',
    ],
    ['all new', '', 'a b', 'a+ b+ |'],
    ['all gone', 'a b', '', '| a b'],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toBe(expected)
  })

  test('no token is taken twice, whatever comes', () => {
    const words = ['a', 'bb', '(', ')', '=', 'self']
    const random = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed)
      const some = () => Array.from({ length: Math.floor(next() * 40) }, () => words[Math.floor(next() * 6)]!)
      const [before, after] = [some(), some()]
      const found = matchTokens(before, after)
      const taken = found.filter((at) => at !== undefined)
      expect(new Set(taken).size).toBe(taken.length)
      for (const [at, from] of found.entries()) if (from !== undefined) expect(before[from]).toBe(after[at])
    }
  })

  test('a short word far away, across what stays, is another one', () => {
    const middle = 'one two three four five six seven eight nine ten eleven twelve thirteen'
    expect(told(`i ${middle} end`, `${middle} end i`)).toMatch(/ i\+ \| i$/)
    expect(told(`index ${middle} end`, `${middle} end index`)).toMatch(/ index0 \|$/)
  })
})
