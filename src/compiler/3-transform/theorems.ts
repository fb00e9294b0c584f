/** Numbers of theorems, lemmas, definitions and their kin. */
import type { Data } from 'mdast'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Callout, Deck } from '../deck.ts'
import { numbered } from '../interface-words.ts'
import { isTheoremKind, numberingOf, type TheoremKind } from '../theorem-kinds.ts'
import { walk } from '../walk.ts'
import { sectionNumbers } from './section-numbers.ts'

/**
 * Gives each theorem its label (`Theorem 3`) in the order of the deck. By default all kinds share one counter, as in
 * Beamer, so that a number says where to look; `theorems: { counter: separate }` counts each kind by itself, `within:
 * section` begins anew in each section and writes `Theorem 2.1`. Proofs and solutions have no number, a remark only
 * with an id; `.unnumbered` takes the number away. Steps have no say in it.
 */
export function theorems(deck: Deck, context: Context): void {
  const { counter, within } = context.facts.theorems
  const sections = sectionNumbers(deck)
  const counts = new Map<string, number>()
  let before = ''
  for (const section of deck.children) {
    const number = within === 'section' ? (sections.get(section) ?? before) : ''
    if (number !== before) counts.clear()
    before = number
    for (const slide of section.children) {
      walk(slide, (node) => {
        if (node.type !== 'callout' || !isTheoremKind(node.kind) || !hasNumber(node, node.kind)) return
        const name = counter === 'shared' ? '' : node.kind
        const count = (counts.get(name) ?? 0) + 1
        counts.set(name, count)
        const shown = number === '' ? String(count) : `${number}.${count}`
        const data: Data = { ...node.data, captionLabel: numbered(node.kind, shown, context.facts.lang) }
        node.data = data
      })
    }
  }
}

function hasNumber(node: Callout, kind: TheoremKind): boolean {
  const attributes = node.data?.attributes
  if (attributes?.classes.includes('unnumbered') || attributes?.values.unnumbered === '') return false
  const when = numberingOf(kind)
  return when === 'always' || (when === 'id' && attributes?.id !== undefined)
}
