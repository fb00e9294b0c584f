/** Paper shows what was drawn: each slide has a sheet of its own with its strokes. */
import type { SlideInk } from '../../../shared/ink.ts'
import { inkNodes, inkSheet } from './ink-nodes.ts'

/** Adds the strokes by slug, and gives what was added. What is on a board stays on the screen. */
export function addInk(
  slides: Iterable<readonly [slug: string, ink: SlideInk]>,
  stage: { width: number; height: number },
): SVGSVGElement[] {
  return [...slides].flatMap(([slug, ink]) => {
    const slide = document.getElementById(slug)
    if (!slide || ink.slide.length === 0) return []
    const sheet = inkSheet(stage)
    if (slide.matches('.filled, .on-dark')) sheet.dataset.dark = 'true'
    sheet.append(...inkNodes({ slide: ink.slide, board: [] }))
    slide.append(sheet)
    return [sheet]
  })
}
