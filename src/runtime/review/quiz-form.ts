/** The form of one quiz. */
import {
  asksForNumber,
  gradeAnswer,
  gradeChoice,
  gradeNumber,
  seedOf,
  shuffled,
} from '../../shared/grading.ts'
import type { ManifestOption, ManifestQuiz } from '../../shared/manifest.ts'
import { practiceWords } from './page-words.ts'
import { element, withoutParagraphs } from './quiz-dom.ts'

export type AskedQuiz = Exclude<ManifestQuiz, { kind: 'think' }>
type Given = (number | string)[]

export interface QuizForm {
  given(): Given
  put(given: Given): void
  say(text: string): void
  /** Marks what was given as wrong, with its feedback, and lets the student try again. */
  wrong(given: Given, said: string): void
  /** Shows what is right and why. `moved`: the focus goes to what is said. */
  finish(said: string, right: boolean, moved: boolean): void
  onAnswer: (given: Given) => void
  onGiveUp: () => void
  onAgain: () => void
}

/** Whether what was given is right. */
export function gradeQuiz(quiz: AskedQuiz, given: readonly (number | string)[], lang: string): boolean {
  if (quiz.kind === 'text') return gradeAnswer(String(given[0] ?? ''), quiz.accepted, lang)
  if (quiz.kind === 'number') return gradeNumber(String(given[0] ?? ''), quiz.value, quiz.tolerance, lang)
  const right = quiz.options.flatMap((option, index) => (option.right ? [index] : []))
  return gradeChoice(given.map(Number), right)
}

