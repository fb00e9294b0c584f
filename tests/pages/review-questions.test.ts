import { expect, test } from 'vitest'
import { elementsOf, replaceElements } from '../../src/build/pages/html-elements.ts'
import { foldAnswers, foldedAnswers } from '../../src/build/pages/review-questions.ts'
import { compileText } from '../support/compile-text.ts'

async function slideHtml(text: string): Promise<string> {
  const compiled = await compileText(text)
  return foldAnswers(compiled.slides.map(({ html }) => html).join('\n'), 'Answer')
}

test('elements of a class with all that is nested in them', () => {
  const html =
    '<p>a</p><div class="x y"><div>b</div><DIV></DIV></div><span class="xy"></span><b class="x">c</b>'
  expect(elementsOf(html, 'x').map(({ tag, inner }) => [tag, inner])).toEqual([
    ['div', '<div>b</div><DIV></DIV>'],
    ['b', 'c'],
  ])
  expect(replaceElements(html, 'x', (_, index) => `[${index}]`)).toBe(
    '<p>a</p>[0]<span class="xy"></span>[1]',
  )
})

const QUIZ = `## Q

> [!quiz] Which one?
> - [ ] first
>   - why not
> - [x] second, $x_1$
>
> Because of it.

After.
`

test('before the fold nothing tells the right option', async () => {
  const html = await slideHtml(QUIZ)
  const [asked = '', folded = ''] = html.split('<details class="question-key"')
  expect(asked).toContain('first')
  expect(asked).toContain('second')
  expect(asked).not.toMatch(/quiz-right|quiz-wrong|quiz-mark|✓|✗|why not|Because/)
  expect(folded).toMatch(/^ data-right="1"><summary>Answer<\/summary>/)
  expect(folded).toMatch(/second[^]*Because of it\./)
  // Why an option is wrong is said behind the option.
  expect(folded).toMatch(
    /<div class="key-other"><p>first<\/p><\/div><div class="quiz-feedback" data-option="0">/,
  )
  expect(folded).not.toMatch(/fragment/)
  expect(folded).toMatch(/<\/details><\/div>\s*<p>After\.<\/p>/)
})

test('a typed answer and an answer to think about are folded too', async () => {
  const html = await slideHtml(`## Q

> [!quiz] How many?
>
> Hint: count them.
>
> Answer: 42 ± 1
>
> So it is.

## T

> [!think] Why?
> ---
> Therefore.
`)
  const folds = elementsOf(html, 'question-key')
  expect(folds).toHaveLength(2)
  expect(folds[0]!.inner).toMatch(/42[^]*So it is\./)
  expect(folds[1]!.inner).toContain('Therefore.')
  expect(replaceElements(html, 'question-key', () => '')).not.toMatch(/42|So it is|Therefore/)
  expect(html).toContain('<details class="quiz-hint">')
})

test('options with numbers stay a numbered list, which is not shuffled', async () => {
  const html = await slideHtml('## Q\n\n> [!quiz] Which?\n>\n> 1. [ ] one\n> 2. [x] two\n>\n> Why.\n')
  expect(html).toContain('<ol class="quiz-options">')
})

test('the folded answers, with what was asked, for the last page of a handout', async () => {
  const html = await slideHtml(
    `${QUIZ}\n## T\n\n> [!think] Why $x$?\n> ---\n> Therefore.\n\n## N\n\n> [!quiz] Which?\n> - [ ] a\n> - [ ] b\n`,
  )
  const answers = foldedAnswers(html)
  expect(answers.map(({ question }) => question.replace(/<[^]*>/, '…'))).toEqual(['Which one?', 'Why …?'])
  expect(answers[0]!.answer).toMatch(/second[^]*Because of it/)
  expect(answers[1]!.answer).toMatch(/^<div class="think-answer">[^]*Therefore/)
  expect(JSON.stringify(answers)).not.toContain('summary')
})
