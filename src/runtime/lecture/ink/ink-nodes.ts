/** Strokes as SVG, on the sheet over the stage and on each slide's own. */
import type { SlideInk, Stroke } from '../../../shared/ink.ts'
import { strokesOf } from './slide-ink.ts'
import { outline } from './stroke.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** A sheet as large as what it stands in, in coordinates of the stage. */
export function inkSheet(stage: { width: number; height: number }): SVGSVGElement {
  const sheet = document.createElementNS(SVG, 'svg')
  sheet.classList.add('ink')
  sheet.setAttribute('viewBox', `0 0 ${stage.width} ${stage.height}`)
  sheet.setAttribute('aria-hidden', 'true')
  return sheet
}

/** The drawn strokes as SVG. */
export function inkNodes(ink: SlideInk): SVGPathElement[] {
  return strokesOf(ink).map((stroke) => {
    const path = pathOf(stroke)
    path.setAttribute('d', outline(stroke))
    return path
  })
}

export function pathOf({ tool, colour }: Stroke): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  path.dataset.stroke = tool
  path.dataset.colour = String(colour)
  return path
}
