/** Strokes by slide: kept through reloads, undone and done again, in one window and in the others that show the deck. */
import { readInk, type SlideInk } from '../../../shared/ink.ts'
import { isEmpty, noInk } from './slide-ink.ts'

/** Raised when what is kept could be misread. */
const VERSION = 1

interface History {
  past: SlideInk[]
  future: SlideInk[]
}

/** How many changes of a slide can be undone. */
const DEPTH = 100

export class InkStore {
  readonly #prefix: string
  readonly #slides = new Map<string, SlideInk>()
  readonly #history = new Map<string, History>()
  /** Called with the slug of a slide whose ink has changed, here or in another window. */
  onChange: (slug: string) => void = () => undefined
  /** Called with the slug of a slide that was drawn on here. */
  onDrawn: (slug: string) => void = () => undefined
  /** The browser keeps nothing for this page, or no more. */
  keepsNothing = false

  /** `name` tells this deck from others of the same origin; all pages from disk may share one. */
  constructor(name: string) {
    this.#prefix = `lectern:ink:${VERSION}:${name}#`
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(this.#prefix)) this.#read(key)
    } catch {
      this.keepsNothing = true
    }
    window.addEventListener('storage', ({ key }) => {
      if (!key?.startsWith(this.#prefix)) return
      this.#read(key)
      this.onChange(key.slice(this.#prefix.length))
    })
  }

  get(slug: string): SlideInk {
    return this.#slides.get(slug) ?? noInk
  }

  /** All slides with ink. */
  get all(): [string, SlideInk][] {
    return [...this.#slides].filter(([, ink]) => !isEmpty(ink))
  }

  /** Changes a slide's ink, so that it can be undone. */
  change(slug: string, ink: SlideInk): void {
    const { past } = this.#historyOf(slug)
    past.push(this.get(slug))
    if (past.length > DEPTH) past.shift()
    this.#historyOf(slug).future = []
    this.#set(slug, ink)
    this.onDrawn(slug)
  }

  undo(slug: string): void {
    this.#travel(slug, 'past', 'future')
  }

  redo(slug: string): void {
    this.#travel(slug, 'future', 'past')
  }

  can(slug: string, way: 'undo' | 'redo'): boolean {
    return this.#historyOf(slug)[way === 'undo' ? 'past' : 'future'].length > 0
  }

  /** Takes over what another window drew. */
  take(slug: string, value: unknown): void {
    const ink = readInk(value)
    if (ink) this.#set(slug, ink)
  }

  #travel(slug: string, from: keyof History, to: keyof History): void {
    const history = this.#historyOf(slug)
    const ink = history[from].pop()
    if (!ink) return
    history[to].push(this.get(slug))
    this.#set(slug, ink)
    this.onDrawn(slug)
  }

  #historyOf(slug: string): History {
    const history = this.#history.get(slug) ?? { past: [], future: [] }
    this.#history.set(slug, history)
    return history
  }

  #set(slug: string, ink: SlideInk): void {
    this.#slides.set(slug, ink)
    const key = this.#prefix + slug
    try {
      if (isEmpty(ink)) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(ink))
      this.keepsNothing = false
    } catch {
      // Denied or full: the strokes last as long as the page, and can still be saved to a file.
      this.keepsNothing = true
    }
    this.onChange(slug)
  }

  #read(key: string): void {
    const slug = key.slice(this.#prefix.length)
    try {
      const ink = readInk(JSON.parse(localStorage.getItem(key) ?? 'null'))
      if (ink) this.#slides.set(slug, ink)
      else this.#slides.delete(slug)
    } catch {
      this.#slides.delete(slug)
    }
  }
}
