/** GitHub's alerts and their kin: `> [!note] Title`, and Quarto's `::: {.callout-note title="…"}`, `::: {#thm-x}`. */
import type { Blockquote, Heading, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Parent } from 'unist'
import type { Context } from '../context.ts'
import { calloutKind, calloutNames, theoremKindOf } from '../callout-kinds.ts'
import type { Callout, Container, Deck } from '../deck.ts'
import { flows, replaceNodes, slidesOf } from '../walk.ts'
import { didYouMean } from '../suggest.ts'
import { arrangeQuestion } from './questions/arrange.ts'
import { QuestionIds } from './questions/question-ids.ts'

/**
 * Turns alerts into `callout` nodes and arranges those that ask (`quiz`, `think`, `cards`). A kind that nobody knows
 * stays a callout under its own class and is reported (`directive-unknown`, a warning).
 */
export function callouts(deck: Deck, context: Context): void {
  const ids = new QuestionIds()
  for (const slide of slidesOf(deck)) {
    for (const flow of flows(slide)) convert(flow, ids, context)
  }
}

function convert(parent: Parent, ids: QuestionIds, context: Context): void {
  replaceNodes(parent, (node) => {
    const callout =
      node.type === 'blockquote'
        ? fromQuote(node, context)
        : node.type === 'container'
          ? fromContainer(node)
          : node
    if (callout?.type !== 'callout') return undefined
    // A question that stands in another callout first: it is arranged from its own Markdown.
    convert(callout, ids, context)
    arrangeQuestion(callout, ids, context)
    return [callout]
  })
}

function fromQuote(quote: Blockquote, context: Context): Callout | undefined {
  const [first] = quote.children
  // `> [!think] question` over `> ---` may have been read as a heading.
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined
  const mark = readMark(first)
  if (!mark) return undefined
  const kind = calloutKind(mark.name)
  if (!kind) {
    context.report('directive-unknown', quote, `Unknown callout \`[!${mark.name}]\``, {
      severity: 'warning',
      fix: didYouMean(
        mark.name,
        calloutNames,
        'Use note, tip, important, warning, caution, example or question.',
      ),
    })
  }
  const column = first.position?.start.column ?? 1
  const { title, rest } = cutFirstLine(mark.rest, column)
  const children = [...quote.children] as RootContent[]
  const position = afterFirstLine(first, column)
  const head: RootContent[] =
    rest.length > 0 ? [{ type: 'paragraph', children: rest, position } as Paragraph] : []
  if (first.type === 'heading') head.push({ type: 'thematicBreak', position: first.position })
  children.splice(0, 1, ...head)
  return {
    type: 'callout',
    kind: kind ?? mark.name.toLowerCase(),
    title,
    children,
    position: quote.position,
    data: { ...quote.data, ...(mark.attributes && { attributes: mark.attributes }) },
  }
}

/** `[!name]` at the start of a block; Obsidian's `[!note]-` and `+` are let go. */
function readMark(block: Paragraph | Heading) {
  const [first, ...others] = block.children
  if (first?.type === 'text') {
    const match = /^\[!([\p{L}\d_-]+)\][-+]?[ \t]*/u.exec(first.value)
    if (!match) return undefined
    const value = first.value.slice(match[0].length)
    const kept: PhrasingContent[] = value === '' ? [] : [{ ...first, value }]
    return { name: match[1] as string, rest: [...kept, ...others], attributes: block.data?.attributes }
  }
  if (first?.type === 'span' && first.children[0]?.type === 'text') {
    const match = /^!([\p{L}\d_-]+)$/u.exec(first.children[0].value)
    if (match)
      return { name: match[1] as string, rest: trimStart(others), attributes: first.data?.attributes }
  }
  return undefined
}

/** Where a block, or a text in it, goes on after its first line: its lines begin below each other. */
function afterFirstLine({ position }: Paragraph | Heading | Text, column: number): Paragraph['position'] {
  if (!position || position.start.line === position.end.line) return position
  return { ...position, start: { line: position.start.line + 1, column } }
}

/** What stands on the first line, and what after it. */
function cutFirstLine(
  nodes: PhrasingContent[],
  column: number,
): { title: PhrasingContent[]; rest: PhrasingContent[] } {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return { title: nodes.slice(0, index), rest: nodes.slice(index + 1) }
    if (node.type !== 'text' || !node.value.includes('\n')) continue
    const cut = node.value.indexOf('\n')
    const before = node.value.slice(0, cut).trimEnd()
    const after = node.value.slice(cut + 1)
    return {
      title: [...nodes.slice(0, index), ...(before ? [{ ...node, value: before }] : [])],
      rest: [
        ...(after ? [{ ...node, value: after, position: afterFirstLine(node, column) }] : []),
        ...nodes.slice(index + 1),
      ],
    }
  }
  return { title: nodes, rest: [] }
}

function trimStart(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = nodes
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(/^ +/, '') }, ...others] : nodes
}

function fromContainer(node: Container): Callout | undefined {
  const name = [node.name, ...node.attributes.classes].find((word) => word.startsWith('callout-'))
  const kind = name
    ? (calloutKind(name.slice('callout-'.length)) ?? 'note')
    : node.name === 'div'
      ? theoremKindOf(node.attributes.id ?? '')
      : undefined
  if (!kind) return undefined
  const children = [...node.children]
  let title = node.label
  const { title: written = node.attributes.values.name, name: _name, ...values } = node.attributes.values
  if (written) title = [{ type: 'text', value: written }]
  else if (children[0]?.type === 'heading') title = (children.shift() as Heading).children
  for (const key of ['appearance', 'collapse', 'icon']) delete values[key]
  const classes = node.attributes.classes.filter((word) => word !== name)
  return {
    type: 'callout',
    kind,
    title,
    children,
    position: node.position,
    data: { ...node.data, attributes: { ...node.attributes, classes, values } },
  }
}
