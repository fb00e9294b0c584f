/** Lists whose items, and tables whose rows come in one by one. */
import type { ListItem, RootContent, TableRow } from 'mdast'
import type { Parent } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/** What comes in one by one: nothing; lists, as the deck or the slide says; or rows of tables too, as a container says. */
type Reach = 'nothing' | 'lists' | 'all'

/** Neither questions nor the lists that these draw take steps from the deck's setting. */
const apart = new Set(['callout', 'footnotes', 'bibliography', 'blockquote', 'table'])

/**
 * Marks the items of every list, nested ones too, and the rows of every table inside `:::incremental`; those of a list
 * or table with `{.incremental}`; the items of lists on a slide with `{.incremental}` and in the whole deck with
 * `incremental: true`. `:::nonincremental` takes its content out.
 */
export function incremental(deck: Deck, { facts }: Context): void {
  for (const slide of slidesOf(deck)) {
    const { classes } = slide.attributes
    const on = classes.includes('incremental') || (facts.incremental && !classes.includes('nonincremental'))
    mark(slide, on ? 'lists' : 'nothing')
  }
}

function mark(parent: Parent, before: Reach): void {
  for (const node of parent.children as RootContent[]) {
    if (!('children' in node)) continue
    const reach = reachOf(node, before)
    if (node.type === 'list' && reach !== 'nothing') for (const item of node.children) step(item)
    // The head of a table stands from the start: without it the first row says nothing.
    if (node.type === 'table' && reach === 'all') for (const row of node.children.slice(1)) step(row)
    mark(node as Parent, reach)
  }
}

function reachOf(node: RootContent, before: Reach): Reach {
  const names = namesOf(node)
  if (names.includes('nonincremental')) return 'nothing'
  if (names.includes('incremental')) return 'all'
  return before === 'lists' && apart.has(node.type) ? 'nothing' : before
}

/** Makes it a step, unless its author has made it one. */
function step(node: ListItem | TableRow): void {
  if (node.data?.attributes?.classes.includes('fragment')) return
  node.data = { ...node.data, fragment: node.data?.fragment ?? { effects: [], index: -1 } }
}

function namesOf(node: RootContent): string[] {
  const made = (node.data as { hProperties?: { className?: unknown } } | undefined)?.hProperties?.className
  return [...(node.data?.attributes?.classes ?? []), ...(Array.isArray(made) ? made.map(String) : [])]
}
