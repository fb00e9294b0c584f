/** What a deck asks, as data for the review: quizzes, questions to think about, cards. */
import type { Data, PhrasingContent, RootContent } from 'mdast'
import type { Node, Parent } from 'unist'
import '../block-data.ts'
import type { QuestionPart } from '../block-data.ts'
import type { ManifestCard, ManifestOption, ManifestQuiz } from '../../shared/manifest.ts'
import type { Context } from '../context.ts'
import type { Callout, Deck, Slide } from '../deck.ts'
import { flows, slidesOf, walk } from '../walk.ts'
import type { SlideRenderer } from './slide-renderer.ts'

/** In the order of the deck. Says nothing that rendering the slides has said already. */
export function questionsOf(
  deck: Deck,
  renderer: SlideRenderer,
  context: Context,
): { quizzes: ManifestQuiz[]; cards: ManifestCard[] } {
  const { messages } = context.file
  const said = messages.length
  const found = { quizzes: [] as ManifestQuiz[], cards: [] as ManifestCard[] }
  for (const slide of slidesOf(deck)) {
    const html = (nodes: readonly RootContent[]): string => renderer.renderHtml(bare(nodes), slide)
    walk(slide, (node) => {
      if (node.type === 'callout' && node.question)
        found.quizzes.push(quizOf(node, node.question, slide, html))
    })
    // In the notes, too: cards that belong to a slide and are not for the room.
    for (const flow of flows(slide))
      walk(flow, (node) => {
        const { card } = dataOf(node)
        if (card) found.cards.push(cardOf(node as Parent, card, slide, html))
      })
  }
  messages.length = said
  return found
}

/** What transforms left on it. */
const dataOf = (node: Node): Data => (node.data ?? {}) as Data

type Html = (nodes: readonly RootContent[]) => string

function quizOf(
  callout: Callout,
  question: NonNullable<Callout['question']>,
  slide: Slide,
  html: Html,
): ManifestQuiz {
  const { title, children } = callout
  const asked = children.filter((node) => !dataOf(node).part)
  const heading: RootContent[] = title.length > 0 ? [{ type: 'paragraph', children: title }] : []
  const options = part(children, 'options')?.map((node) => optionOf(node as Parent, html)) ?? []
  const base = {
    id: question.id,
    slide: slide.slug,
    question: html([...heading, ...asked]),
    ...written('hint', children, html),
    ...written('answer', children, html),
    ...written('explanation', children, html),
  }
  if (question.type === 'think') return { ...base, kind: 'think' }
  if (question.kind === 'text') return { ...base, kind: 'text', accepted: question.accepted }
  if (question.kind === 'number') {
    const { kind, value, tolerance } = question
    return { ...base, kind, value, tolerance }
  }
  return { ...base, kind: question.kind, options }
}

function optionOf(item: Parent, html: Html): ManifestOption {
  const children = item.children as RootContent[]
  return {
    right: dataOf(item).part === 'right',
    html: html(children.filter((node) => !dataOf(node).part)),
    ...written('feedback', children, html),
  }
}

function cardOf(
  card: Parent,
  { id, kind }: { id: string; kind: ManifestCard['kind'] },
  slide: Slide,
  html: Html,
): ManifestCard {
  const [front, ...back] = card.children as Parent[]
  const sides = back.flatMap((side) => lines(side.children as RootContent[]))
  return {
    id,
    slide: slide.slug,
    kind,
    front: html(lines((front?.children ?? []) as RootContent[])),
    ...(sides.length > 0 && { back: html(sides) }),
  }
}

/** Blocks as they are; words as a paragraph, in which they keep the spaces between them. */
function lines(nodes: readonly RootContent[]): RootContent[] {
  if (nodes.length === 0 || nodes.some(({ type }) => BLOCKS.has(type))) return [...nodes]
  return [{ type: 'paragraph', children: nodes as PhrasingContent[] }]
}

const BLOCKS = new Set([
  'paragraph',
  'list',
  'blockquote',
  'code',
  'math',
  'table',
  'figure',
  'box',
  'callout',
])

/** The contents of one part of a question. */
function part(children: readonly RootContent[], name: QuestionPart): RootContent[] | undefined {
  const found = children.filter((node) => dataOf(node).part === name)
  return found.length === 0
    ? undefined
    : found.flatMap((node) => ('children' in node ? (node.children as RootContent[]) : []))
}

function written<Name extends 'hint' | 'answer' | 'explanation' | 'feedback'>(
  name: Name,
  children: readonly RootContent[],
  html: Html,
): Partial<Record<Name, string>> {
  const nodes = part(children, name)?.filter((node) => !dataOf(node).part)
  return nodes ? ({ [name]: html(nodes) } as Partial<Record<Name, string>>) : {}
}

/** The nodes as they read on their own: no steps, no ids that the slide has already, no word put in front. */
function bare(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const [index, node] of nodes.entries()) {
    if (dataOf(node).label) continue
    const { fragment: _fragment, attributes, ...data } = node.data ?? {}
    const copy = {
      ...node,
      data: { ...data, ...(attributes && { attributes: withoutId(attributes) }) },
    } as RootContent
    const before = nodes[index - 1]
    if (copy.type === 'text' && before && dataOf(before).label) copy.value = copy.value.trimStart()
    for (const key of ['children', 'caption', 'title'] as const) {
      const list = (copy as Partial<Record<typeof key, unknown>>)[key]
      if (Array.isArray(list)) Object.assign(copy, { [key]: bare(list as PhrasingContent[]) })
    }
    result.push(copy)
  }
  return result
}

function withoutId<T extends { id?: string }>(attributes: T): Omit<T, 'id'> {
  const { id: _id, ...rest } = attributes
  return rest
}
