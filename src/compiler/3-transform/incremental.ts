/** Lists whose items come in one by one. */
import type { RootContent } from 'mdast'
import type { Parent } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/** Neither questions nor the lists that these draw take steps from the deck's setting. */
const apart = new Set(['callout', 'footnotes', 'bibliography', 'blockquote', 'table'])

/**
 * Marks the items of every list, nested ones too, inside `:::incremental`, of a list or slide with `{.incremental}`, and in the
 * whole deck with `incremental: true` (but for `:::nonincremental`).
 */
export function incremental(deck: Deck, { facts }: Context): void {
  for (const slide of slidesOf(deck)) mark(slide, isOn(slide.attributes.classes, facts.incremental))
}

function isOn(names: readonly string[], before: boolean): boolean {
  return names.includes('nonincremental') ? false : before || names.includes('incremental')
}

function mark(parent: Parent, on: boolean): void {
  for (const node of parent.children as RootContent[]) {
    if (!('children' in node)) continue
    const names = namesOf(node)
    const here = names.includes('nonincremental')
      ? false
      : names.includes('incremental') || (on && !apart.has(node.type))
    if (here && node.type === 'list') {
      for (const item of node.children) {
        const own = item.data?.attributes?.classes.includes('fragment')
        if (!own) item.data = { ...item.data, fragment: item.data?.fragment ?? { effects: [], index: -1 } }
      }
    }
    mark(node as Parent, here)
  }
}

function namesOf(node: RootContent): string[] {
  const made = (node.data as { hProperties?: { className?: unknown } } | undefined)?.hProperties?.className
  return [...(node.data?.attributes?.classes ?? []), ...(Array.isArray(made) ? made.map(String) : [])]
}
