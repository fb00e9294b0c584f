/** The other window: lecture and speaker view find each other, whichever opened which, and again after a reload. */
import { isSpeakerMessage, type SpeakerMessage } from '../shared/speaker.ts'

/** How often a window says that it is there, ms. */
const BEAT = 1000

/** Whom a message goes to: pages of this site. From disk no page has an origin that could be named. */
export const OUR_PAGES = self.origin === 'null' ? '*' : self.origin

/** Whether a message comes from a page of this site; a page of another may open this one, or frame it. */
export function isFromUs({ origin }: MessageEvent): boolean {
  return origin === self.origin
}

export class Peer {
  #other: Window | null = null
  #heard = 0

  /** `page` is what this window holds; `hear` gets what the other one says. */
  constructor(page: 'lecture' | 'speaker', hear: (message: SpeakerMessage) => void) {
    window.addEventListener('message', (event) => {
      const { source, data } = event
      if (!isFromUs(event)) return
      const from = source as Window | null
      // Only the window that opened this one, or one that this one opened: no other can have it for its opener.
      if (!from || !isSpeakerMessage(data) || (from !== window.opener && from.opener !== window)) return
      this.#other = from
      this.#heard = Date.now()
      hear(data)
    })
    const beat = () => this.send({ lectern: 'hello', page })
    beat()
    setInterval(beat, BEAT)
  }

  /** Tells the other window, where there is one. */
  send(message: SpeakerMessage): void {
    const to = this.#other ?? (window.opener as Window | null)
    if (to && !to.closed) to.postMessage(message, OUR_PAGES)
  }

  /** A window that this page has just opened. */
  meet(other: Window): void {
    this.#other = other
  }

  /** Whether the other window was heard of lately. */
  get isThere(): boolean {
    return Date.now() - this.#heard < 4 * BEAT
  }
}
