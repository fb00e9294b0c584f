/** `> [!cards]`: a list of `question :: answer`, or of sentences with `==words==` that a card hides. */
import type { Data, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import '../../block-data.ts'
import { boxOf } from '../../box-of.ts'
import type { Context } from '../../context.ts'
import type { Box, Callout } from '../../deck.ts'
import { walk } from '../../walk.ts'
import { isBlank } from './parts.ts'
import type { QuestionIds } from './question-ids.ts'

/** Reports `cards-empty` without a list, and `card-side` for a card with one side only. */
export function arrangeCards(callout: Callout, ids: QuestionIds, context: Context): void {
  let cards = 0
  callout.children = callout.children.map((node) => {
    if (node.type !== 'list') return node
    cards += node.children.length
    return boxOf(
      'card-list',
      node.children.map((item) => cardOf(item, ids, context)),
      {
        hName: 'dl',
        position: node.position,
      },
    )
  })
  if (cards === 0) context.report('cards-empty', callout, 'There are no cards here')
}

function cardOf(item: ListItem, ids: QuestionIds, context: Context): RootContent {
  const [first, ...others] = item.children
  const attributes = item.data?.attributes ?? first?.data?.attributes
  if (first?.type !== 'paragraph') {
    context.report('card-side', item, 'This card is empty')
    return boxOf('card-pair', item.children, { position: item.position })
  }
  const [front, back] = splitCard(first)
  const details: Box[] = []
  if (back && !isBlank(back)) details.push(boxOf('card-back', back, { hName: 'dd' }))
  if (others.length > 0) details.push(boxOf('card-back', others, { hName: 'dd' }))
  const blanks = details.length === 0 ? markBlanks(first) : 0
  if (details.length === 0 && blanks === 0) {
    const reason = back ? 'Nothing stands after `::` on this card' : 'This card has one side only'
    context.report('card-side', item, reason)
  } else if (isBlank(front)) context.report('card-side', item, 'Nothing stands before `::` on this card')
  const card = boxOf('card-pair', [boxOf('card-front', front, { hName: 'dt' }), ...details], {
    position: item.position,
    ...(attributes && { attributes }),
  })
  if (details.length === 0)
    card.data = { ...card.data, hProperties: { className: ['card-pair', 'card-cloze'] } }
  if (details.length > 0 || blanks > 0) {
    const id = ids.of('card', attributes, front)
    const hProperties = { ...(card.data as Data).hProperties, dataCard: id }
    card.data = {
      ...card.data,
      hProperties,
      card: { id, kind: details.length > 0 ? 'pair' : 'cloze' },
    } as Data
  }
  return card
}

/** What stands before and after `::` with spaces around it, or the full-width signs without. */
function splitCard(paragraph: Paragraph): [PhrasingContent[], PhrasingContent[] | undefined] {
  const nodes = paragraph.children
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue
    const match = /(?:^|(?<!\s)\s+)::(?:\s+|$)|(?:(?<!\s)\s+|)：：\s*/.exec(node.value)
    if (!match) continue
    const before = { ...node, value: node.value.slice(0, match.index) }
    const after = { ...node, value: node.value.slice(match.index + match[0].length) }
    return [
      [...nodes.slice(0, index), ...(before.value ? [before] : [])],
      [...(after.value ? [after] : []), ...nodes.slice(index + 1)],
    ]
  }
  return [nodes, undefined]
}

/** Gives the marked words of a card their class; how many there are. */
function markBlanks(paragraph: Paragraph): number {
  let count = 0
  walk(paragraph, (node) => {
    if (node.type !== 'mark') return
    count++
    node.data = { ...node.data, hProperties: { className: ['cloze'] } }
  })
  return count
}
