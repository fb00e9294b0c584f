/** Zoom on a spot: Alt and a click, or `+` where the pointer is. The next slide comes in full. */
import type { LectureDeck } from '../deck-api.ts'

export interface Zoom {
  /** One step nearer at the pointer, or farther. */
  step(nearer: boolean): void
  /** Shows the whole slide again; whether it did not before. */
  leave(): boolean
}

const STEP = 1.6
const NEAREST = STEP ** 4

export function installZoom(deck: LectureDeck, root: HTMLElement): Zoom {
  let scale = 1
  let origin = { x: 0, y: 0 }
  let pointer = { x: innerWidth / 2, y: innerHeight / 2 }

  /** The spot of the page that is at `spot` of the window stays there. */
  function zoom(to: number, spot: { x: number; y: number }): void {
    const keep = (at: number, from: number, length: number) =>
      Math.min(0, Math.max(length * (1 - to), at - ((at - from) / scale) * to))
    origin =
      to <= 1
        ? { x: 0, y: 0 }
        : { x: keep(spot.x, origin.x, innerWidth), y: keep(spot.y, origin.y, innerHeight) }
    scale = to
    root.classList.toggle('zoomed', to > 1)
    root.style.transform = to > 1 ? `translate(${origin.x}px, ${origin.y}px) scale(${to})` : ''
  }

  function leave(): boolean {
    const was = scale > 1
    zoom(1, pointer)
    return was
  }

  window.addEventListener('pointermove', ({ clientX, clientY }) => {
    pointer = { x: clientX, y: clientY }
  })
  root.addEventListener(
    'click',
    (event) => {
      if (!event.altKey || deck.isOverview() || deck.isPaused()) return
      event.preventDefault()
      event.stopPropagation()
      if (!leave()) zoom(STEP ** 2, { x: event.clientX, y: event.clientY })
    },
    { capture: true },
  )
  window.addEventListener('resize', leave)
  for (const event of ['slidechanged', 'overviewshown']) deck.on(event, leave)
  return {
    step: (nearer) => zoom(Math.min(NEAREST, Math.max(1, nearer ? scale * STEP : scale / STEP)), pointer),
    leave,
  }
}
