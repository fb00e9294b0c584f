/** Marks the hits on the slide itself, without touching its elements where the browser can. */
import { patternOf } from './hits.ts'

const NAME = 'search-hit'
const CLASS = 'is-hit'

/** Marks `terms` and the formulas with this LaTeX on a slide, and brings the first into view. */
export function markSlide(slug: string, terms: readonly string[], formulas: readonly string[]): void {
  unmark()
  const slide = document.getElementById(slug)
  if (!slide) return
  const hits = rangesIn(slide, terms)
  for (const element of slide.querySelectorAll('.katex')) {
    const tex = element.querySelector('annotation')?.textContent?.trim()
    if (tex !== undefined && formulas.includes(tex)) element.classList.add(CLASS)
  }
  if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(...hits))
  const first = slide.querySelector(`.${CLASS}`) ?? hits[0]?.startContainer.parentElement
  const { top, bottom } = first?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  if (!first || (top >= 0 && bottom <= innerHeight)) return
  dispatchEvent(new Event('lectern:moved'))
  first.scrollIntoView({ block: 'center' })
}

/** Takes all marks away. */
export function unmark(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME)
  for (const element of document.querySelectorAll(`.${CLASS}`)) element.classList.remove(CLASS)
}

function rangesIn(slide: Element, terms: readonly string[]): Range[] {
  const pattern = patternOf(terms.filter((term) => !/[\\_^]/.test(term)))
  if (!pattern) return []
  const ranges: Range[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.katex, .hover-card, button, .visually-hidden')) continue
    for (const match of (node.textContent ?? '').matchAll(pattern)) {
      const range = document.createRange()
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      ranges.push(range)
    }
  }
  return ranges
}
