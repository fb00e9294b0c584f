/** Time of day, time spent, and how it stands against the plan. Kept through a reload. */
import { clockText, paceAt } from '../../shared/pace.ts'
import type { SpeakerData } from '../../shared/speaker.ts'
import type { SpeakerWords } from '../../shared/speaker-words.ts'

/** The shape of what is kept; raised when a reader of the old shape would be wrong. */
const VERSION = 1
/** Off by less is on time, seconds. */
const TOLERANCE = 30
/** A clock that stood still for longer than this belongs to another lecture, ms. */
const STALE = 6 * 3600_000

interface Kept {
  version: typeof VERSION
  /** Spent before the clock ran last, ms. */
  spent: number
  /** Since when it runs, or 0. */
  since: number
  /** When this was written. */
  at: number
  /** Spent in each section, ms; absent in what was kept before sections were timed. */
  sections?: number[]
}

export class Clock {
  readonly #key: string
  readonly #data: SpeakerData
  readonly #words: SpeakerWords
  #spent = 0
  #since = 0
  #index = 0
  #share = 0
  /** Spent in each section, ms. In all they are what is spent. */
  #sections: number[] = []
  /** The first move of the lecture starts the clock; where it stood when it was opened does not. */
  mayStart = false
  onChange: () => void = () => undefined
  /** Called with the seconds spent in each section, whenever they may have changed. */
  onTime: (sections: readonly number[]) => void = () => undefined
  readonly #sectionOf: readonly number[]

  /** `sectionOf` gives the section of each slide. */
  constructor(deck: string, data: SpeakerData, words: SpeakerWords, sectionOf: readonly number[]) {
    this.#key = `lectern:speaker-clock:${deck}`
    this.#data = data
    this.#words = words
    this.#sectionOf = sectionOf
    this.#restore()
    this.#draw()
    setInterval(() => this.#draw(), 500)
  }

  get runs(): boolean {
    return this.#since > 0
  }

  get elapsed(): number {
    return (this.#spent + (this.runs ? Date.now() - this.#since : 0)) / 1000
  }

  /** Where the lecture stands: the slide's index, and the share of its steps that are done. */
  at(index: number, share: number): void {
    const left = this.#sectionOf[this.#index] !== this.#sectionOf[index]
    if (left) this.#account()
    this.#index = index
    this.#share = share
    if (left) this.#keep()
    this.#draw()
  }

  /** What was spent since the last time belongs to the section that the lecture is in, be it through a reload. */
  #account(): void {
    const section = this.#sectionOf[this.#index]
    if (section === undefined) return
    const known = this.#sections.reduce((sum, time = 0) => sum + time, 0)
    this.#sections[section] = (this.#sections[section] ?? 0) + Math.max(0, this.elapsed * 1000 - known)
  }

  startOnce(): void {
    if (!this.runs && this.#spent === 0) this.toggle()
  }

  toggle(): void {
    if (this.runs) {
      this.#spent += Date.now() - this.#since
      this.#since = 0
    } else this.#since = Date.now()
    this.#changed()
  }

  reset(): void {
    this.#spent = 0
    this.#sections = []
    if (this.runs) this.#since = Date.now()
    this.#changed()
  }

  #changed(): void {
    this.#keep()
    this.#draw()
    this.onChange()
  }

  #keep(): void {
    const [spent, since, sections] = [this.#spent, this.#since, this.#sections]
    const kept: Kept = { version: VERSION, spent, since, at: Date.now(), sections }
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept))
    } catch {
      // A reload then begins at zero.
    }
  }

  #restore(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Kept | null
      if (kept?.version !== VERSION || Date.now() - kept.at > STALE) return
      this.#spent = kept.spent
      this.#since = kept.since
      this.#sections = (kept.sections ?? []).map((time) => Number(time) || 0)
    } catch {
      // Nothing kept, or nothing that can be read.
    }
  }

  #draw(): void {
    if (this.runs) this.#account()
    this.onTime(this.#sections.map((time = 0) => time / 1000))
    const { seconds, total } = this.#data
    const set = (name: string, text: string) => {
      const element = document.querySelector(name)
      if (element && element.textContent !== text) element.textContent = text
    }
    const lang = document.documentElement.lang
    set('.speaker-clock', new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' }))
    set('.pace-elapsed', clockText(this.elapsed))
    const all = total ?? seconds.reduce((sum, value) => sum + value, 0)
    set('.pace-total', this.#words.of.replace('{t}', clockText(all)))
    const { behind, end } = paceAt(seconds, this.#index, this.#share, this.elapsed)
    const verdict =
      this.elapsed === 0 || Math.abs(behind) < TOLERANCE
        ? this.#words.onTime
        : (behind > 0 ? this.#words.behind : this.#words.ahead).replace('{t}', clockText(behind))
    const late = behind > TOLERANCE
    const ends = late ? `, ${this.#words.ends.replace('{t}', clockText(end))}` : ''
    set('.pace-verdict', this.elapsed === 0 ? '' : verdict + ends)
    document.documentElement.dataset.pace = late ? 'behind' : behind < -TOLERANCE ? 'ahead' : 'on-time'
  }
}
