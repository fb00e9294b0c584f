/** Keeps only the slides around the current one in the page; the others wait as raw text. */
import { PARKED_ESCAPE, PARKED_SLIDE_TYPE } from '../../shared/markup.ts'
import type { LectureDeck, SlideChangeEvent } from './deck-api.ts'
import { slideMounted } from './mounted.ts'

/** Slides on either side that are mounted, and how far away a mounted one may be before it is parked again. */
const REACH = 3
const KEEP = 8
/** Reveal shows neighbours up to 10 in its overview. */
const OVERVIEW_REACH = 11

interface Parked {
  section: HTMLElement
  /** The `<script>` with the slide's content, while the content is not in the page and after. */
  script: HTMLScriptElement
  mounted: boolean
  h: number
  v: number
}

/**
 * Reveal walks the whole tree several times at each step, so a deck's cost grows with its length. Here every
 * `<section>` stays, with its attributes, but a far one's content lies in a `<script>` that costs two nodes. What a
 * user sees is the same as without.
 */
export class Parking {
  readonly #deck: LectureDeck
  readonly #slides: Parked[] = []
  #idle = 0
  #printing = false

  constructor(deck: LectureDeck, root: HTMLElement) {
    this.#deck = deck
    root.querySelectorAll<HTMLElement>('.slides > section').forEach((outer, h) => {
      const leaves = outer.querySelectorAll<HTMLElement>(':scope > section')
      if (leaves.length === 0) this.#add(outer, h, 0)
      else leaves.forEach((leaf, v) => this.#add(leaf, h, v))
    })
  }

  #add(section: HTMLElement, h: number, v: number): void {
    const script = section.querySelector<HTMLScriptElement>(`:scope > script[type="${PARKED_SLIDE_TYPE}"]`)
    if (script) this.#slides.push({ section, script, mounted: false, h, v })
  }

  /** To be called before the deck is initialized; does nothing in a deck without parked slides. */
  start(): void {
    if (this.#slides.length === 0) return
    this.#mountTarget()
    // Registered before Reveal's own, so that it finds what the link names.
    window.addEventListener('hashchange', () => this.#mountTarget())
    window.addEventListener('beforeprint', () => {
      this.#printing = true
      const { h, v } = this.#deck.getIndices()
      const current = this.#position(h, v)
      this.#slides.forEach((slide, index) => this.#mount(slide, index < current))
    })
    window.addEventListener('afterprint', () => {
      this.#printing = false
      this.#tidyLater()
    })
    this.#deck.on('beforeslidechange', (event) => this.#beforeSlideChange(event as SlideChangeEvent))
    this.#deck.on('slidechanged', () => this.#tidyLater())
    this.#deck.on('overviewshown', () => this.#mountOverview(this.#deck.getIndices()))
    this.#deck.on('overviewhidden', () => this.#tidyLater())
  }

  /** Whether `section`'s content is parked; `html` then replaces what waits for it. */
  replace(section: HTMLElement, html: string): boolean {
    const slide = this.#slides.find((candidate) => candidate.section === section)
    if (!slide) return false
    slide.script.textContent = html
    return !slide.mounted
  }

  #beforeSlideChange({ indexh, indexv }: SlideChangeEvent): void {
    const current = this.#deck.getIndices()
    const target = this.#position(indexh, indexv)
    // An event with the current vertical index may mean "wherever that stack is entered", which is its start.
    const places = current.h === indexh ? [target] : [target, this.#position(indexh, 0)]
    const seen = Math.max(this.#position(current.h, current.v), ...places.slice(-1))
    for (const place of places) this.#mountAround(place, seen)
    if (this.#deck.isOverview()) this.#mountOverview({ h: indexh, v: indexv })
  }

  /** Mounts the slide that the address names by its slug, or the one with an element that it names. */
  #mountTarget(): void {
    const [name = '', second = ''] = location.hash.replace(/^#\/?/, '').split('/')
    if (/^\d*$/.test(name)) {
      this.#mountAround(this.#position(Number(name), Number(second) || 0))
      return
    }
    const id = decode(name)
    const element = document.getElementById(id)
    const section = element?.closest<HTMLElement>('.slides section')
    const needle = `id="${id.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
    const index = this.#slides.findIndex(
      (slide) => slide.section === section || (!element && slide.script.textContent.includes(needle)),
    )
    this.#mountAround(Math.max(0, index))
  }

  /** Place in the order of the slides; the last one where there is no such slide. */
  #position(h: number, v: number): number {
    const exact = this.#slides.findIndex((slide) => slide.h > h || (slide.h === h && slide.v >= v))
    return exact < 0 ? this.#slides.length - 1 : exact
  }

  /** Slides before `seen` have been shown, so their fragments have too. */
  #mountAround(place: number, seen = place): void {
    for (let index = Math.max(0, place - REACH); index <= place + REACH; index++) {
      const slide = this.#slides[index]
      if (slide) this.#mount(slide, index < seen)
    }
  }

  #mountOverview({ h, v }: { h: number; v: number }): void {
    const current = this.#position(h, v)
    this.#slides.forEach((slide, index) => {
      const column = Math.abs(slide.h - h)
      // Reveal counts the rows of other stacks from where they would be entered.
      const rows = [slide.v - (column === 0 ? v : 0), column === 0 ? Infinity : this.#fromEnd(slide)]
      if (column + Math.min(...rows.map(Math.abs)) <= OVERVIEW_REACH) this.#mount(slide, index < current)
    })
  }

  #fromEnd({ h, v }: Parked): number {
    const stack = this.#slides.findLast((slide) => slide.h === h)
    return stack ? stack.v - v : 0
  }

  #mount(slide: Parked, shown = false): void {
    if (slide.mounted) return
    slide.mounted = true
    const { section, script } = slide
    section.innerHTML = script.textContent.replaceAll(PARKED_ESCAPE, '<')
    if (shown) {
      for (const fragment of section.querySelectorAll('.fragment')) fragment.classList.add('visible')
    }
    this.#deck.syncFragments(section)
    slideMounted(section)
  }

  #tidyLater(): void {
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 300))
    const cancel = window.cancelIdleCallback ?? window.clearTimeout
    cancel(this.#idle)
    this.#idle = idle(() => this.#tidy())
  }

  #tidy(): void {
    if (this.#printing || this.#deck.isOverview()) return
    const { h, v } = this.#deck.getIndices()
    const current = this.#position(h, v)
    this.#slides.forEach((slide, index) => {
      if (!slide.mounted || Math.abs(index - current) <= KEEP) return
      slide.mounted = false
      slide.section.replaceChildren(slide.script)
    })
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
