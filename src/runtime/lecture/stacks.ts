/** Makes Reveal's stacks invisible: "next" always enters the next stack at its first slide. */
import type { LectureDeck, SlideChangeEvent } from './deck-api.ts'

/**
 * Reveal comes back to the slide of a stack that was shown last, and keeps only that slide's neighbours ready. Our
 * stacks are no places to come back to, so each is told where it would be entered next: the one being left where it
 * is left (its slide must stay visible through the transition), one behind at its end, one ahead at its start.
 */
export function stackEntry(deck: LectureDeck): void {
  deck.on('beforeslidechange', (event) => {
    const { indexh } = event as SlideChangeEvent
    const stacks = deck.getHorizontalSlides()
    const current = deck.getIndices()
    const enter = (h: number, v: number): void => stacks[h]?.setAttribute('data-start-indexv', String(v))
    enter(indexh - 1, Math.max(0, (stacks[indexh - 1]?.childElementCount ?? 0) - 1))
    enter(indexh + 1, 0)
    if (current.h !== indexh) enter(current.h, current.v)
    enter(indexh, 0)
  })
}
