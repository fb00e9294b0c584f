/** `::markdown{of=slug}`: the Markdown of a slide, as it stands in the file; the line that asks for it is left out. */
import type { Code } from 'mdast'
import type { Node } from 'unist'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { lineRanges } from '../line-ranges.ts'
import { didYouMean } from '../suggest.ts'
import { flows, slidesOf, walk } from '../walk.ts'

/**
 * Fills the fences that `::markdown` left. Reports `link-internal` for a slug that no slide has, `attribute-value` for
 * lines that its slide has not.
 */
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
        const wanted = node.type === 'code' ? node.data?.sourceOf : undefined
        if (wanted === undefined) return
        const { slug } = wanted
        const text = sourceOf(slug === '' ? slide.slug : slug)
        if (text !== undefined) (node as Code).value = chosen(text, wanted.lines, node, context)
        else {
          const slugs = slides.map((other) => other.slug)
          const fix = didYouMean(slug, slugs, 'Use the slug of a slide of this deck.')
          context.report('link-internal', node, `There is no slide \`#${slug}\``, { fix })
        }
      })
}

function chosen(text: string, lines: string | undefined, node: Node, context: Context): string {
  if (lines === undefined) return text
  const all = text.split('\n')
  const ranges = lineRanges(lines, all.length)
  if (ranges) return ranges.flatMap(([from, to]) => all.slice(from - 1, to)).join('\n')
  context.report(
    'attribute-value',
    node,
    `\`lines=${lines}\` names no lines of the slide, which has ${all.length}`,
    {
      fix: 'Write lines that are there: `lines=1-3`.',
    },
  )
  return text
}
