/** Callouts that ask: quiz, think, cards. Their answer is one step of the lecture. */
import type { Context } from '../../context.ts'
import type { Callout } from '../../deck.ts'
import { arrangeCards } from './cards.ts'
import type { QuestionIds } from './question-ids.ts'
import { arrangeQuiz } from './quiz.ts'
import { arrangeThink } from './think.ts'

/** Arranges a `quiz`, `think` or `cards` callout in place; any other is left alone. */
export function arrangeQuestion(callout: Callout, ids: QuestionIds, context: Context): void {
  if (callout.kind === 'quiz') arrangeQuiz(callout, ids, context)
  else if (callout.kind === 'think') arrangeThink(callout, ids, context)
  else if (callout.kind === 'cards') arrangeCards(callout, ids, context)
}
