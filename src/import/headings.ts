/** Headings as Lectern counts them: `#` opens a section, `##` is a slide's, deeper ones stand on it. */
import { mapLines, type SourceDeck, type SourceSlide } from './source-deck.ts'

const HEADING = /^(#{1,6})(\s+\S.*)$/

/**
 * Gives the heading that begins a slide its rank. Where most slides begin with `#`, only those that their layout marks
 * as openers keep it; the other headings of a slide go below its own.
 */
export function rankHeadings(deck: SourceDeck): void {
  const first = deck.slides.map((slide) => depthOf(firstLine(slide)))
  const all = first.filter((depth) => depth > 0).length
  const many = first.filter((depth) => depth === 1).length > 0.4 * all
  for (const [index, slide] of deck.slides.entries()) {
    const depth = first[index]!
    if (depth === 0) continue
    const opens =
      depth === 1 && (!many || slide.values.layout === 'section' || slide.classes.includes('center'))
    rank(slide, opens ? 1 : 2)
  }
}

const firstLine = ({ lines }: SourceSlide): string =>
  lines.find((line) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line)) ?? ''

const depthOf = (line: string): number => HEADING.exec(line)?.[1]!.length ?? 0

function rank(slide: SourceSlide, target: number): void {
  let seen = false
  slide.lines = mapLines(slide.lines, (line, _index, fenced) => {
    const match = fenced ? null : HEADING.exec(line)
    if (!match) return undefined
    const depth = seen ? Math.max(match[1]!.length, target === 1 ? 2 : 3) : target
    // Under an opener a second line is no slide of its own, only smaller.
    const own = seen && target === 1 ? Math.max(depth, 3) : depth
    seen = true
    return '#'.repeat(own) + match[2]!
  })
}
