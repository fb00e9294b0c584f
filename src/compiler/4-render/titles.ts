import type { InlineMath } from 'mdast-util-math'
import type { Deck, Slide } from '../deck.ts'
import { formulaOf } from '../tex.ts'
import { walk, slidesOf } from '../walk.ts'
import { formulaText } from './formula-text.ts'
import { mathHtml } from './handlers/math-html.ts'

/**
 * Titles of slides and sections with their formulas as text, as every list of slides shows them: `The role of θ₀` for
 * `## The role of $\theta_0$`. A formula that cannot be set stays as it is written. Slugs are made before, of the TeX.
 * Gives what has changed, by the title as it was: a deck may be called like its first slide.
 */
export function plainTitles(deck: Deck): Map<string, string> {
  const plain = new Map<string, string>()
  for (const slide of slidesOf(deck)) {
    const title = plainTitle(slide)
    if (title !== slide.title) plain.set(slide.title, title)
    slide.title = title
  }
  for (const section of deck.children) {
    const opener = section.children[0]
    if (opener && section.title !== '') section.title = opener.title
  }
  return plain
}

function plainTitle(slide: Slide): string {
  const heading = slide.children.find((node) => node.type === 'heading')
  let title = slide.title
  if (!heading) return title
  walk(heading, (node) => {
    if (node.type !== 'inlineMath') return
    const { value } = node as InlineMath
    const set = mathHtml(formulaOf(node as InlineMath), value, false)
    const text = 'html' in set ? formulaText(set.html) : undefined
    if (text) title = title.replace(value, () => text)
  })
  return title
}
