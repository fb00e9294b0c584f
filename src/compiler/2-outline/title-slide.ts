/** The slide made from the front matter. */
import type { Paragraph, RootContent } from 'mdast'
import type { Slide } from '../deck.ts'
import type { DeckFacts } from '../deck-facts.ts'
import { newSlide } from './new-slide.ts'

/**
 * Makes the title slide from `title`, `subtitle`, `author`, `institute` and `date`: `<h1>` and paragraphs of these
 * classes. Where the deck begins with a `#` of the same words, that slide is it. What stands before the first heading
 * or rule (notes, say) goes onto it.
 */
export function titleSlide(slides: Slide[], facts: DeckFacts): void {
  const opening = slides.find((slide) => slide.children.length > 0)
  if (opening?.depth === 1 && same(opening.title, facts.title)) {
    opening.layout = 'title'
    opening.children.splice(1, 0, ...lines(facts))
    return
  }
  const first = slides[0]
  const target: Slide = first?.depth === 0 ? first : newSlide()
  if (target !== first) slides.unshift(target)
  const heading: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: facts.title }] }
  target.title = facts.title
  target.layout = 'title'
  target.attributes.id ??= 'title'
  target.children.unshift(heading, ...lines(facts))
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** What stands between names. */
function listComma(lang: string): string {
  return /^(?:zh|ja)\b/i.test(lang) ? '、' : /^(?:ar|fa|ur)\b/i.test(lang) ? '، ' : ', '
}

function lines(facts: DeckFacts): Paragraph[] {
  const entries: [string, string][] = [
    ['subtitle', facts.subtitle],
    ['authors', facts.authors.join(listComma(facts.lang))],
    ['institute', facts.institute],
    ['date', facts.date],
  ]
  return entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
      data: { hProperties: { className: [name] } },
    }))
}
