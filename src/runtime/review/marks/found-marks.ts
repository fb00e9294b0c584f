/** Which marks stand where on the page: found again whenever the page or the store changes. */
import type { Entry } from '../entries.ts'
import type { ReviewStore } from '../store.ts'
import { findQuote, isLong, quoteOf, type Span } from './anchor.ts'
import { slideText, type SlideText } from './slide-text.ts'

export interface FoundMark {
  entry: Entry<'highlight'>
  /** The slide that has it, and where in its text. */
  slide: HTMLElement
  span: Span
  range: Range
}

/** Texts of slides, read when they are first asked for. */
export function slideTexts(): (slide: HTMLElement) => SlideText {
  const texts = new Map<HTMLElement, SlideText>()
  return (slide) => {
    const text = texts.get(slide) ?? slideText(slide)
    texts.set(slide, text)
    return text
  }
}

/**
 * Finds all marks of the deck: each on its slide, else, if it says enough to be known anywhere, on another. What is not
 * found stays in the store as it is.
 */
export function findMarks(slides: readonly HTMLElement[], store: ReviewStore): FoundMark[] {
  const textOf = slideTexts()
  return store.all('highlight').flatMap((entry) => {
    const { data } = entry
    if (!data) return []
    const own = slides.find(({ id }) => id === data.slug)
    const others = isLong(data.quote) ? slides.filter((slide) => slide !== own) : []
    for (const slide of own ? [own, ...others] : others) {
      const { text, rangeOf } = textOf(slide)
      // On a foreign slide it must stand to the letter.
      if (slide !== own && !text.includes(data.quote)) continue
      const span = findQuote(text, data)
      if (span) return { entry, slide, span, range: rangeOf(span) }
    }
    return []
  })
}

/**
 * Keeps what stands around the marks now, so that one small edit after the other is survived. A quote whose own words
 * changed stays as the student marked it.
 */
export async function followEdits(found: readonly FoundMark[], store: ReviewStore): Promise<void> {
  const textOf = slideTexts()
  for (const { entry, slide, span } of found) {
    const now = quoteOf(textOf(slide).text, span)
    const { data } = entry
    const same = data!.before === now.before && data!.after === now.after && data!.slug === slide.id
    if (same || now.quote !== data!.quote) continue
    await store.update('highlight', entry.id, (old) => old && { ...old, ...now, slug: slide.id })
  }
}
