/** The sections as pieces of one bar, filled as far as the lecture has come. */
import type { Manifest } from '../../shared/manifest.ts'
import type { SpeakerData } from '../../shared/speaker.ts'

export class SectionBar {
  readonly #items: HTMLElement[]
  readonly #sections: number[]
  readonly #seconds: number[]

  constructor(bar: HTMLElement, manifest: Manifest, data: SpeakerData) {
    this.#items = [...bar.querySelectorAll<HTMLElement>('li')]
    this.#sections = manifest.slides.map(({ section }) => section)
    this.#seconds = data.seconds
  }

  at(index: number, share: number): void {
    const current = this.#sections[index] ?? 0
    for (const [section, item] of this.#items.entries()) {
      const own = this.#sections.flatMap((of, at) => (of === section ? [at] : []))
      const sum = (list: number[]) => list.reduce((total, at) => total + (this.#seconds[at] ?? 0), 0)
      const done =
        sum(own.filter((at) => at < index)) + (own.includes(index) ? share * (this.#seconds[index] ?? 0) : 0)
      const part = section < current ? 1 : section > current ? 0 : done / Math.max(1, sum(own))
      item.style.setProperty('--done', `${Math.round(part * 100)}%`)
      item.classList.toggle('is-current', section === current)
    }
  }
}
