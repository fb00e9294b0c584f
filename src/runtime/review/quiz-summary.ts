/** How the questions of a section went: under its last question, and only once one was answered. */
import type { ManifestQuiz } from '../../shared/manifest.ts'
import { practiceWords } from './page-words.ts'
import { element } from './quiz-dom.ts'
import type { ReviewStore } from './store.ts'

/** Adds a line to each section with two questions or more, and keeps it up to date. */
export function sectionSummaries(quizzes: readonly ManifestQuiz[], lang: string, store: ReviewStore): void {
  const say = practiceWords(lang)
  const update: (() => void)[] = []
  for (const section of document.querySelectorAll<HTMLElement>('.review-section')) {
    const blocks = [...section.querySelectorAll<HTMLElement>('[data-question]')]
    const ids = blocks
      .map((block) => block.dataset.question!)
      .filter((id) => quizzes.some((quiz) => quiz.id === id))
    if (ids.length === 0) continue
    const line = element('p', 'section-summary')
    line.hidden = true
    blocks.at(-1)!.closest('article')?.querySelector('.review-sheet')?.after(line)
    update.push(() => {
      const answers = ids.map((id) => store.get('answer', id))
      const given = answers.filter((answer) => answer !== undefined)
      const right = given.filter((answer) => answer.right).length
      line.hidden = given.length === 0 || (ids.length === 1 && !given[0]!.right)
      const open = ids.length - given.length
      line.textContent = say.summary(right, ids.length) + (open > 0 ? ` · ${say.open(open)}` : '')
      line.classList.toggle('is-all', right === ids.length)
    })
  }
  const all = (): void => update.forEach((one) => one())
  all()
  store.subscribe((changed) => {
    if (changed.some(({ kind }) => kind === 'answer')) all()
  })
}
