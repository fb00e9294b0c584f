/** A preview: the lecture page itself in a frame, at a place that it is told. */
import {
  PREVIEW_QUERY,
  isSpeakerMessage,
  type SpeakerMessage,
  type SpeakerPlace,
} from '../../shared/speaker.ts'
import { OUR_PAGES, isFromUs } from '../peer.ts'

export class Preview {
  readonly #box: HTMLElement
  readonly #frame: HTMLIFrameElement
  #wanted: SpeakerMessage | undefined
  #ready = false

  /** Puts the frame into `box`; it shows nothing before it is told to. */
  constructor(box: HTMLElement, lecture: string, stage: { width: number; height: number }) {
    this.#box = box
    box.style.aspectRatio = `${stage.width} / ${stage.height}`
    this.#frame = document.createElement('iframe')
    this.#frame.title = box.dataset.preview ?? ''
    this.#frame.tabIndex = -1
    this.#frame.src = `${lecture}?${PREVIEW_QUERY}`
    box.prepend(this.#frame)
    // The page in the frame says so when it can be told something; it may be loaded anew, too.
    window.addEventListener('message', (event) => {
      const { source, data } = event
      if (source !== this.window || !isFromUs(event) || !isSpeakerMessage(data) || data.lectern !== 'hello')
        return
      this.#ready = true
      this.#send()
    })
  }

  get window(): Window | null {
    return this.#frame.contentWindow
  }

  /** Shows the place, or with `ahead` the one a step after it. */
  show(place: SpeakerPlace, ahead: boolean): void {
    this.#wanted = { lectern: 'show', place, ahead }
    if (this.#ready) this.#send()
  }

  /** Steps by itself; the frame says where it then is. */
  step(what: 'next' | 'previous'): void {
    this.tell({ lectern: 'step', what })
  }

  /** It has stepped there, and comes back there when its page is loaded anew. */
  stands(place: SpeakerPlace): void {
    this.#wanted = { lectern: 'show', place, ahead: false }
  }

  tell(message: SpeakerMessage): void {
    this.window?.postMessage(message, OUR_PAGES)
  }

  /** The pointer works in the preview while a tool is on; else it is a picture. */
  takePointer(on: boolean): void {
    this.#box.toggleAttribute('data-tool', on)
  }

  /** There is nothing after this. */
  end(is: boolean): void {
    this.#box.classList.toggle('is-end', is)
    const words = this.#box.querySelector<HTMLElement>('.speaker-end')
    if (words) words.hidden = !is
  }

  #send(): void {
    if (this.#wanted) this.window?.postMessage(this.#wanted, OUR_PAGES)
  }
}
