/** A slide's words as one text, and the way between its characters and the page. */
import type { Span } from './anchor.ts'

/** What is no part of a slide's text: tools, cards, answers that come and go. */
const OTHER =
  'button, form, fieldset, textarea, script, style, svg, .hover-card, .slide-tools, .review-resume, .notes-label, .visually-hidden, [data-question]'
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, pre, div, aside, blockquote'

export interface SlideText {
  text: string
  /** Where blocks begin. */
  blocks: number[]
  rangeOf(span: Span): Range
  /** The passage that a range takes of the slide, without space at its ends; undefined where it takes none. */
  spanOf(range: Range): Span | undefined
}

/** Reads a slide. A formula is its LaTeX between dollars, and is taken whole or not at all. */
export function slideText(article: Element): SlideText {
  const letters: string[] = []
  const nodes: Node[] = []
  const offsets: number[] = []
  const blocks: number[] = []
  let block: Element | null | undefined
  const put = (letter: string, node: Node, offset: number): void => {
    if (letter === ' ' && (letters.length === 0 || letters.at(-1) === ' ')) return
    letters.push(letter)
    nodes.push(node)
    offsets.push(offset)
  }
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(OTHER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = step(walker, node)) {
    const formula = isFormula(node)
    if (!formula && node.nodeType !== Node.TEXT_NODE) continue
    const content = formula ? `$${texOf(node as Element)}$` : (node.nodeValue ?? '')
    if (content.trim() === '') {
      if (content !== '' && node.parentElement?.closest(BLOCK) === block) put(' ', node, 0)
      continue
    }
    const mine = node.parentElement!.closest(BLOCK)
    if (mine !== block) {
      put(' ', node, 0)
      blocks.push(letters.length)
      block = mine
    }
    for (const [at, letter] of content.split('').entries())
      put(/\s/.test(letter) ? ' ' : letter, node, formula ? -1 : at)
  }
  const has = (range: Range, at: number): boolean => {
    const node = nodes[at]!
    if (offsets[at] === -1) return range.intersectsNode(node)
    const offset = offsets[at]!
    return range.comparePoint(node, offset) >= 0 && range.comparePoint(node, offset + 1) <= 0
  }
  return {
    text: letters.join(''),
    blocks,
    rangeOf({ start, end }) {
      const range = document.createRange()
      const last = end - 1
      if (offsets[start] === -1) range.setStartBefore(nodes[start]!)
      else range.setStart(nodes[start]!, offsets[start]!)
      if (offsets[last] === -1) range.setEndAfter(nodes[last]!)
      else range.setEnd(nodes[last]!, offsets[last]! + 1)
      return range
    },
    spanOf(range) {
      let start = letters.findIndex((letter, at) => letter !== ' ' && has(range, at))
      if (start < 0) return undefined
      let end = start + 1
      for (let at = start; at < letters.length && has(range, at); at++) if (letters[at] !== ' ') end = at + 1
      return { start, end }
    },
  }
}

function isFormula(node: Node): boolean {
  return node instanceof Element && node.classList.contains('katex')
}

/** The next node; what a formula is made of is passed over. */
function step(walker: TreeWalker, node: Node): Node | null {
  if (!isFormula(node)) return walker.nextNode()
  let next = walker.nextSibling()
  while (!next && walker.parentNode() && walker.currentNode !== walker.root) next = walker.nextSibling()
  return next
}

function texOf(formula: Element): string {
  return formula.querySelector('annotation')?.textContent?.trim() ?? ''
}
