/** What Reveal is told of two slides that move into each other, where some figures move their parts by themselves. */
import { figureOf, figuresIn, partName, partsOf } from './figures.ts'

interface Pair {
  from: Element
  to: Element
  options?: { translate?: boolean; scale?: boolean; styles?: string[] }
}

/**
 * Reveal's `autoAnimateMatcher`: its own pairs, but for roads, listings and formulas, whose parts move by themselves.
 * Those are paired without any effect, so that Reveal leaves them alone and does not fade what they stand in.
 */
export function pairSlides(
  this: { getAutoAnimatePairs(from: Element, to: Element): Pair[] },
  from: Element,
  to: Element,
): Pair[] {
  const pairs = this.getAutoAnimatePairs(from, to).filter(
    (pair) => !pair.to.closest('.roadmap, [data-morph]'),
  )
  const still = (before: Element | undefined, after: Element): void => {
    if (before)
      pairs.push({ from: before, to: after, options: { translate: false, scale: false, styles: [] } })
  }
  const roads = [...from.querySelectorAll<HTMLElement>('.roadmap')]
  for (const road of to.querySelectorAll<HTMLElement>('.roadmap'))
    still(
      roads.find((other) => other.dataset.roadmap === road.dataset.roadmap),
      road,
    )
  const parts = new Map(partsOf(from).map((part) => [partName(part), part]))
  for (const figure of figuresIn(to)) {
    const known = partsOf(figure).flatMap((part) => parts.get(partName(part)) ?? [])[0]
    still(known && figureOf(known), figure)
  }
  return pairs
}
