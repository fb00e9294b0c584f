/** The sections as pieces of one bar, filled as far as the lecture has come, each with its planned and its spent time. */
import type { Manifest } from '../../shared/manifest.ts'
import { clockText } from '../../shared/pace.ts'
import type { SpeakerData } from '../../shared/speaker.ts'
import type { SpeakerWords } from '../../shared/speaker-words.ts'

/** A section may take this much longer than planned before it stands out, seconds. */
const TOLERANCE = 30

export class SectionBar {
  readonly #items: HTMLElement[]
  readonly #sections: number[]
  readonly #seconds: number[]
  readonly #words: SpeakerWords

  constructor(bar: HTMLElement, manifest: Manifest, data: SpeakerData, words: SpeakerWords) {
    this.#words = words
    this.#items = [...bar.querySelectorAll<HTMLElement>('li')]
    this.#sections = manifest.slides.map(({ section }) => section)
    this.#seconds = data.seconds
  }

  at(index: number, share: number): void {
    const current = this.#sections[index] ?? 0
    for (const item of this.#items) {
      const section = Number(item.dataset.section)
      const own = this.#sections.flatMap((of, at) => (of === section ? [at] : []))
      const sum = (list: number[]) => list.reduce((total, at) => total + (this.#seconds[at] ?? 0), 0)
      const done =
        sum(own.filter((at) => at < index)) + (own.includes(index) ? share * (this.#seconds[index] ?? 0) : 0)
      const part = section < current ? 1 : section > current ? 0 : done / Math.max(1, sum(own))
      item.style.setProperty('--done', `${Math.round(part * 100)}%`)
      item.classList.toggle('is-current', section === current)
    }
  }

  /** Seconds spent in each section; those where none were keep their plan alone. */
  times(spent: readonly number[]): void {
    for (const item of this.#items) {
      const section = Number(item.dataset.section)
      const planned = this.#sections.reduce(
        (sum, of, at) => sum + (of === section ? (this.#seconds[at] ?? 0) : 0),
        0,
      )
      const taken = spent[section] ?? 0
      const of = this.#words.of.replace('{t}', clockText(planned))
      const text = taken < 1 ? clockText(planned) : `${clockText(taken)} ${of}`
      const time = item.querySelector('.section-time')
      if (time && time.textContent !== text) time.textContent = text
      item.classList.toggle('is-over', taken > planned + TOLERANCE)
    }
  }
}
