/** Following a link within the deck can be undone by the browser's Back: Reveal itself would write over the place. */
import type { LectureDeck } from './deck-api.ts'

/** Keeps the slide and fragment that an internal link is followed from as an entry of the browser's history. */
export function keepWayBack(deck: LectureDeck, root: HTMLElement): void {
  let here = ''
  root.addEventListener(
    'click',
    () => {
      const { f } = deck.getIndices()
      const fragment = f === undefined || f < 0 ? '' : `/${f}`
      here = `#/${encodeURIComponent(deck.getCurrentSlide().id)}${fragment}`
    },
    { capture: true },
  )
  // After Reveal's own listener, which follows the link itself and writes the address now or within a second.
  root.addEventListener('click', (event) => {
    const href = (event.target as Element).closest('a[href^="#"]')?.getAttribute('href')
    if (!href || !event.defaultPrevented) return
    history.replaceState(null, '', here)
    history.pushState(null, '', href)
  })
}
