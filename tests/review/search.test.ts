/** What a student types and the slides that must come, over the flagship lecture. */
import { beforeAll, describe, expect, test } from 'vitest'
import { searchIndex } from '../../src/build/search/search-script.ts'
import { htmlText } from '../../src/build/search/html-text.ts'
import { Finder } from '../../src/runtime/review/search/find.ts'
import { hitsIn, snippetOf } from '../../src/runtime/review/search/hits.ts'
import type { DeckIndex } from '../../src/shared/search-index.ts'
import { readQuery, texTerms, textTerms } from '../../src/shared/search-terms.ts'
import { compileFlagship } from '../flagship/deck.ts'

let finder: Finder

beforeAll(async () => {
  // Through JSON, as the browser gets it.
  const index = JSON.parse(JSON.stringify(searchIndex(await compileFlagship()))) as DeckIndex
  finder = new Finder([index])
})

const slugs = (query: string): string[] => finder.find(query).map(({ doc }) => doc.slug)

/** The first must come first, the others somewhere. */
const table: [query: string, first: string, ...also: string[]][] = [
  // Words of titles and slides.
  ['what is a foundation model', 'check-a', 'definition', 'what-it-is'],
  ['self-supervision', 'definition'],
  ['five properties', 'properties'],
  ['homogenization', 'homogenization'],
  ['skip-gram', 'cbow'],
  ['king queen', 'analogies'],
  ['ELMo vector', 'elmo'],
  ['LSTM', 'lstm-memory'],
  ['attention', 'attention'],
  ['masks', 'masks'],
  ['GPT-1 BERT', 'masks', 'pre-train'],
  ['gradient descent', 'fine-tuning'],
  ['in-context learning', 'scale', 'check-f'],
  ['compute budget', 'frontier'],
  ['Kaplan', 'frontier'],
  ['Chinchilla', 'frontier', 'rounding'],
  ['palm', 'palm'],
  ['reward model', 'instructgpt'],
  ['ChatGPT', 'chatgpt'],
  ['audio video', 'modalities'],
  ['paradigms', 'paradigms', 'human-work'],
  ['mmlu', 'mmlu'],
  ['chain of thought', 'gsm8k', 'chain-of-thought'],
  ['edit distance', 'mirage'],
  ['sam altman', 'price', 'check-h'],
  ['stochastic parrots', 'references'],
  ['175B', 'instructgpt', 'scale'],
  // As one types.
  ['emerg', 'emergence'],
  ['modalit', 'alignment', 'modalities'],
  ['gpt3', 'scale'],
  ['finetuning', 'fine-tuning'],
  // Misspelt.
  ['atention', 'attention'],
  ['emergance', 'emergence'],
  ['chinchila', 'frontier'],
  ['homogenisation', 'homogenization'],
  // Chinese, alone and mixed.
  ['词向量', 'words', 'what-it-is', 'timeline'],
  ['上下文', 'what-it-is'],
  ['预训练', 'fine-tuning', 'pre-train', 'what-it-is'],
  ['全模态', 'what-it-is', 'timeline'],
  ['特征工程', 'paradigms'],
  ['Word2Vec 词向量', 'words'],
  ['GPT-3 规模化', 'scale'],
  // Formulas.
  ['\\sqrt', 'attention'],
  ['sqrt', 'attention'],
  ['\\sqrt{d_k}', 'attention'],
  ['d_k', 'attention'],
  ['dk', 'attention'],
  ['QK^\\top', 'attention'],
  ['softmax', 'attention', 'cbow'],
  ['\\theta_0', 'fine-tuning', 'scale'],
  ['theta', 'fine-tuning', 'masks'],
  ['\\beta', 'loss', 'instructgpt'],
  ['argmax', 'scale'],
  ['6ND', 'loss'],
  ['C \\approx 6ND', 'loss'],
  ['N^\\alpha', 'loss'],
  ['1.69', 'loss'],
]

describe('the flagship', () => {
  test('the table is long enough to mean something', () => {
    expect(table.length).toBeGreaterThanOrEqual(40)
  })

  test.each(table)('%s', (query, first, ...also) => {
    const found = slugs(query)
    expect(found[0]).toBe(first)
    expect(found).toEqual(expect.arrayContaining(also))
  })

  test.each(['zebra', '斑马', '\\oint', 'attention zebra', '掩码'])('nothing has %s', (query) => {
    expect(slugs(query)).toEqual([])
  })

  test.each(['', '  ', '…', '\\', '$'])('%j asks for nothing', (query) => {
    expect(slugs(query)).toEqual([])
  })
})

describe('terms', () => {
  test('Chinese runs are cut into characters and pairs, asked for in pairs', () => {
    expect(textTerms('掩码语言')).toEqual(['掩', '码', '语', '言', '掩码', '码语', '语言'])
    expect(readQuery('语言模型')).toEqual([{ any: [['语言', '言模', '模型']], loose: false }])
  })

  test('a word with a hyphen is found joined, whole and in parts', () => {
    expect(textTerms('GPT-3')).toEqual(['gpt3', 'gpt', '3'])
    expect(textTerms('1.3B and 1,000')).toEqual(['1.3b', 'and', '1000'])
  })

  test('commands with and without their backslash, indices together and apart', () => {
    expect(texTerms(String.raw`\sqrt{d_{k}}`)).toEqual(['\\sqrt', 'sqrt', 'd_k', 'dk', 'd', 'k'])
    expect(texTerms(String.raw`\mathrm{softmax}`)).toContain('softmax')
  })
})

describe('what is shown', () => {
  test('whole words are marked, Chinese in runs, hyphens or not', () => {
    expect(hitsIn('the GPT-3 and gpt30', ['gpt3'])).toEqual([[4, 9]])
    expect(hitsIn('注意力机制,意义', ['注意', '意力'])).toEqual([[0, 3]])
  })

  test('a snippet holds its hits', () => {
    const long = `${'word '.repeat(60)}attention is here ${'word '.repeat(60)}`
    const { text, hits } = snippetOf(long, ['attention'])!
    expect(hits.map(([start, end]) => text.slice(start, end))).toEqual(['attention'])
    expect(text.length).toBeLessThan(180)
  })

  test('formulas leave running text; cards and markers are not in it', () => {
    const katex =
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi><annotation encoding="application/x-tex">x &lt; 1</annotation></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>'
    const html = `<p>Let ${katex} be<span class="hover-card">hidden ${katex.replace('x &lt; 1', 'y')}</span> sm<em>all</em>.</p><p>B</p>`
    expect(htmlText(html)).toEqual({ text: 'Let be small. B', tex: ['x < 1'] })
  })
})
