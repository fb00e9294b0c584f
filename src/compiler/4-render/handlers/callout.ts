import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Node, Parent } from 'unist'
import '../../block-data.ts'
import { calloutKind } from '../../callout-kinds.ts'
import type { Callout } from '../../deck.ts'
import { interfaceWord, nameBrackets } from '../../interface-words.ts'
import { isTheoremKind } from '../../theorem-kinds.ts'
import { contextOf } from '../state.ts'

/**
 * Set a callout.
 *
 * Yields `<div class="callout callout-KIND" role="note"><p class="callout-title">Note</p>…</div>`. The answer of a quiz
 * or a question comes in with one step.
 */
export function callout(state: State, node: Callout): Element {
  const { lang } = contextOf(state).facts
  const kind = calloutKind(node.kind)
  if (node.data?.steps) setAnswers(node, node.data.steps.first)
  const word = (node.data as Data | undefined)?.captionLabel ?? (kind ? interfaceWord(kind, lang) : node.kind)
  const theorem = kind !== undefined && isTheoremKind(kind)
  const [open, close] = nameBrackets(lang)
  const written = state.all({ type: 'paragraph', children: node.title } as never) as ElementContent[]
  const title: ElementContent[] =
    written.length === 0
      ? [{ type: 'text', value: word }]
      : theorem
        ? [{ type: 'text', value: word + open }, ...written, { type: 'text', value: close }]
        : written
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {
      className: [
        'callout',
        `callout-${node.kind.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`,
        ...(theorem ? ['callout-theorem-like'] : []),
      ],
      role: 'note',
      ...(node.question && { dataQuestion: node.question.id }),
    },
    children: state.wrap(
      [
        { type: 'element', tagName: 'p', properties: { className: ['callout-title'] }, children: title },
        ...(state.all(node as never) as ElementContent[]),
      ],
      true,
    ) as ElementContent[],
  }
  state.patch(node as never, element)
  return element
}

function setAnswers(parent: Node, index: number): void {
  for (const child of (parent as Parent).children ?? []) {
    const data = child.data as import('mdast').Data | undefined
    if (data?.answer) data.fragment = { effects: [], index }
    setAnswers(child, index)
  }
}
