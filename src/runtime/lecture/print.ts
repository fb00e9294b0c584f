/** Printing from the lecture: its print page does it, in a frame that nobody sees. */
import { isPrintMessage, type PrintMessage } from '../../shared/print.ts'
import { OUR_PAGES, isFromUs } from '../peer.ts'
import { addInk } from './ink/print-ink.ts'
import type { InkStore } from './ink/ink-store.ts'

/** How long the print page may take until the lecture prints itself, ms. */
const PATIENCE = 20_000

/**
 * What the key for printing does: the browser's dialog shows the layout of `printPage`, with what was drawn. Where that
 * page is missing the lecture prints itself, as it does by the browser's menu.
 */
export function printByKey(store: InkStore, printPage: string | undefined): () => void {
  let frame: HTMLIFrameElement | undefined
  let giveUp: number | undefined
  window.addEventListener('message', (event) => {
    if (event.source !== frame?.contentWindow || !isFromUs(event)) return
    if (isPrintMessage(event.data)) clearTimeout(giveUp)
  })
  return () => {
    if (!printPage) return window.print()
    // The one before stays until now: a browser may print from it for as long as its dialog is open.
    frame?.remove()
    frame = document.createElement('iframe')
    frame.className = 'print-frame'
    frame.ariaHidden = 'true'
    frame.tabIndex = -1
    frame.src = printPage
    frame.addEventListener('load', () => {
      const message: PrintMessage = { lectern: 'print', ink: Object.fromEntries(store.all) }
      frame?.contentWindow?.postMessage(message, OUR_PAGES)
    })
    document.body.append(frame)
    clearTimeout(giveUp)
    giveUp = window.setTimeout(() => window.print(), PATIENCE)
  }
}

/**
 * The browser's menu prints this very page, at once: every step has come in, and each slide has its background and
 * strokes. To be called when parked slides come back for it.
 */
export function printFromMenu(store: InkStore, stage: { width: number; height: number }): void {
  let undo: (() => void)[] = []
  window.addEventListener('beforeprint', () => {
    for (const slide of document.querySelectorAll<HTMLElement>('.slides section.slide')) {
      slide.style.setProperty('--print-background', backgroundOf(slide.dataset))
      undo.push(() => slide.style.removeProperty('--print-background'))
    }
    for (const step of document.querySelectorAll('.slides .fragment:not(.visible)')) {
      step.classList.add('visible')
      undo.push(() => step.classList.remove('visible'))
    }
    for (const sheet of addInk(store.all, stage)) undo.push(() => sheet.remove())
  })
  window.addEventListener('afterprint', () => {
    for (const step of undo) step()
    undo = []
  })
}

/** Reveal paints backgrounds on a layer of their own; on paper each slide carries its own. */
function backgroundOf({
  backgroundImage,
  backgroundGradient,
  backgroundSize = 'cover',
  backgroundPosition = 'center',
  backgroundRepeat = 'no-repeat',
  backgroundColor = '',
}: DOMStringMap): string {
  const image =
    backgroundGradient ?? (backgroundImage && `url("${new URL(backgroundImage, location.href).href}")`)
  const layer = image && `${image} ${backgroundPosition} / ${backgroundSize} ${backgroundRepeat}`
  return [layer, backgroundColor].filter(Boolean).join(' ')
}
