/** What the runtime part of a plugin is given: the open lecture. */
import type { Manifest } from './manifest.ts'

export interface LectureApi {
  manifest: Manifest
  /** Reveal's own object; these are the parts of it that a plugin needs most. */
  deck: {
    getCurrentSlide(): HTMLElement
    getConfig(): Record<string, unknown>
    on(type: string, listener: (event: Event) => void): void
    off(type: string, listener: (event: Event) => void): void
    next(): void
    prev(): void
  }
  /**
   * Calls back for every slide whose content is in the page, now and whenever one comes in: a slide far from the one
   * shown is parked as text, and an edit brings it in anew.
   */
  forEachSlide(callback: (slide: HTMLElement) => void): void
}

/** The module that `runtime` of a plugin names. */
export interface LecturePart {
  start(lecture: LectureApi): void | Promise<void>
}
