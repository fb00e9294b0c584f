/** Paper shows what was drawn: each slide gets its strokes for as long as the browser prints. */
import { inkNodes } from './ink-layer.ts'
import type { InkStore } from './ink-store.ts'

/** Strokes on slides; what is on a board stays on the screen. */
export function printInk(store: InkStore): void {
  window.addEventListener('beforeprint', () => {
    const sheet = document.querySelector<SVGSVGElement>('.slides > .ink')
    for (const [slug, ink] of store.all) {
      const slide = document.getElementById(slug)
      const copy = sheet?.cloneNode() as SVGSVGElement | undefined
      if (!slide || !copy || ink.slide.length === 0) continue
      copy.dataset.board = copy.dataset.tool = ''
      copy.dataset.dark = slide.matches('.filled, .on-dark') ? 'true' : ''
      copy.append(...inkNodes({ slide: ink.slide, board: [] }))
      slide.append(copy)
    }
  })
  window.addEventListener('afterprint', () => {
    for (const copy of document.querySelectorAll('.slide > .ink')) copy.remove()
  })
}
