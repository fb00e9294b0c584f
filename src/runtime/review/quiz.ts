/** Quizzes come alive: native inputs, an answer that is checked, what is right and why. */
import type { ManifestQuiz } from '../../shared/manifest.ts'
import { practiceWords } from './page-words.ts'
import { missQuestion } from './cards-miss.ts'
import { visitId, type AnswerState } from './cards-state.ts'
import { gradeQuiz, quizForm, type QuizForm } from './quiz-form.ts'
import { sectionSummaries } from './quiz-summary.ts'
import type { ReviewStore } from './store.ts'
import { enlivenThinks } from './think.ts'

/** Makes every question of the page answerable, and sums them up by section. */
export function enlivenQuestions(quizzes: readonly ManifestQuiz[], lang: string, store: ReviewStore): void {
  if (quizzes.length === 0) return
  const visit = visitId()
  for (const quiz of quizzes) {
    if (quiz.kind === 'think') continue
    const block = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(quiz.id)}"]`)
    if (block) enlivenQuiz(block, quiz, lang, store, visit)
  }
  enlivenThinks(quizzes, lang, store, visit)
  sectionSummaries(quizzes, lang, store)
}

function enlivenQuiz(
  block: HTMLElement,
  quiz: Exclude<ManifestQuiz, { kind: 'think' }>,
  lang: string,
  store: ReviewStore,
  visit: string,
): void {
  const say = practiceWords(lang)
  const form = quizForm(block, quiz, lang, `${visit} ${quiz.id}`)
  let tries = 0

  const keep = (right: boolean, given: AnswerState['given']): void =>
    void store.set('answer', quiz.id, { right, first: right && tries === 1, visit, given })

  form.onAnswer = (given) => {
    if (given.length === 0) {
      form.say(quiz.kind === 'choice' || quiz.kind === 'select' ? say.chooseFirst : say.typeFirst)
      return
    }
    tries++
    const right = gradeQuiz(quiz, given, lang)
    keep(right, given)
    if (!right && tries === 1) missQuestion(store, quiz.id)
    if (right) form.finish(tries === 1 ? say.right : say.rightOnRetry, true, true)
    else form.wrong(given, isClose(quiz, given) ? say.missing : say.wrong)
  }
  form.onGiveUp = () => {
    keep(false, form.given())
    form.finish(say.rightAnswer, false, true)
  }
  form.onAgain = () => {
    tries = 0
    void store.set('answer', quiz.id, undefined)
  }
  restore(form, store.get('answer', quiz.id), visit, say.right, say.wrong)
}

/** What was answered before a reload in the middle stands there again. */
function restore(
  form: QuizForm,
  answer: AnswerState | undefined,
  visit: string,
  right: string,
  wrong: string,
): void {
  if (!answer || answer.visit !== visit) return
  form.put(answer.given)
  if (answer.right) form.finish(right, true, false)
  else form.wrong(answer.given, wrong)
}

/** Several options, some of them right. */
function isClose(quiz: ManifestQuiz, given: readonly (number | string)[]): boolean {
  return quiz.kind === 'select' && given.every((at) => quiz.options[Number(at)]?.right)
}
