/** Marked passages are found again: edited slides, words that stand in several places, other scripts; and not at any price. */
import { expect, test } from 'vitest'
import { findQuote, quoteOf } from '../../src/runtime/review/marks/anchor.ts'

const text =
  'Attention links any two positions. Each position asks with a query, offers a key, and gives a value. The weights are a softmax over $q \\cdot k$, divided by $\\sqrt{d_k}$. So attention is one step for any distance.'

const mark = (words: string, within = text, from = 0) => {
  const start = within.indexOf(words, from)
  return quoteOf(within, { start, end: start + words.length })
}
const find = (quote: ReturnType<typeof mark>, within: string): string | undefined => {
  const found = findQuote(within, quote)
  return found && within.slice(found.start, found.end)
}

test('it keeps the words and what stands around them', () => {
  expect(mark('offers a key')).toEqual({
    quote: 'offers a key',
    before: 'ach position asks with a query, ',
    after: ', and gives a value. The weights',
  })
})

test.each([
  ['unchanged', text],
  ['text put before', `A new first sentence. ${text}`],
  ['text put after', `${text} And one more.`],
  ['moved', `So attention is one step for any distance. ${text.slice(0, 100)}`],
])('%s', (_, edited) => {
  expect(find(mark('asks with a query, offers a key'), edited)).toBe('asks with a query, offers a key')
})

test.each([
  ['offers a key, and gives a value', 'offers a key and gives one value'],
  ['links any two positions', 'connects any two positions'],
  ['divided by $\\sqrt{d_k}$', 'scaled by $\\sqrt{d_k}$'],
])('“%s” edited to “%s”', (before, after) => {
  const found = find(mark(before), text.replace(before, after))
  expect(found).toBeDefined()
  expect(after.endsWith(found!.slice(-12))).toBe(true)
  expect(found!.length).toBeGreaterThan(after.length * 0.6)
})

test('as much context as was kept is compared', () => {
  const kept = { quote: 'one step', before: 'in ', after: '.' }
  expect(find(kept, 'Attention links any two positions in one step')).toBe('one step')
})

test('of the same words in two places the marked ones are found', () => {
  const twice = 'The model reads. The model writes what the model reads.'
  const quote = mark('model reads', twice, 20)
  const edited = 'The large model reads. The model writes what the model reads.'
  expect(findQuote(edited, quote)?.start).toBe(edited.lastIndexOf('model reads'))
})

test('Chinese', () => {
  const before = '掩码语言模型遮住一部分词元，再让模型预测它们。'
  const after = '在预训练时，掩码语言模型会遮住一部分词元，然后让模型预测它们。'
  expect(find(mark('遮住一部分词元', before), after)).toBe('遮住一部分词元')
  expect(find(mark('再让模型预测', before), after)).toContain('让模型预测')
})

test('what is gone is not found somewhere else', () => {
  const other = 'Word2Vec trains two small networks. The famous sum of vectors is king, man and woman.'
  expect(find(mark('offers a key'), other)).toBeUndefined()
  expect(find(mark('a'), other)).toBeUndefined()
  expect(find(mark('key'), text.replace('offers a key, and', 'offers something, and'))).toBeUndefined()
})
