/** The lecture has its pages printed here: they have the layout of paper, every step, every font. */
import { readInk } from '../../shared/ink.ts'
import { isPrintMessage, type PrintMessage } from '../../shared/print.ts'
import { OUR_PAGES, isFromUs } from '../peer.ts'
import { drawInk } from './draw-ink.ts'

/** Prints when the lecture, in whose frame this page stands, asks for it; `laidOut` resolves when it can. */
export function printOnRequest(laidOut: Promise<void>): void {
  window.addEventListener('message', (event) => {
    const { source, data } = event
    if (source !== window.parent || source === window || !isFromUs(event)) return
    if (!isPrintMessage(data) || data.lectern !== 'print') return
    const slides = Object.entries(data.ink).flatMap(([slug, kept]) => {
      const ink = readInk(kept)
      return ink ? [[slug, ink] as const] : []
    })
    drawInk(Object.fromEntries(slides))
    void laidOut.then(() => {
      window.parent.postMessage({ lectern: 'printing' } satisfies PrintMessage, OUR_PAGES)
      window.print()
    })
  })
}
