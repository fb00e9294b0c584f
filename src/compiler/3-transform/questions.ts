/** Callouts that ask: quiz, think, cards. Their answer is one step of the lecture. */
import { toString } from 'mdast-util-to-string'
import type { Data, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Box, Callout } from '../deck.ts'
import { interfaceWord } from '../interface-words.ts'

/** Arranges a `quiz`, `think` or `cards` callout in place; any other is left alone. */
export function arrangeQuestion(callout: Callout, context: Context): void {
  if (callout.kind === 'quiz') arrangeQuiz(callout, context)
  else if (callout.kind === 'think') arrangeThink(callout)
  else if (callout.kind === 'cards') arrangeCards(callout)
}

/**
 * Task list: the options, `[x]` the right ones; what is nested under one is its feedback; what follows the list is the
 * explanation; `Answer: …` in place of options; `Hint: …` folds. Reports `quiz-answer` where nothing is right.
 */
function arrangeQuiz(callout: Callout, context: Context): void {
  const at = callout.children.findIndex((node) => node.type === 'list' && isTaskList(node))
  const after = at < 0 ? [] : callout.children.slice(at + 1)
  const before = at < 0 ? callout.children : callout.children.slice(0, at)
  const children: RootContent[] = []
  let answered = false
  for (const node of before) {
    const prompt = promptOf(node)
    if (prompt?.word === 'answer') {
      children.push(answer('quiz-explanation', [labelled(prompt.rest, 'answer', context)]))
      answered = true
    } else children.push(prompt?.word === 'hint' ? hint(prompt.rest, context) : node)
  }
  const list = callout.children[at]
  if (list?.type === 'list') {
    if (list.children.some((item) => item.checked)) answered = true
    children.push(box('ul', ['quiz-options'], list.children.map((item) => option(item)) as RootContent[]))
  }
  const explanation: RootContent[] = []
  for (const node of after) {
    const prompt = promptOf(node)
    if (prompt?.word === 'hint') children.push(hint(prompt.rest, context))
    else explanation.push(prompt ? labelled(prompt.rest, 'answer', context) : node)
  }
  if (explanation.length > 0) children.push(answer('quiz-explanation', explanation))
  const explained = /quiz-(?:explanation|feedback)/.test(classesIn(children))
  callout.children = children
  if (answered && !explained) context.report('quiz-explanation', callout, 'This quiz does not say why')
  if (!answered) context.report('quiz-answer', callout, 'This quiz has no right answer')
  callout.data = { ...callout.data, steps: { first: 0, count: 1 } }
}

/** The classes of the blocks of a quiz and of its options. */
function classesIn(nodes: readonly RootContent[]): string {
  return nodes
    .map(
      (node) =>
        `${String(node.data?.hProperties?.className)} ${'children' in node ? classesIn(node.children as RootContent[]) : ''}`,
    )
    .join(' ')
}

function isTaskList(list: List): boolean {
  return list.children.some((item) => typeof item.checked === 'boolean')
}

function option(item: ListItem): Box {
  const [text, ...feedback] = item.children as RootContent[]
  const mark = box('span', ['quiz-mark'], [{ type: 'text', value: item.checked ? '✓' : '✗' } as never])
  mark.data = { ...mark.data, answer: true } as Data
  const children: RootContent[] = [mark, ...(text ? [text] : [])]
  if (feedback.length > 0) children.push(answer('quiz-feedback', feedback))
  const made = box('li', ['quiz-option', item.checked ? 'quiz-right' : 'quiz-wrong'], children)
  made.position = item.position
  if (item.data?.attributes) made.data = { ...made.data, attributes: item.data.attributes }
  return made
}

/** Question, `---`, answer. */
function arrangeThink(callout: Callout): void {
  const cut = callout.children.findIndex((node) => node.type === 'thematicBreak')
  if (cut < 0) return
  const rest = callout.children.slice(cut + 1)
  callout.children = [...callout.children.slice(0, cut), answer('think-answer', rest)]
  callout.data = { ...callout.data, steps: { first: 0, count: 1 } }
}

/** A list of `question :: answer`; `==word==` marks what a cloze card hides. */
function arrangeCards(callout: Callout): void {
  callout.children = callout.children.map((node) => {
    if (node.type !== 'list') return node
    const rows = node.children.flatMap((item) => {
      const [first, ...others] = item.children
      if (first?.type !== 'paragraph') return [item as RootContent]
      const [question, answerText] = splitCard(first)
      const term = box('dt', [], question as never)
      const details = answerText ? [box('dd', [], answerText as never)] : []
      if (others.length > 0) details.push(box('dd', [], others))
      const row = box('div', ['card-pair'], [term, ...details])
      if (!answerText && others.length === 0)
        row.data = { hName: 'div', hProperties: { className: ['card-pair', 'card-cloze'] } } as Data
      return [row]
    })
    return box('dl', ['card-list'], rows)
  })
}

function splitCard(paragraph: Paragraph): [PhrasingContent[], PhrasingContent[] | undefined] {
  const nodes = paragraph.children.flatMap(markCloze)
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue
    const match = /(?:^|\s+)::(?:\s+|$)/.exec(node.value)
    if (!match) continue
    const before = { ...node, value: node.value.slice(0, match.index) }
    const after = { ...node, value: node.value.slice(match.index + match[0].length) }
    return [
      [...nodes.slice(0, index), before],
      [after, ...nodes.slice(index + 1)],
    ]
  }
  return [nodes, undefined]
}

function markCloze(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  return node.value.split(/(==(?=\S)[^=]+?(?<=\S)==)/).flatMap((part, index): PhrasingContent[] => {
    if (part === '') return []
    if (index % 2 === 0) return [{ ...node, value: part }]
    const children: PhrasingContent[] = [{ type: 'text', value: part.slice(2, -2) }]
    return [{ type: 'emphasis', children, data: { hName: 'mark', hProperties: { className: ['cloze'] } } }]
  })
}

function promptOf(node: RootContent): { word: 'answer' | 'hint'; rest: Paragraph } | undefined {
  if (node.type !== 'paragraph') return undefined
  const match =
    /^(answer|hint|答案|提示|antwort|réponse|respuesta|答え|ヒント|indice|pista)\s*[:：]\s*/i.exec(
      toString(node),
    )
  const [first, ...others] = node.children
  if (!match || first?.type !== 'text') return undefined
  const word = /^(?:hint|提示|ヒント|indice|pista)$/i.test(match[1] as string) ? 'hint' : 'answer'
  return {
    word,
    rest: { ...node, children: [{ ...first, value: first.value.slice(match[0].length) }, ...others] },
  }
}

function labelled(paragraph: Paragraph, word: 'answer' | 'hint', context: Context): Paragraph {
  const label: PhrasingContent = {
    type: 'strong',
    children: [{ type: 'text', value: interfaceWord(word, context.facts.lang) }],
  }
  return { ...paragraph, children: [label, { type: 'text', value: ' ' }, ...paragraph.children] }
}

function hint(paragraph: Paragraph, context: Context): Box {
  const summary = box(
    'summary',
    [],
    [{ type: 'text', value: interfaceWord('hint', context.facts.lang) } as never],
  )
  return box('details', ['quiz-hint'], [summary, paragraph])
}

function answer(name: string, children: RootContent[]): Box {
  const made = box('div', [name], children)
  made.data = { ...made.data, answer: true } as Data
  return made
}

function box(hName: string, className: string[], children: RootContent[]): Box {
  return {
    type: 'box',
    children,
    data: { hName, hProperties: className.length > 0 ? { className } : {} } as Data,
  }
}
