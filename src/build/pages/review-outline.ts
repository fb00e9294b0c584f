/** The outline of the review page: sections and slides, a sheet on a phone and a column beside the slides elsewhere. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import { OUTLINE_ID } from '../../shared/review.ts'
import type { ReviewWords } from '../../shared/review-words.ts'
import { escapeHtml } from './html.ts'

/** A popover, so that its button opens it without a script too. */
export function reviewOutline(
  compiled: Compiled,
  slides: readonly CompiledSlide[],
  say: ReviewWords,
): string {
  const items = compiled.manifest.sections.flatMap((section, index) => {
    const mine = slides.filter((slide) => slide.section === index)
    const [first] = mine
    if (!first) return []
    const title = section.title || first.title
    const rest = mine.slice(1).map((slide) => `<li>${link(slide.slug, slide.title)}</li>`)
    const list = rest.length > 0 ? `<ol>${rest.join('')}</ol>` : ''
    const facts = `<span class="outline-facts" data-section="${index}">${say.minutes(sectionMinutes(compiled, index))}</span>`
    return `<li class="outline-section"><div class="outline-head">${link(first.slug, title)}${facts}</div>${list}</li>`
  })
  return `<nav id="${OUTLINE_ID}" class="review-outline" popover aria-label="${say.outline}">
<ol>${items.join('\n')}</ol>
</nav>`
}

function link(slug: string, title: string): string {
  return `<a href="#${escapeHtml(encodeURIComponent(slug))}" data-slug="${escapeHtml(slug)}">${escapeHtml(title || slug)}</a>`
}

/** Reading time of one section: its share of the deck's text. */
export function sectionMinutes({ manifest, slides }: Compiled, section: number): number {
  const length = ({ text, notes }: CompiledSlide): number =>
    text.length + notes.replace(/<math[^]*?<\/math>|<[^>]*>/g, '').length
  const all = slides.reduce((sum, slide) => sum + length(slide), 0)
  const mine = slides.filter((slide) => slide.section === section)
  const share = mine.reduce((sum, slide) => sum + length(slide), 0) / Math.max(1, all)
  return Math.max(1, Math.round(manifest.minutes * share))
}
