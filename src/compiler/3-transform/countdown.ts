/** Time to think: `## Discuss {timer=2m}`. */
import { clockText, readSeconds } from '../../shared/pace.ts'
import { COUNTDOWN_CLASS } from '../../shared/markup.ts'
import type { Box, Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/**
 * `timer=` of a slide becomes `<div class="furniture slide-timer" data-seconds=120>` with the time as text, which the
 * lecture counts down; `timer-at=1` adds the step that starts it, 0 for the slide itself. Paper shows the time.
 */
export function countdown(deck: Deck): void {
  for (const slide of slidesOf(deck)) {
    const { timer, 'timer-at': at, ...values } = slide.attributes.values
    slide.attributes = { ...slide.attributes, values }
    const seconds = readSeconds(timer ?? '')
    if (seconds === undefined) continue
    const box: Box = {
      type: 'box',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: clockText(seconds) }] }],
      data: {
        hName: 'div',
        hProperties: {
          className: ['furniture', COUNTDOWN_CLASS],
          'data-seconds': String(seconds),
          ...(at !== undefined && { 'data-at': at }),
        },
      },
    }
    slide.children.push(box)
  }
}
