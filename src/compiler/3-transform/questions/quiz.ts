/** `> [!quiz]`: a task list of options, or an `Answer:` to be typed; a hint; why it is so. */
import { toString } from 'mdast-util-to-string'
import type { Data, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Context } from '../../context.ts'
import type { Callout, QuizQuestion } from '../../deck.ts'
import { interfaceWord } from '../../interface-words.ts'
import { isBlank, partOf } from './parts.ts'
import { promptOf, splitPrompts } from './prompts.ts'
import type { QuestionIds } from './question-ids.ts'
import { checkOptions, isOptionList } from './quiz-options.ts'
import { readAnswer, type ShortAnswer } from './short-answer.ts'

/**
 * One `[x]`: one of the options; several: all that hold. What is nested under an option is its feedback; what follows
 * the options or the `Answer:` is the explanation; `Hint:` folds, wherever it stands. Reports `quiz-answer`,
 * `quiz-option`, `quiz-number` and `quiz-explanation`.
 */
export function arrangeQuiz(callout: Callout, ids: QuestionIds, context: Context): void {
  const { lang } = context.facts
  const asked: RootContent[] = []
  const hints: RootContent[] = []
  const explanation: RootContent[] = []
  let list: List | undefined
  let answer: { said: Paragraph; read: ShortAnswer | { problem: string } } | undefined
  for (const node of splitPrompts(callout.children)) {
    const prompt = promptOf(node)
    if (prompt?.word === 'hint') hints.push(prompt.rest)
    else if (!list && !answer && isOptionList(node)) list = node
    else if (prompt && !list && !answer) answer = { said: prompt.rest, read: readAnswer(prompt.rest, lang) }
    else if (prompt) explanation.push(labelled(prompt.rest, lang))
    else (list || answer ? explanation : asked).push(node)
  }
  // A list that only looks like options: shown as such, so that the question can still be asked.
  if (!list && !answer) list = takePlainList(asked)

  const right = list?.children.filter((item) => item.checked === true).length ?? 0
  const children: RootContent[] = [...asked]
  if (list) {
    checkOptions(list, right, context)
    if (right > 1) children.push(selectNote(lang))
    const options = list.children.map((item) => option(item, right > 0))
    const hName = list.ordered ? 'ol' : 'ul'
    children.push(partOf('options', 'quiz-options', options, { hName, position: list.position }))
  }
  if (hints.length > 0) children.push(hint(hints, lang))
  if (answer) {
    const said = partOf('answer', 'quiz-answer', [labelled(answer.said, lang)], { answer: true })
    children.push(said)
    if ('problem' in answer.read) {
      if (isBlank([answer.said]))
        context.report('quiz-answer', answer.said, answer.read.problem, { fix: 'Write it after the colon.' })
      else context.report('quiz-number', answer.said, answer.read.problem)
    }
  }
  if (!list && !answer)
    context.report('quiz-answer', callout, 'This quiz has neither options nor an `Answer:`', {
      fix: 'Write a list of `- [ ] option` and `- [x] right option`, or a line `Answer: …`.',
    })
  if (explanation.length > 0)
    children.push(partOf('explanation', 'quiz-explanation', explanation, { answer: true }))
  else if ((right > 0 || answer) && !list?.children.some((item) => item.children.length > 1))
    context.report('quiz-explanation', callout, 'This quiz does not say why')

  const id = ids.of('quiz', callout.data?.attributes, [...callout.title, ...asked])
  callout.children = children
  callout.question = questionOf(id, right, answer?.read)
  if (right > 0 || answer || explanation.length > 0)
    callout.data = { ...callout.data, steps: { first: 0, count: 1 } }
}

/** Nothing to be graded where the author's answer cannot be read. */
function questionOf(
  id: string,
  right: number,
  answer: ShortAnswer | { problem: string } | undefined,
): QuizQuestion | undefined {
  if (answer) return 'problem' in answer ? undefined : { type: 'quiz', id, ...answer }
  return right > 0 ? { type: 'quiz', id, kind: right > 1 ? 'select' : 'choice' } : undefined
}

function takePlainList(asked: RootContent[]): List | undefined {
  const at = asked.findIndex((node) => node.type === 'list')
  return at < 0 ? undefined : (asked.splice(at, 1)[0] as List)
}

/** An option; its mark only where the quiz says what is right. */
function option(item: ListItem, marked: boolean): RootContent {
  const [text, ...feedback] = item.children as RootContent[]
  const right = item.checked === true
  const mark = partOf('mark', 'quiz-mark', [{ type: 'text', value: right ? '✓' : '✗' } as never], {
    hName: 'span',
    answer: true,
  })
  const children: RootContent[] = [...(marked ? [mark] : []), ...(text ? [text] : [])]
  if (feedback.length > 0) children.push(partOf('feedback', 'quiz-feedback', feedback, { answer: true }))
  const made = partOf(right ? 'right' : 'wrong', 'quiz-option', children, {
    hName: 'li',
    position: item.position,
  })
  const className = ['quiz-option', right ? 'quiz-right' : 'quiz-wrong']
  const { attributes } = item.data ?? {}
  made.data = { ...made.data, hProperties: { className }, ...(attributes && { attributes }) } as Data
  return made
}

function selectNote(lang: string): RootContent {
  const text: PhrasingContent = { type: 'text', value: interfaceWord('selectAll', lang) }
  return partOf('note', 'quiz-select', [text], { hName: 'p' })
}

function labelled(paragraph: Paragraph, lang: string): Paragraph {
  if (toString(paragraph) === '') return paragraph
  const word: PhrasingContent = { type: 'text', value: interfaceWord('answer', lang) }
  const label: PhrasingContent = { type: 'strong', children: [word], data: { label: true } as Data }
  return { ...paragraph, children: [label, { type: 'text', value: ' ' }, ...paragraph.children] }
}

function hint(paragraphs: RootContent[], lang: string): RootContent {
  const word = { type: 'text', value: interfaceWord('hint', lang) } as never
  const summary = partOf('mark', 'quiz-hint-label', [word], { hName: 'summary' })
  return partOf('hint', 'quiz-hint', [summary, ...paragraphs], { hName: 'details' })
}
