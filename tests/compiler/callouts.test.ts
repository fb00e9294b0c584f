/** Alerts, theorem-like blocks, and callouts that ask. */
import { describe, expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const show = (source: string, lang = 'en') => compileText(`---\nlang: ${lang}\n---\n\n## A\n\n${source}`)

describe('callouts', () => {
  it('have the kind’s name for a title, or their own', async () => {
    const { html } = await show('> [!NOTE]\n> body\n\n> [!tip] A *title*\n> body')
    expect(html).toContain(
      '<div class="callout callout-note" role="note">\n<p class="callout-title">Note</p>\n<p>body</p>\n</div>',
    )
    expect(html).toContain('<p class="callout-title">A <em>title</em></p>\n<p>body</p>')
  })

  it.each([
    ['zh', '警告'],
    ['de', 'Warnung'],
    ['fr-CA', 'Avertissement'],
    ['es', 'Advertencia'],
    ['ja', '警告'],
    ['xx', 'Warning'],
  ])('speak %s', async (lang, word) => {
    expect((await show('> [!warning]\n> x', lang)).html).toContain(`<p class="callout-title">${word}</p>`)
  })

  it('come from containers too, Quarto’s among them', async () => {
    const { html, reports } = await show(
      ':::theorem[Bayes]{#thm-b}\nx\n:::\n\n::: {.callout-note title="Look"}\ny\n:::',
    )
    expect(html).toContain('id="thm-b"')
    expect(html).toContain('Theorem 1 (Bayes)')
    expect(html).toContain(
      '<div class="callout callout-note" role="note">\n<p class="callout-title">Look</p>',
    )
    expect(reports).toEqual([])
  })

  it('nest', async () => {
    expect((await show('> [!note]\n> a\n>\n> > [!tip]\n> > b')).html).toMatch(
      /callout-note[\s\S]*callout-tip/,
    )
  })

  it('of an unknown kind still show', async () => {
    const { html, reports } = await show('> [!warnin] T\n> x')
    expect(html).toContain('<p>x</p>')
    expect(reports).toEqual(['7:1 directive-unknown Unknown callout `[!warnin]`'])
  })

  it('are not made of ordinary quotes', async () => {
    expect((await show('> said [!note] so')).html).toContain('<blockquote>')
  })
})

describe('a quiz', () => {
  const quiz = '> [!quiz] What?\n> - [ ] wrong\n>\n>   Because no.\n> - [x] right\n>\n> So it is.'

  it('shows its options, and on one step what is right and why', async () => {
    const { html, slides, reports } = await show(quiz)
    expect(reports).toEqual([])
    expect(slides[0]?.steps).toBe(1)
    expect(html).toContain('<p class="callout-title">What?</p>')
    expect(html).toContain('<ul class="quiz-options">')
    expect(html).toMatch(
      /<li class="quiz-option quiz-right">\s*<span class="quiz-mark fragment" data-fragment-index="0">/,
    )
    expect(html).toMatch(
      /<div class="quiz-feedback fragment" data-fragment-index="0">\s*<p>Because no\.<\/p>/,
    )
    expect(html).toMatch(
      /<div class="quiz-explanation fragment" data-fragment-index="0">\s*<p>So it is\.<\/p>/,
    )
    expect(html).not.toContain('<input')
  })

  it('takes its place among the slide’s steps', async () => {
    const { html, slides } = await show(`one {.fragment}\n\n${quiz}\n\ntwo {.fragment}`)
    expect(slides[0]?.steps).toBe(3)
    expect(html).toContain('<span class="quiz-mark fragment" data-fragment-index="1">')
  })

  it('may have a short answer and a hint', async () => {
    const { html, reports } = await show(
      '> [!quiz] What?\n>\n> Hint: think\n>\n> Answer: 42\n>\n> It is known.',
    )
    expect(reports).toEqual([])
    expect(html).toMatch(/<details class="quiz-hint">\s*<summary[^>]*>\s*Hint/)
    expect(html).toMatch(
      /quiz-answer fragment[\s\S]*<strong>Answer<\/strong> 42[\s\S]*quiz-explanation fragment[\s\S]*It is known/,
    )
  })

  it('needs a right answer', async () => {
    expect((await show('> [!quiz] What?\n> - [ ] a\n> - [ ] b')).reports).toEqual([
      '8:3 quiz-answer None of these options is marked as right',
    ])
  })
})

describe('questions to think about', () => {
  it.each(['> [!think] Why?\n> ---\n> Because.', '> [!think]\n> Why?\n>\n> ---\n>\n> Because.'])(
    '%s',
    async (source) => {
      const { html, slides } = await show(source)
      expect(slides).toHaveLength(1)
      expect(slides[0]?.steps).toBe(1)
      expect(html).toMatch(
        /Why\?[\s\S]*<div class="think-answer fragment" data-fragment-index="0">\s*<p>Because\.<\/p>/,
      )
    },
  )
})

describe('cards', () => {
  it('are a list of two columns, with the words that a card hides', async () => {
    const { html } = await show('> [!cards]\n> - q *x* :: a $y$\n> - The ==word== here\n\nnot ==marked==')
    expect(html).toMatch(
      /<dl class="card-list">\s*<div class="card-pair" data-card="[^"]+">\s*<dt class="card-front">q <em>x<\/em><\/dt>\s*<dd class="card-back">a <span class="katex/,
    )
    expect(html).toContain('The <mark class="cloze">word</mark> here')
    expect(html).toContain('not <mark>marked</mark>')
  })
})

