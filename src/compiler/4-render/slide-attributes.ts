/** The attributes of a slide's `<section>`. */
import type { Slide } from '../deck.ts'
import type { SlideRenderer } from './slide-renderer.ts'

const assetKeys = ['data-background-image', 'data-background-video', 'data-background-iframe']

/** `class` with the layout, and Reveal's `data-*` with their files resolved. */
export function slideAttributes(slide: Slide, renderer: SlideRenderer): Record<string, string> {
  const result: Record<string, string> = {}
  const names = [...(slide.layout ? [`layout-${slide.layout}`] : []), ...slide.attributes.classes]
  if (names.length > 0) result.class = names.join(' ')
  for (const [key, value] of Object.entries(slide.attributes.values)) {
    if (!/^(?:data-[\w-]+|style|lang|dir|aria-[\w-]+)$/.test(key)) continue
    result[key] = assetKeys.includes(key) ? (renderer.resolve(value, slide) ?? value) : value
  }
  return result
}
