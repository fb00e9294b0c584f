/** Which part of a slide comes from where on the slide before. */
import { figureOf, figuresIn, isSeen, partName, partsOf, type Spot, spotOf } from './figures.ts'
import { type Outline, outlineOf } from './ghost.ts'

/** A slide before it was left. */
export interface Snapshot {
  slide: HTMLElement
  /** Parts by name: one name may stand in several places. */
  parts: Map<string, { part: HTMLElement; spot: Spot }[]>
  outlines: Map<HTMLElement, Outline>
}

export interface Move {
  part: HTMLElement
  figure: HTMLElement
  from: Spot
  to: Spot
}

export interface Matching {
  moves: Move[]
  /** What lives on of the slide before, and in which figure. */
  kept: Map<HTMLElement, HTMLElement>
  /** The figure that each old one goes into. */
  heirs: Map<HTMLElement, HTMLElement>
}

export function snapshot(slide: HTMLElement): Snapshot {
  const parts: Snapshot['parts'] = new Map()
  for (const part of partsOf(slide).filter(isSeen)) {
    const name = partName(part)
    parts.set(name, [...(parts.get(name) ?? []), { part, spot: spotOf(part) }])
  }
  return { slide, parts, outlines: new Map(figuresIn(slide).map((figure) => [figure, outlineOf(figure)])) }
}

/** Of parts with one name the first goes to the first; one more than there were splits off from the last. */
export function match(before: Snapshot, slide: HTMLElement): Matching {
  const moves: Move[] = []
  const kept: Matching['kept'] = new Map()
  const heirs: Matching['heirs'] = new Map()
  const counts = new Map<string, number>()
  for (const figure of figuresIn(slide).filter((candidate) => !isMovedByReveal(candidate)))
    for (const part of partsOf(figure).filter(isSeen)) {
      const name = partName(part)
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      const known = before.parts.get(name)
      const from = known?.[count] ?? known?.at(-1)
      if (!from) continue
      moves.push({ part, figure, from: from.spot, to: spotOf(part) })
      kept.set(from.part, figure)
      const old = figureOf(from.part)
      if (old && !heirs.has(old)) heirs.set(old, figure)
    }
  return { moves, kept, heirs }
}

/** Inside of a paragraph, say, that is the same on both slides and moves as a whole. */
function isMovedByReveal(figure: HTMLElement): boolean {
  const target = figure.parentElement?.closest<HTMLElement>('[data-auto-animate-target]')
  return target !== null && target !== undefined && target.dataset.autoAnimateTarget !== 'unmatched'
}
