/** Where the lecture was is offered to who opens the deck anew, without an address: after a crash, or from disk. */
import type { Manifest } from '../../shared/manifest.ts'
import type { LectureDeck } from './deck-api.ts'
import { lectureWords } from './words.ts'

/** The shape of what is kept; raised when a reader of the old shape would be wrong. */
const VERSION = 1
/** What is older belongs to another lecture, ms. */
const STALE = 6 * 3600_000

interface Kept {
  version: typeof VERSION
  slug: string
  step: number
  /** When this was written. */
  at: number
}

/**
 * To be called before the deck is initialized, which gives the page an address. A button on the first slide goes to the
 * kept place; the first step without it puts it away.
 */
export function offerLastPlace(deck: LectureDeck, manifest: Manifest, root: HTMLElement): void {
  const key = `lectern:place:${location.pathname}`
  const last = location.hash === '' ? read(key) : undefined
  const title = manifest.slides.slice(1).find(({ slug }) => slug === last?.slug)?.title
  let button: HTMLButtonElement | undefined
  deck.on('ready', () => {
    if (!last || title === undefined) return
    button = Object.assign(document.createElement('button'), { type: 'button', className: 'last-place' })
    button.textContent = lectureWords().goOn.replace('{t}', title || last.slug)
    button.addEventListener('click', () => {
      const slide = document.getElementById(last.slug)
      if (!slide) return
      const { h, v } = deck.getIndices(slide)
      deck.slide(h, v, last.step)
    })
    root.append(button)
  })
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
    deck.on(event, () => {
      button?.remove()
      keep(key, {
        version: VERSION,
        slug: deck.getCurrentSlide().id,
        step: deck.getIndices().f ?? -1,
        at: Date.now(),
      })
    })
}

function keep(key: string, place: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(place))
  } catch {
    // The browser keeps nothing for this page; its address still has the place.
  }
}

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    const fits = kept?.version === VERSION && typeof kept.slug === 'string' && Number.isInteger(kept.step)
    return fits && Date.now() - kept.at < STALE ? kept : undefined
  } catch {
    return undefined
  }
}
