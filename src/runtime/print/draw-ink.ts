/** Strokes of the lecture over the sheets of the print page. */
import type { InkFile } from '../../shared/ink.ts'
import { inkNodes } from '../lecture/ink/ink-layer.ts'

/** Draws what was drawn on slides; what was drawn on a board before them belongs to no slide's page. */
export function drawInk(slides: InkFile['slides']): void {
  const main = document.querySelector<HTMLElement>('.sheets')
  const [width, height] = ['width', 'height'].map((side) =>
    Number.parseFloat(main?.style.getPropertyValue(`--stage-${side}`) ?? ''),
  )
  for (const [slug, { slide: strokes }] of Object.entries(slides)) {
    const slide = document.getElementById(slug)
    if (!slide?.parentElement?.matches('.sheet') || strokes.length === 0) continue
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    sheet.classList.add('ink')
    sheet.setAttribute('viewBox', `0 0 ${width} ${height}`)
    // Paint, and nothing to be read.
    sheet.setAttribute('aria-hidden', 'true')
    sheet.dataset.tool = ''
    if (slide.matches('.filled, .on-dark')) sheet.dataset.dark = 'true'
    sheet.append(...inkNodes({ slide: strokes, board: [] }))
    slide.after(sheet)
  }
}
