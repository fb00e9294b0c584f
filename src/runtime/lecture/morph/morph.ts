/**
 * Listings and formulas move from slide to slide part by part, where Reveal lets slides move into each other
 * (`auto-animate`): what both have goes from its old place to its new one, what is new comes in, what is gone fades.
 */
import type { LectureDeck } from '../deck-api.ts'
import { boxBehind } from './box.ts'
import { ghostOf } from './ghost.ts'
import { match, type Move, snapshot, type Snapshot } from './match.ts'

/** On a figure while its parts move. */
const MOVING = 'morphing'
const DURATION = 600
const EASING = 'cubic-bezier(0.4, 0, 0.2, 1)'

/** Follows the deck. Does nothing where Reveal moves nothing: with reduced motion, in previews, in the overview. */
export function installMorph(deck: LectureDeck): void {
  let before: Snapshot | undefined
  let stop = (): void => undefined
  deck.on('beforeslidechange', () => {
    stop()
    const slide = deck.getCurrentSlide() as HTMLElement | undefined
    before = slide?.hasAttribute('data-auto-animate') ? snapshot(slide) : undefined
  })
  deck.on('autoanimate', (event) => {
    const { fromSlide, toSlide } = event as unknown as Record<'fromSlide' | 'toSlide', HTMLElement>
    if (before?.slide === fromSlide) stop = play(before, toSlide, deck.getScale())
    before = undefined
  })
}

/** Moves the parts of `slide`; what is given back ends all of it at once. */
function play(before: Snapshot, slide: HTMLElement, scale: number): () => void {
  const timing = timingOf(slide)
  const { moves, kept, heirs } = match(before, slide)
  const figures = new Set(moves.map(({ figure }) => figure))
  const parts = new Set<Element>(moves.map(({ part }) => part))
  const running: Animation[] = []
  const added: HTMLElement[] = []
  for (const [old, heir] of heirs) {
    const box = boxBehind(heir, before.outlines.get(old)!.box, scale, timing)
    if (!box) continue
    added.push(box.element)
    running.push(box.animation)
  }
  const fresh = [...figures].flatMap((figure) => restOf(figure, parts))
  for (const figure of figures) figure.classList.add(MOVING)
  // All is measured before anything moves.
  const boxes = moves.map(({ part }) => part.getBoundingClientRect())
  for (const [old, heir] of heirs) {
    const ghost = ghostOf(old, before.outlines.get(old)!, heir, kept, scale)
    running.push(ghost.animate({ opacity: [1, 0, 0], offset: [0, 0.5, 1] }, timing))
    added.push(ghost)
  }
  for (const element of fresh)
    running.push(element.animate({ opacity: [0, 0, 1], offset: [0, 0.4, 1] }, timing))
  for (const [index, move] of moves.entries()) running.push(...travel(move, boxes[index]!, scale, timing))
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    for (const animation of running) animation.cancel()
    for (const element of added) element.remove()
    for (const figure of figures) figure.classList.remove(MOVING)
  }
  void Promise.allSettled(running.map(({ finished }) => finished)).then(end)
  return end
}

/** As for everything else on the slide that moves. */
function timingOf({ dataset }: HTMLElement): { duration: number; easing: string } {
  const seconds = Number(dataset.autoAnimateDuration)
  return { duration: seconds > 0 ? seconds * 1000 : DURATION, easing: dataset.autoAnimateEasing || EASING }
}

/** A part from its old place to its new one; `box` is what it fills there while it moves. */
function travel(
  { part, from, to }: Move,
  box: DOMRect,
  scale: number,
  timing: KeyframeAnimationOptions,
): Animation[] {
  const x = (from.left - to.left) / scale
  const y = (from.top - to.top) / scale
  const grown = from.size / to.size
  const stays = Math.abs(x) < 0.5 && Math.abs(y) < 0.5 && Math.abs(grown - 1) < 0.01
  if (stays && from.colour === to.colour) return []
  // The corner that was measured is not the corner of the box: a formula's is as high as what stands in it.
  const origin = `${(to.left - box.left) / scale}px ${(to.top - box.top) / scale}px`
  return [
    part.animate(
      [
        {
          transform: `translate(${x}px, ${y}px) scale(${grown})`,
          transformOrigin: origin,
          color: from.colour,
        },
        { transform: 'none', transformOrigin: origin, color: to.colour },
      ],
      timing,
    ),
  ]
}

/** The outermost elements of a figure that hold nothing that moves. */
function restOf(figure: Element, parts: ReadonlySet<Element>): Element[] {
  return [...figure.querySelectorAll('code, .katex-html')].flatMap((root) => inside(root))
  function inside(element: Element): Element[] {
    return [...element.children].flatMap((child) => {
      if (parts.has(child)) return []
      return [...parts].some((part) => child.contains(part)) ? inside(child) : [child]
    })
  }
}