describe('what a deck asks, as data', () => {
  const ids = async (source: string) => {
    const { manifest } = await show(source)
    return [...manifest.quizzes, ...manifest.cards].map(({ id }) => id)
  }
  const deck = (before: string, option: string) =>
    `${before}\n\n> [!quiz] What?\n> - [x] ${option}\n> - [ ] no\n\n> [!cards]\n> - a :: ${option}\n`

  it('keeps its ids while the rest is reworded, and takes the author’s', async () => {
    const first = await ids(deck('', 'yes'))
    expect(first).toHaveLength(2)
    expect(await ids(deck('Words before.', 'indeed'))).toEqual(first)
    expect(await ids(deck('', 'yes').replace('What?', 'Which?'))).not.toEqual(first)
    expect(await ids('> [!think] Why? {#why}\n> ---\n> So.')).toEqual(['why'])
  })

  it('sets no space around a hidden word of a card', async () => {
    const { manifest } = await show('> [!cards]\n> - The ==softmax==.\n> - 词==元==。\n> - a $x$: :: b')
    expect(manifest.cards.slice(0, 2).map(({ front }) => front)).toEqual([
      '<p>The <mark class="cloze">softmax</mark>.</p>',
      '<p>词<mark class="cloze">元</mark>。</p>',
    ])
    expect(manifest.cards[2]).toMatchObject({ back: '<p>b</p>' })
  })

  it('takes cards from the notes of a slide', async () => {
    const { manifest } = await show('## A {#a}\n\n:::notes\nSaid.\n\n> [!cards]\n> - q :: r\n:::\n')
    expect(manifest.cards).toMatchObject([{ slide: 'a', front: '<p>q</p>', back: '<p>r</p>' }])
  })

  it('repeats no message of the slides', async () => {
    const { reports } = await show('> [!quiz] ![what](none.png)\n> - [x] a\n> - [ ] b\n>\n> So.')
    expect(reports.filter((report) => report.includes('asset-missing'))).toHaveLength(1)
  })

  it.each([
    ['en', '1,750', 1750, 0],
    ['de', '3,14 ± 0,01', 3.14, 0.01],
    ['en', '42 ± 5 %', 42, 2.1],
    ['en', '−6.02×10^23 +- 1e21', -6.02e23, 1e21],
    ['fr', '1 750,5', 1750.5, 0],
    ['de', '1.750,5', 1750.5, 0],
    ['en', '9.81 ± 0.01 m/s²', 9.81, 0.01],
  ])('reads numbers as %s writes them: %s', async (lang, written, value, tolerance) => {
    const { manifest } = await show(`> [!quiz] ?\n> Answer: ${written}\n>\n> So.`, lang)
    expect(manifest.quizzes[0]).toMatchObject({ kind: 'number', value })
    expect((manifest.quizzes[0] as { tolerance: number }).tolerance).toBeCloseTo(tolerance)
  })
})
