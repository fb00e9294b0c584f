/** Terms of `glossary.md`: how they are found, and what the manifest says of them. */
import { describe, expect, it } from 'vitest'
import { termPattern } from '../../src/compiler/3-transform/term-pattern.ts'
import { compileText } from '../support/compile-text.ts'

const entry = (...names: string[]) => ({ names, definition: [], card: [], slides: [] })
const find = (text: string, lang: string, ...names: string[]) =>
  termPattern(
    names.map((name) => entry(name)),
    lang,
  )
    .all(text)
    .map(({ start, length }) => text.slice(start, start + length))

describe('terms in text', () => {
  it.each([
    ['Attention, attention; inattention', ['attention'], ['Attention', 'attention']],
    ['It is IT', ['IT'], ['IT']],
    ['LMs and LM', ['LM'], ['LMs', 'LM']],
    ['language model and language\nmodels', ['Language model'], ['language model', 'language\nmodels']],
    ['a language model', ['model', 'language model'], ['language model']],
    ['C++ and a.b (c)', ['C++', 'a.b', '(c)'], ['C++', 'a.b', '(c)']],
    ['axb', ['a.b'], []],
    ['Fine-tuning, input/output', ['fine-tuning', 'Input/Output'], ['Fine-tuning', 'input/output']],
    ['self-attention', ['attention'], ['attention']],
    ['snake_attention attention2', ['attention'], []],
    ['用注意力机制', ['注意力'], ['注意力']],
  ])('%s', (text, names, found) => {
    expect(find(text, 'en', ...names)).toEqual(found)
  })

  it('have plurals in English only', () => {
    expect(find('models', 'de', 'model')).toEqual([])
  })
})

describe('the manifest', () => {
  it('knows where a term is spoken of that no slide explains', async () => {
    const { manifest } = await compileText(
      '## One {#one}\n\nx\n\n:::notes\nOf slopes and [tokens](#two).\n:::\n\n## Tokens {#two}\n\nx',
      { 'glossary.md': 'Slope\n: a\n\nToken\n: b\n\nOther\n: c\n' },
    )
    expect(manifest.glossary?.map(({ slides }) => slides)).toEqual([['one'], ['two'], []])
  })

  it('holds every term with what it means and where it is used', async () => {
    const { manifest } = await compileText('## One\n\nA gradient.\n\n## Two\n\nGradients.\n\n## Three\n\nx', {
      'glossary.md': 'Gradient\nSlope\n: A *vector*.\n\n  More $x$ & more.\n\nOther\n: y\n',
    })
    expect(manifest.glossary?.map(({ term, also, slides }) => [term, also, slides])).toEqual([
      ['Gradient', ['Slope'], ['one', 'two']],
      ['Other', [], []],
    ])
    const definition = manifest.glossary?.[0]?.definition ?? ''
    expect(definition).toMatch(
      /^<span class="card-line">A <em>vector<\/em>\.<\/span><span class="card-line">More /,
    )
    expect(definition).toContain('class="katex"')
    expect(definition).toMatch(/ &(?:amp|#x26); more\.<\/span>$/)
  })

  it('says nothing of terms where there are none', async () => {
    expect((await compileText('## A\n\nx')).manifest).not.toHaveProperty('glossary')
    const off = await compileText('---\nglossary: false\n---\n\n## A\n\nx', { 'glossary.md': 'x\n: y\n' })
    expect(off.manifest).not.toHaveProperty('glossary')
    expect(off.html).not.toContain('<dfn')
  })
})
