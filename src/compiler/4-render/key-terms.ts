/** The words that a slide sets in bold: what a reader may be asked for. */
import { toString } from 'mdast-util-to-string'
import type { Data } from 'mdast'
import '../block-data.ts'
import type { Slide } from '../deck.ts'
import { walk } from '../walk.ts'

/** Longer bold text is a sentence to be stressed, not a term. */
const LONGEST = 40

/** In the order of the slide, each once; neither headings, nor paragraphs all in bold, nor what questions ask. */
export function keyTerms(slide: Slide): string[] {
  const terms = new Set<string>()
  walk(slide, (node, parent) => {
    if (node.type === 'heading' || (node.type === 'callout' && node.question) || node.type === 'notes')
      return false
    if (node.type !== 'strong') return true
    const term = toString(node)
      .replace(/\s+/g, ' ')
      .replace(/(?<![\s.,:;!?。，：；！？、])[\s.,:;!?。，：；！？、]+$/u, '')
      .trim()
    const alone = parent.type === 'paragraph' && parent.children.length === 1
    const label = (node.data as Data | undefined)?.label
    if (!alone && !label && term !== '' && term.length <= LONGEST) terms.add(term)
    return false
  })
  return [...terms]
}
