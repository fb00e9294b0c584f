/** `> [!think]`: a question, `---`, and what can be said to it. */
import type { Context } from '../../context.ts'
import type { Callout } from '../../deck.ts'
import { isBlank, partOf } from './parts.ts'
import type { QuestionIds } from './question-ids.ts'

/** Reports `think-answer` where one of the two is missing. */
export function arrangeThink(callout: Callout, ids: QuestionIds, context: Context): void {
  const cut = callout.children.findIndex((node) => node.type === 'thematicBreak')
  const asked = cut < 0 ? callout.children : callout.children.slice(0, cut)
  const answer = cut < 0 ? [] : callout.children.slice(cut + 1)
  const place = callout.children[cut] ?? callout
  if (isBlank([...callout.title, ...asked]))
    context.report('think-answer', callout, 'This asks nothing: no words stand before the `---`')
  else if (cut < 0)
    context.report('think-answer', callout, 'This question has no `---` with an answer after it')
  else if (isBlank(answer)) context.report('think-answer', place, 'Nothing stands after the `---`')
  callout.question = {
    type: 'think',
    id: ids.of('think', callout.data?.attributes, [...callout.title, ...asked]),
  }
  if (isBlank(answer)) {
    callout.children = asked
    return
  }
  callout.children = [...asked, partOf('answer', 'think-answer', answer, { answer: true })]
  callout.data = { ...callout.data, steps: { first: 0, count: 1 } }
}
