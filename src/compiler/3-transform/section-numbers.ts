/** Numbers of sections and slides, as references name them. */
import type { Deck, Section, Slide } from '../deck.ts'

/** `1`, `2` … for sections that have a heading; the title slide's and `{.unnumbered}` ones have none. */
export function sectionNumbers(deck: Deck): Map<Section, string> {
  const numbers = new Map<Section, string>()
  for (const section of deck.children) {
    const [opener] = section.children
    if (section.title === '' || !opener || opener.layout === 'title') continue
    const { classes, values } = opener.attributes
    if (classes.includes('unnumbered') || values.unnumbered === '') continue
    numbers.set(section, String(numbers.size + 1))
  }
  return numbers
}

/** The number that a slide shows in its corner: hidden and uncounted slides have none. */
export function slideNumbers(deck: Deck): Map<Slide, string> {
  const numbers = new Map<Slide, string>()
  for (const { children } of deck.children) {
    for (const slide of children) {
      const visibility = slide.attributes.values['data-visibility']
      if (visibility !== 'hidden' && visibility !== 'uncounted') numbers.set(slide, String(numbers.size + 1))
    }
  }
  return numbers
}
