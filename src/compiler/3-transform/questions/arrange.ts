/** Callouts that ask: quiz, think, cards. Their answer is one step of the lecture. */
import type { Paragraph, PhrasingContent } from 'mdast'
import { mergeAttributes } from '../../attributes.ts'
import type { Context } from '../../context.ts'
import type { Callout } from '../../deck.ts'
import { arrangeCards } from './cards.ts'
import { promptOf, splitPrompts } from './prompts.ts'
import type { QuestionIds } from './question-ids.ts'
import { arrangeQuiz } from './quiz.ts'
import { arrangeThink } from './think.ts'

/** Arranges a `quiz`, `think` or `cards` callout in place; any other is left alone. */
export function arrangeQuestion(callout: Callout, ids: QuestionIds, context: Context): void {
  if (callout.kind === 'quiz' || callout.kind === 'think') askInTitle(callout)
  if (callout.kind === 'quiz') arrangeQuiz(callout, ids, context)
  else if (callout.kind === 'think') arrangeThink(callout, ids, context)
  else if (callout.kind === 'cards') arrangeCards(callout, ids, context)
}

/** A question below the mark is the title, as it is beside it. */
function askInTitle(callout: Callout): void {
  const [first] = callout.children
  if (callout.title.length > 0 || first?.type !== 'paragraph' || first.children.every(isPicture)) return
  const [question, ...rest] = splitPrompts([first]) as Paragraph[]
  if (!question || promptOf(question)) return
  callout.title = question.children
  callout.children.splice(0, 1, ...rest)
  const { attributes } = first.data ?? {}
  if (attributes)
    callout.data = { ...callout.data, attributes: mergeAttributes(callout.data?.attributes, attributes) }
}

const isPicture = (node: PhrasingContent): boolean => node.type === 'image'
