/** Line steps of code: the lines that the current step is about are lit, the others step back. */
import { classes } from '../../shared/markup.ts'
import { linesOf } from '../code-lines.ts'
import type { LectureDeck } from './deck-api.ts'
import { forEachMounted } from './mounted.ts'

/** Follows the deck's fragments, forwards and backwards, on every slide whose code has steps. */
export function installCodeSteps(deck: LectureDeck): void {
  forEachMounted(update)
  const current = () => {
    const slide = deck.getCurrentSlide()
    if (slide) update(slide)
  }
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, current)
}

function update(slide: HTMLElement): void {
  for (const block of slide.querySelectorAll<HTMLElement>(`.${classes.code}[data-lines]`)) {
    const shown = [...block.querySelectorAll<HTMLElement>(`.${classes.step}.visible`)]
    const state = (shown.at(-1) ?? block).dataset.lines ?? 'all'
    if (block.dataset.state === state) continue
    block.dataset.state = state
    const lines = [...block.querySelectorAll<HTMLElement>(`code > .${classes.line}`)]
    const lit = state === 'all' ? undefined : linesOf(state)
    for (const [index, line] of lines.entries()) {
      line.classList.toggle(classes.lineOn, lit?.has(index + 1) ?? false)
      line.classList.toggle(classes.lineOff, lit !== undefined && !lit.has(index + 1))
    }
    scrollTo(
      block,
      lines.filter((_, index) => lit?.has(index + 1)),
    )
  }
}

/** Long code: what is lit comes to the middle of its box. */
function scrollTo(block: HTMLElement, lit: HTMLElement[]): void {
  const pre = block.querySelector('pre')
  const [first] = lit
  const last = lit.at(-1)
  if (!pre || !first || !last || pre.scrollHeight <= pre.clientHeight) return
  const middle = (first.offsetTop + last.offsetTop + last.offsetHeight) / 2 - pre.offsetTop
  const room = last.offsetTop + last.offsetHeight - first.offsetTop > pre.clientHeight
  pre.scrollTop = room ? first.offsetTop - pre.offsetTop : middle - pre.clientHeight / 2
}
