/** Shows marked passages: over the text where the browser can (CSS Custom Highlight API), else by elements around it. */
import { markColours, type MarkColour } from '../entries.ts'

export interface Painted {
  range: Range
  colour: MarkColour
  /** It has a note of the student's. */
  noted: boolean
}

const NOTED = 'mark-noted'

/** Shows these passages and no others. */
export function paint(marks: readonly Painted[]): void {
  if (!('highlights' in CSS)) return wrap(marks)
  for (const colour of markColours)
    CSS.highlights.set(
      `mark-${colour}`,
      new Highlight(...marks.filter((mark) => mark.colour === colour).map(({ range }) => range)),
    )
  CSS.highlights.set(NOTED, new Highlight(...marks.filter(({ noted }) => noted).map(({ range }) => range)))
}

/** Takes what `wrap` has put in out again: before the text of a slide is read. */
export function unwrap(): void {
  for (const mark of document.querySelectorAll('.own-mark')) {
    const parent = mark.parentNode!
    mark.replaceWith(...mark.childNodes)
    parent.normalize()
  }
}

function wrap(marks: readonly Painted[]): void {
  for (const { range, colour, noted } of marks)
    for (const [text, start, end] of textsIn(range)) {
      const part = text.splitText(start)
      part.splitText(end - start)
      const mark = document.createElement('span')
      mark.className = noted ? 'own-mark is-noted' : 'own-mark'
      mark.dataset.colour = colour
      part.replaceWith(mark)
      mark.append(part)
    }
}

/** The texts of a range, each with the part that is in it; read before the first is split. */
function textsIn(range: Range): [Text, number, number][] {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT)
  const found: [Text, number, number][] = []
  const first = commonAncestorContainer instanceof Text ? commonAncestorContainer : walker.nextNode()
  for (let node = first as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node) || node.parentElement?.closest('.katex-mathml, .hover-card, button'))
      continue
    const start = node === startContainer ? startOffset : 0
    const end = node === endContainer ? endOffset : node.length
    if (node.data.slice(start, end).trim() !== '') found.push([node, start, end])
  }
  // From the end, so that what is split first moves nothing of the rest.
  return found.toReversed()
}
