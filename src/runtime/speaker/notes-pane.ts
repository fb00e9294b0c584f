/** The notes of the slide, with the part lit that belongs to the step. */
import type { SpeakerPlace } from '../../shared/speaker.ts'

const SIZE_KEY = 'lectern:speaker-notes-size'
const SIZES = [16, 18, 20, 22, 25, 28, 32, 38, 46]
const USUAL = 4

export class NotesPane {
  readonly #pane: HTMLElement
  #size = USUAL

  constructor(pane: HTMLElement) {
    this.#pane = pane
    try {
      const kept = Number(localStorage.getItem(SIZE_KEY))
      if (SIZES.includes(kept)) this.#size = SIZES.indexOf(kept)
    } catch {
      // Storage may be closed to pages from disk.
    }
    this.resize(0)
  }

  /** Shows the notes of the place's slide; what is said at its step is lit and in sight. */
  show({ slug, step }: SpeakerPlace): void {
    let current: HTMLElement | undefined
    for (const article of this.#pane.querySelectorAll<HTMLElement>('article')) {
      const shown = article.dataset.slide === slug
      if (shown && article.hidden) this.#pane.scrollTop = 0
      article.hidden = !shown
      if (!shown) continue
      const parts = [...article.querySelectorAll<HTMLElement>('.note-step')]
      current = parts.findLast((part) => Number(part.dataset.fragmentIndex) <= step)
      article.classList.toggle('has-current', current !== undefined)
      for (const part of parts) {
        part.classList.toggle('is-current', part === current)
        part.classList.toggle('is-ahead', Number(part.dataset.fragmentIndex) > step)
      }
    }
    current?.scrollIntoView({ block: 'nearest' })
  }

  /** Larger or smaller by so many sizes; kept. */
  resize(by: number): void {
    this.#size = Math.min(SIZES.length - 1, Math.max(0, this.#size + by))
    this.#pane.style.setProperty('--notes-size', `${SIZES[this.#size]}px`)
    try {
      localStorage.setItem(SIZE_KEY, String(SIZES[this.#size]))
    } catch {
      // It then lasts as long as the page.
    }
  }
}
