/** Questions to think about: the student says whether the answer was there before it was shown. */
import type { ManifestQuiz } from '../../shared/manifest.ts'
import { practiceWords } from './page-words.ts'
import { missQuestion } from './cards-miss.ts'
import { button, element } from './quiz-dom.ts'
import type { ReviewStore } from './store.ts'

/** Adds "knew it" and "not yet" to the folded answers. */
export function enlivenThinks(
  quizzes: readonly ManifestQuiz[],
  lang: string,
  store: ReviewStore,
  visit: string,
): void {
  const say = practiceWords(lang)
  for (const { id, kind } of quizzes) {
    if (kind !== 'think') continue
    const block = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`)
    const key = block?.querySelector<HTMLDetailsElement>('.question-key')
    const summary = key?.querySelector('summary')
    if (!block || !key || !summary) continue
    block.removeAttribute('role')
    summary.textContent = say.showAnswer
    const judge = element('div', 'judge')
    const status = element('p', 'quiz-status')
    status.role = 'status'
    const tell = (knew: boolean): void => {
      for (const made of judge.querySelectorAll('button'))
        made.ariaPressed = String(made.dataset.knew === String(knew))
      status.textContent = knew ? say.knewSaid : say.notYetSaid
    }
    for (const knew of [true, false]) {
      const made = button(knew ? say.knew : say.notYet, 'button', () => {
        void store.set('answer', id, { right: knew, first: knew, visit, given: [] })
        if (!knew) missQuestion(store, id)
        tell(knew)
      })
      made.dataset.knew = String(knew)
      made.ariaPressed = 'false'
      judge.append(made)
    }
    key.append(judge, status)
    const before = store.get('answer', id)
    if (before?.visit === visit) {
      key.open = true
      tell(before.right)
    }
  }
}
