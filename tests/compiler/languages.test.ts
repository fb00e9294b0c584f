/** What a deck's language decides: the way it runs, the words that Lectern puts in, how lines and stress are set. */
import { describe, expect, it } from 'vitest'
import { reviewWords } from '../../src/shared/review-words.ts'
import { speakerWords } from '../../src/shared/speaker-words.ts'
import { pageWordsIn } from '../../src/shared/words/page-words.ts'
import { everySlideWords, slideWordsIn } from '../../src/shared/words/slide-words.ts'
import { counted } from '../../src/shared/words/words.ts'
import { compileText } from '../support/compile-text.ts'

const inLang = (lang: string, source: string) => compileText(`---\nlang: ${lang}\n---\n\n## A\n\n${source}`)

describe('the way a deck runs', () => {
  it.each(['ar', 'fa', 'he', 'ur', 'ar-EG'])('%s: from right to left', async (lang) => {
    expect((await inLang(lang, 'x')).manifest.dir).toBe('rtl')
  })

  it.each(['en', 'zh', 'ja', 'haw', 'arn'])('%s: from left to right', async (lang) => {
    expect((await inLang(lang, 'x')).manifest.dir).toBe('ltr')
  })

  it('is that of a part in another language', async () => {
    const { html, slides } = await inLang(
      'en',
      'a [שלום]{lang=he} b\n\nסוף {lang=he}\n\n## ב {lang=he}\n\n[x]{lang=en}',
    )
    expect(html).toContain('<span lang="he" dir="rtl">שלום</span>')
    expect(html).toContain('<p lang="he" dir="rtl">סוף</p>')
    expect(slides[1]?.attributes).toMatchObject({ lang: 'he', dir: 'rtl' })
    expect((await inLang('he', '[x]{lang=en} [y]{lang=ar}')).html).toContain(
      '<span lang="en" dir="ltr">x</span> <span lang="ar">y</span>',
    )
  })

  it('is the author’s where it is written', async () => {
    expect((await compileText('---\nlang: he\ndir: ltr\n---\n\n## A')).manifest.dir).toBe('ltr')
  })
})

describe('words', () => {
  it('are there in twelve languages, each for every key', () => {
    expect(everySlideWords).toHaveLength(12)
    const keys = Object.keys(slideWordsIn('en'))
    for (const words of everySlideWords) {
      expect(Object.keys(words)).toEqual(keys)
      expect(Object.values(words).filter((word) => word.trim() === '')).toEqual([])
    }
  })

  it.each([
    ['he', 'שאלה'],
    ['iw', 'שאלה'],
    ['ar', 'سؤال'],
    ['ko-KR', '질문'],
    ['pt-BR', 'Pergunta'],
    ['it', 'Domanda'],
    ['ru', 'Вопрос'],
    ['tlh', 'Question'],
    ['not a tag', 'Question'],
  ])('a callout in %s', async (lang, word) => {
    const { html } = await inLang(lang, '> [!question]\n> x')
    expect(html).toContain(`<p class="callout-title">${word}</p>`)
  })

  it.each([
    ['en', 1, '1 slide'],
    ['en', 12, '12 slides'],
    ['ru', 1, '1 слайд'],
    ['ru', 3, '3 слайда'],
    ['ru', 25, '25 слайдов'],
    ['ar', 2, 'شريحتان'],
    ['ar', 5, '5 شرائح'],
    ['he', 2, 'שתי שקופיות'],
    ['zh', 1, '1 张幻灯片'],
    ['no tag', 2, '2 slides'],
  ])('count as %s counts: %i', (lang, count, phrase) => {
    expect(counted(pageWordsIn(lang).slides, count, lang)).toBe(phrase)
  })

  it.each([
    ['答案：42\n> 提示：数一数', 'zh'],
    ['Antwort: 42\n> Hinweis: Zählen', 'de'],
    ['Réponse : 42\n> Indice : Comptez', 'fr'],
    ['תשובה: 42\n> רמז: לספור', 'he'],
    ['Ответ: 42\n> Подсказка: считайте', 'ru'],
  ])('name the answer and the hint: %s', async (lines, lang) => {
    const { manifest } = await inLang(lang, `> [!quiz] x\n> ${lines}\n>\n> y`)
    expect(manifest.quizzes[0]).toMatchObject({
      kind: 'number',
      value: 42,
      hint: expect.stringContaining('<p>'),
    })
  })
})

describe('lines of the source', () => {
  it.each([
    ['zh', '中文\n中文', '中文中文'],
    ['zh', '中文，\nLatin', '中文，Latin'],
    ['zh', '中文\nLatin', '中文\nLatin'],
    ['zh', '他说\n“好”', '他说“好”'],
    ['en', '中文\n中文', '中文中文'],
    ['ja', 'ひらがな\nカタカナ', 'ひらがなカタカナ'],
    ['ko', '한국어\n띄어쓰기', '한국어\n띄어쓰기'],
    ['zh', '中文\n**重点**\n中文', '中文<strong>重点</strong>中文'],
    ['zh', '中文\\\n中文', '中文<br>\n中文'],
    ['zh', '**中文\n中文**', '<strong>中文中文</strong>'],
  ])('%s: %j', async (lang, source, expected) => {
    expect((await inLang(lang, source)).html).toContain(`<p>${expected}</p>`)
  })
})

describe('stress', () => {
  it.each([
    ['*word*', '<em>word</em>'],
    ['*слово*', '<em>слово</em>'],
    ['*重点*', '<em class="dotted">重点</em>'],
    ['*강조*', '<em class="dotted">강조</em>'],
    ['*הדגשה*', '<em class="upright">הדגשה</em>'],
    ['*تأكيد*', '<em class="upright">تأكيد</em>'],
  ])('%s', async (source, expected) => {
    expect((await inLang('en', source)).html).toContain(expected)
  })

  it.each([
    ['这是**重点。**后面', '这是<strong>重点。</strong>后面'],
    ['**“重要”**的', '<strong>“重要”</strong>的'],
    ['日本語の**「強調」**です', '日本語の<strong>「強調」</strong>です'],
    ['~~删除。~~后面', '<del>删除。</del>后面'],
    ['a** b**c', 'a** b**c'],
  ])('beside punctuation: %s', async (source, expected) => {
    expect((await inLang('zh', source)).html).toContain(`<p>${expected}</p>`)
  })
})

describe('words of the pages beside the lecture', () => {
  it.each(['ar', 'es', 'fr', 'he', 'it', 'ja', 'ko', 'pt', 'ru'])('are there in %s', (lang) => {
    for (const wordsIn of [reviewWords, speakerWords] as ((lang: string) => object)[]) {
      expect(Object.keys(wordsIn(lang)).sort()).toEqual(Object.keys(wordsIn('en')).sort())
      expect(wordsIn(lang)).not.toBe(wordsIn('en'))
    }
  })

  it('count as the language counts', () => {
    expect(reviewWords('ru').imported(3)).toBe('Добавлены 3 записи.')
    expect(reviewWords('he').found(2)).toBe('שתי שקופיות')
  })
})

it('a slide without a heading is named by its words, each block apart', async () => {
  const { slides } = await compileText('---\n\n> One two.\n>\n> Ada\n\n---\n\n- a\n- b\n')
  expect(slides.map(({ title, slug }) => [title, slug])).toEqual([
    ['One two. Ada', 'one-two-ada'],
    ['a b', 'a-b'],
  ])
})