/** Puts the form in the place of the quiz's static block. `seed` decides the order of options that have no numbers. */
export function quizForm(block: HTMLElement, quiz: AskedQuiz, lang: string, seed: string): QuizForm {
  const say = practiceWords(lang)
  const hint = block.querySelector('.quiz-hint')
  const numbered = block.querySelector('ol.quiz-options') !== null
  const note = block.querySelector('.quiz-select')
  const form = element('form', 'quiz-form')
  const fieldset = element('fieldset', 'quiz-set')
  const legend = element('legend', 'quiz-question')
  legend.innerHTML = withoutParagraphs(quiz.question)
  const title = block.querySelector('.callout-title')
  fieldset.append(legend)
  if (note) fieldset.append(note)

  const isChoice = quiz.kind === 'choice' || quiz.kind === 'select'
  const options = isChoice ? quiz.options : []
  const order = numbered ? options.map((_, index) => index) : shuffled(options.length, seedOf(seed))
  const rows = new Map<number, HTMLElement>()
  if (isChoice) {
    const list = element('div', 'quiz-choices')
    for (const index of order) {
      const row = choice(options[index]!, index, quiz, say)
      rows.set(index, row)
      list.append(row)
    }
    fieldset.append(list)
  } else fieldset.append(field(quiz, say.yourAnswer))

  const check = element('button', 'button button-main', say.check)
  const giveUp = element('button', 'button', say.showAnswer)
  const again = element('button', 'button', say.reset)
  giveUp.type = again.type = 'button'
  giveUp.hidden = again.hidden = true
  const actions = element('div', 'quiz-actions')
  actions.append(check, giveUp, again)
  const status = element('p', 'quiz-status')
  status.role = 'status'
  status.tabIndex = -1
  const why = element('div', 'quiz-why')
  why.hidden = true
  why.innerHTML =
    (isChoice ? '' : `<div class="quiz-solution">${quiz.answer ?? ''}</div>`) + (quiz.explanation ?? '')
  form.append(fieldset, ...(hint ? [hint] : []), actions, status, why)
  form.noValidate = true
  block.replaceChildren(form)
  // A question without a title has the general word over it, which its heading says already.
  if (title && !quiz.question.includes(title.innerHTML)) form.before(title)
  block.removeAttribute('role')

  const inputs = [...fieldset.querySelectorAll<HTMLInputElement>('input')]
  const clear = (): void => {
    for (const row of rows.values()) {
      row.classList.remove('is-right', 'is-wrong', 'is-missed')
      row.querySelector<HTMLElement>('.quiz-feedback')?.setAttribute('hidden', '')
      row.querySelector('.quiz-verdict')?.remove()
    }
    fieldset.querySelector('.quiz-field')?.classList.remove('is-right', 'is-wrong')
  }
  const mark = (row: HTMLElement, state: 'is-right' | 'is-wrong' | 'is-missed', word: string): void => {
    row.classList.add(state)
    const verdict = element('span', 'quiz-verdict', word)
    row.querySelector('label')?.append(verdict)
  }
  const give = (): Given =>
    isChoice
      ? inputs.filter(({ checked }) => checked).map(({ value }) => Number(value))
      : inputs[0]!.value.trim() === ''
        ? []
        : [inputs[0]!.value]
  const lock = (on: boolean): void => {
    form.classList.toggle('is-done', on)
    for (const input of inputs)
      if (isChoice) input.disabled = on
      else input.readOnly = on
    check.hidden = on
    // What comes next stands after what is to be read.
    if (on) form.append(actions)
    else status.before(actions)
    again.hidden = !on
    if (on) giveUp.hidden = true
  }

  const made: QuizForm = {
    onAnswer: () => {},
    onGiveUp: () => {},
    onAgain: () => {},
    given: give,
    put(given) {
      for (const input of inputs)
        if (isChoice) input.checked = given.includes(Number(input.value))
        else input.value = String(given[0] ?? '')
    },
    say: (text) => void (status.textContent = text),
    wrong(given, said) {
      clear()
      form.dataset.state = 'wrong'
      for (const at of given) {
        const row = rows.get(Number(at))
        const feedback = row?.querySelector('.quiz-feedback')
        feedback?.removeAttribute('hidden')
        // Of several, which ones are wrong is for the student to find out.
        if (row && quiz.kind === 'choice') mark(row, 'is-wrong', say.notRight)
      }
      fieldset.querySelector('.quiz-field')?.classList.add('is-wrong')
      status.textContent = said
      check.textContent = say.tryAgain
      giveUp.hidden = false
    },
    finish(said, right, moved) {
      clear()
      form.dataset.state = right ? 'right' : 'shown'
      for (const [index, row] of rows) {
        row.querySelector('.quiz-feedback')?.removeAttribute('hidden')
        if (options[index]!.right) mark(row, 'is-right', say.isRight)
        else if (give().includes(index)) mark(row, 'is-wrong', say.notRight)
      }
      fieldset.querySelector('.quiz-field')?.classList.add(right ? 'is-right' : 'is-wrong')
      status.textContent = said
      why.hidden = why.innerHTML === ''
      lock(true)
      if (moved) status.focus()
    },
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!form.classList.contains('is-done')) made.onAnswer(give())
  })
  form.addEventListener('input', () => {
    if (form.dataset.state !== 'wrong') return
    delete form.dataset.state
    clear()
    status.textContent = ''
  })
  giveUp.addEventListener('click', () => made.onGiveUp())
  again.addEventListener('click', () => {
    clear()
    made.put([])
    lock(false)
    delete form.dataset.state
    why.hidden = true
    status.textContent = ''
    check.textContent = say.check
    made.onAgain()
    inputs[0]?.focus()
  })
  return made
}

function choice(
  option: ManifestOption,
  index: number,
  quiz: AskedQuiz,
  _say: ReturnType<typeof practiceWords>,
): HTMLElement {
  const row = element('div', 'quiz-choice')
  const label = element('label', 'quiz-label')
  const input = element('input')
  input.type = quiz.kind === 'choice' ? 'radio' : 'checkbox'
  input.name = quiz.id
  input.value = String(index)
  const words = element('span', 'quiz-words')
  words.innerHTML = withoutParagraphs(option.html)
  label.append(input, words)
  row.append(label)
  if (option.feedback) {
    const feedback = element('div', 'quiz-feedback')
    feedback.innerHTML = option.feedback
    feedback.hidden = true
    row.append(feedback)
  }
  return row
}

function field(quiz: AskedQuiz, word: string): HTMLElement {
  const label = element('label', 'quiz-field')
  const input = element('input')
  input.type = 'text'
  input.name = quiz.id
  input.autocomplete = 'off'
  input.autocapitalize = 'off'
  input.spellcheck = false
  if (quiz.kind === 'number' || (quiz.kind === 'text' && asksForNumber(quiz.accepted)))
    input.inputMode = 'decimal'
  label.append(element('span', 'quiz-field-word', word), input)
  return label
}
