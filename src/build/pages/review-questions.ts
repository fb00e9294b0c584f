/** Questions of the review page: what is asked, and the answer folded away, so that it serves without scripts too. */
import { attributeOf, elementsOf, replaceElements } from './html-elements.ts'

/**
 * Takes what gives the answer away out of the questions of a slide and puts it into `<details class="question-key">`:
 * of a quiz the right options, each option's feedback and the explanation, of `think` its answer. `data-right` names
 * the right options from 0; `word` stands on the fold.
 */
export function foldAnswers(html: string, word: string): string {
  const quizzes = replaceElements(html, 'callout-quiz', ({ opening, inner }) =>
    foldQuiz(opening, inner, word),
  )
  return replaceElements(quizzes, 'callout-think', ({ opening, inner }) => foldThink(opening, inner, word))
}

/** A question of a slide with its answer, for the last page of a handout. */
export interface Answered {
  question: string
  answer: string
}

/** The answers that `foldAnswers` has folded away in `html`. */
export function foldedAnswers(html: string): Answered[] {
  return elementsOf(html, 'question-key').map((key, index) => {
    const callout = elementsOf(html, 'callout-(?:quiz|think)').find(
      ({ start, end }) => start < key.start && key.start < end,
    )
    const [title] = elementsOf(callout?.inner ?? '', 'callout-title')
    return {
      question: settled(title?.inner ?? String(index + 1)),
      answer: key.inner.replace(/^<summary>[^]*?<\/summary>\s*/, ''),
    }
  })
}

function foldQuiz(opening: string, inner: string, word: string): string {
  const right: number[] = []
  let key = ''
  let rest = replaceElements(inner, 'quiz-option', (option, index) => {
    const isRight = /\bquiz-right\b/.test(option.opening)
    const feedback = elementsOf(option.inner, 'quiz-feedback')[0]
    const said = feedback
      ? `<div class="quiz-feedback" data-option="${index}">${settled(feedback.inner)}</div>`
      : ''
    const bare = without(without(option.inner, 'quiz-mark'), 'quiz-feedback').trim()
    if (isRight) right.push(index)
    // What is said of a wrong option is understood only with its words.
    if (isRight || said)
      key += `<div class="${isRight ? 'key-option' : 'key-other'}">${settled(bare)}</div>${said}`
    return `${option.opening.replace(/ ?\bquiz-(?:right|wrong)\b/g, '')}${bare}</${option.tag}>`
  })
  for (const name of ['quiz-answer', 'quiz-explanation']) {
    for (const element of elementsOf(rest, name))
      key += `<div class="${name}">${settled(element.inner)}</div>`
    rest = without(rest, name)
  }
  if (key === '') return `${opening}${rest}</div>`
  return `${opening}${rest}${details(key, word, right)}</div>`
}

function foldThink(opening: string, inner: string, word: string): string {
  const [answer] = elementsOf(inner, 'think-answer')
  if (!answer) return `${opening}${inner}</div>`
  const key = `<div class="think-answer">${settled(answer.inner)}</div>`
  return `${opening}${without(inner, 'think-answer')}${details(key, word, [])}</div>`
}

function details(key: string, word: string, right: readonly number[]): string {
  const options = right.length > 0 ? ` data-right="${right.join(' ')}"` : ''
  return `<details class="question-key"${options}><summary>${word}</summary>\n${key}</details>`
}

function without(html: string, className: string): string {
  return replaceElements(html, className, () => '')
}

/** Without steps: an answer comes as a whole, and takes no id twice. */
function settled(html: string): string {
  return html.replace(/<[a-z](?:[^>"]|"[^"]*")*>/g, (tag) => {
    const names = attributeOf(tag, 'class')
    const calm = tag.replace(/ (?:data-fragment-index|id)="[^"]*"/g, '')
    if (!names || !/\bfragment\b/.test(names)) return calm
    return calm.replace(`class="${names}"`, `class="${names.replace(/ ?\bfragment\b/, '').trim()}"`)
  })
}
