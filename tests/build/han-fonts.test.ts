import { describe, expect, it } from 'vitest'
import { hanType, withHanType } from '../../src/build/han-type.ts'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { emptyFolder } from './run.ts'

const bundle = { scripts: [], styles: ['lecture.css'], files: new Map<string, Uint8Array>() }
const compiled = (source: string, files: Record<string, string> = {}) =>
  compile(source, memoryHost(files), { name: 'deck', path: 'deck.md' })

/** The lecture's bundle with the Chinese type of a deck. */
const withType = async (source: string, files?: Record<string, string>) =>
  withHanType(bundle, await hanType([await compiled(source, files)], emptyFolder()))

describe('Chinese type', () => {
  it('comes with a deck that uses it, on slides or in notes, and covers each character', async () => {
    const made = await withType('## 词向量\n\n上下文。\n\n:::notes\n预训练\n:::\n')
    const [, sheet] = made.styles
    const css = new TextDecoder().decode(made.files.get(sheet!))
    const ranges = [...css.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from, to]) => [
      parseInt(from!, 16),
      parseInt(to ?? from!, 16),
    ])
    for (const char of '词向量上下文。预训练')
      expect(
        ranges.some(([from, to]) => from! <= char.codePointAt(0)! && char.codePointAt(0)! <= to!),
        char,
      ).toBe(true)
    for (const [, file] of css.matchAll(/url\(([^)]+)\)/g))
      expect(made.files.get(file!)?.length).toBeGreaterThan(500)
    // The whole parts would weigh some 50 kB each.
    const bytes = [...made.files.values()].reduce((sum, file) => sum + file.length, 0)
    expect(bytes).toBeLessThan(30_000)
  })

  it('covers what only a term or a card of the deck says', async () => {
    const glossary = 'Word vector (词向量)\n: A point for a word (点)\n'
    const deck = '## A word vector\n\n> [!cards]\n> What :: 题\n'
    const made = await withType(deck, { 'glossary.md': glossary })
    const css = new TextDecoder().decode(made.files.get(made.styles[1]!))
    for (const char of '词向量点题')
      expect(css.toUpperCase()).toContain(`U+${char.codePointAt(0)!.toString(16).toUpperCase()}`)
  })

  it('has quotation marks of its own where the deck is Chinese', async () => {
    const css = async (lang: string) => {
      const made = await withType(`---\nlang: ${lang}\n---\n\n## 主“词”\n\n中文\n`)
      return new TextDecoder().decode(made.files.get(made.styles[1]!))
    }
    expect(await css('zh-CN')).toMatch(/font-family:'Noto Sans SC Quotes'[^}]*unicode-range:U\+201C-201D/)
    expect(await css('en')).not.toContain('Quotes')
  })

  it.each([
    ['a deck without Han characters', '## Word vectors\n'],
    ['a Japanese deck, which its readers see in other forms', '---\nlang: ja\n---\n\n## 単語ベクトル\n'],
  ])('stays away from %s', async (_, source) => {
    expect(await withType(source)).toBe(bundle)
  })
})
