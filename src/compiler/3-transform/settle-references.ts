/** What leads somewhere, once more: a slide that held too much has become several since it was first told where. */
import type { Node } from 'unist'
import type { Context } from '../context.ts'
import type { CrossReference, Deck, Slide, Term } from '../deck.ts'
import { eachNode } from './each-formula.ts'
import { shownAs } from './cross-references.ts'
import { rehomeLinks } from './links.ts'
import { referenceSteps } from './reference-steps.ts'
import { Targets } from './reference-targets.ts'

/**
 * Gives references, links and terms the slides on which things now stand, and slides their new numbers. Numbers of
 * figures, theorems and equations stay as they are. Gives the slides that have changed.
 */
export function settleReferences(deck: Deck, context: Context): Set<Slide> {
  const changed = rehomeLinks(deck)
  const targets = new Targets(deck, context.facts.lang)
  const before = new Map<Node, string>()
  eachNode(deck, (node) => {
    if (node.type !== 'crossReference') return
    before.set(node, written(node as CrossReference))
    for (const item of (node as CrossReference).items) {
      const target = targets.at(item.target)
      if (target) Object.assign(item, { slug: target.slug, step: undefined, ...shownAs(item, target) })
    }
  })
  referenceSteps(deck)
  for (const entry of deck.glossary ?? []) entry.slides = []
  eachNode(deck, (node, slide) => {
    if (node.type === 'crossReference' && before.get(node) !== written(node as CrossReference))
      changed.add(slide)
    if (node.type !== 'term') return
    const { slides } = (node as Term).entry
    if (!slides.includes(slide.slug)) slides.push(slide.slug)
  })
  return changed
}

function written({ items }: CrossReference): string {
  return JSON.stringify(items.map(({ label, slug, step }) => [label, slug, step]))
}
