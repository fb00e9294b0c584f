/** Strokes of the lecture over the sheets of the print page. */
import type { InkFile } from '../../shared/ink.ts'
import { inkNodes, inkSheet } from '../lecture/ink/ink-nodes.ts'

/** Draws what was drawn on slides; what was drawn on a board before them belongs to no slide's page. */
export function drawInk(slides: InkFile['slides']): void {
  const main = document.querySelector<HTMLElement>('.sheets')
  const [width = 0, height = 0] = ['width', 'height'].map((side) =>
    Number.parseFloat(main?.style.getPropertyValue(`--stage-${side}`) ?? ''),
  )
  for (const [slug, { slide: strokes }] of Object.entries(slides)) {
    const slide = document.getElementById(slug)
    if (!slide?.parentElement?.matches('.sheet') || strokes.length === 0) continue
    const sheet = inkSheet({ width, height })
    if (slide.matches('.filled, .on-dark')) sheet.dataset.dark = 'true'
    sheet.append(...inkNodes({ slide: strokes, board: [] }))
    slide.after(sheet)
  }
}
