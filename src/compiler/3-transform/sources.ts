/** `::markdown{of=slug}`: the Markdown of a slide, as it stands in the file; the line that asks for it is left out. */
import type { Code } from 'mdast'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { flows, slidesOf, walk } from '../walk.ts'

/** Fills the fences that `::markdown` left. Reports `link-internal` for a slug that no slide has. */
export function sources(deck: Deck, context: Context): void {
  const slides = [...slidesOf(deck)]
  const lines = String(context.file.value).split('\n')
  const starts = slides.map((slide) => slide.position?.start.line)
  const sourceOf = (slug: string): string | undefined => {
    const index = slides.findIndex((slide) => slide.slug === slug)
    const start = starts[index]
    if (start === undefined) return undefined
    const next = starts.slice(index + 1).find((line) => line !== undefined && line > start)
    return lines
      .slice(start - 1, next === undefined ? undefined : next - 1)
      .join('\n')
      .replace(/^ *::markdown\b.*$/gm, '')
      .replace(/\n\s*-{3,}\s*$/, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
  for (const slide of slides)
    for (const flow of flows(slide))
      walk(flow, (node) => {
        const slug = node.type === 'code' ? node.data?.sourceOf : undefined
        if (slug === undefined) return
        const text = sourceOf(slug === '' ? slide.slug : slug)
        if (text !== undefined) (node as Code).value = text
        else {
          const slugs = slides.map((other) => other.slug)
          const fix = didYouMean(slug, slugs, 'Use the slug of a slide of this deck.')
          context.report('link-internal', node, `There is no slide \`#${slug}\``, { fix })
        }
      })
}
