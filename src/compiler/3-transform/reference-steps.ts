/** A reference leads to the step at which what it names can be seen. */
import type { Data } from 'mdast'
import type { Node } from 'unist'
import type { CrossReference, Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'
import { eachNode } from './each-formula.ts'

/** Sets `step` on references to what comes in with a step: Reveal's index of it, the last one of a block with several. */
export function referenceSteps(deck: Deck): void {
  const references: CrossReference[] = []
  eachNode(deck, (node) => {
    if (node.type === 'crossReference') references.push(node as CrossReference)
  })
  if (references.length === 0) return
  const steps = new Map<string, number>()
  for (const slide of slidesOf(deck)) for (const node of slide.children) collect(node, -1, steps)
  for (const { items } of references) {
    for (const item of items) {
      const step = steps.get(item.target)
      if (step !== undefined) item.step = step
    }
  }
}

function collect(node: Node, around: number, steps: Map<string, number>): void {
  const { fragment, steps: own, attributes, formula } = (node.data ?? {}) as Data
  let step = Math.max(around, fragment?.index ?? -1)
  if (own && own.count > 0) step = Math.max(step, own.first + own.count - 1)
  if (step >= 0) {
    for (const name of [attributes?.id, ...(formula?.labels ?? [])]) {
      if (name !== undefined) steps.set(name, step)
    }
  }
  // What steps in inside of a block says nothing of its neighbours: only what surrounds a node counts.
  if ('children' in node) for (const child of node.children as Node[]) collect(child, step, steps)
}
