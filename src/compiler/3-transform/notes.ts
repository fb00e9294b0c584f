/** Gathers what only the lecturer sees. */
import type { Paragraph, RootContent } from 'mdast'
import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import type { Context } from '../context.ts'
import type { Deck, Notes, Slide } from '../deck.ts'
import { slidesOf } from '../walk.ts'
import { noteSteps } from './note-steps.ts'
import { textPiece } from './place-in-text.ts'

const OPENING = /^\s*Notes?:(?=\s|$)\s*/

/**
 * Moves `notes` nodes out of the slide, wherever they stand, and takes everything from a paragraph that begins with
 * `Note:` or `Notes:` to the slide's end.
 */
export function notes(deck: Deck, { file }: Context): void {
  for (const slide of slidesOf(deck)) {
    takeRest(slide, file)
    takeNodes(slide, slide.notes)
    for (const note of slide.notes) note.children = flatten(note.children)
    noteSteps(slide.notes, file)
  }
}

function takeRest(slide: Slide, file: VFile): void {
  const start = slide.children.findIndex((node) => node.type === 'paragraph' && opens(node))
  if (start < 0) return
  const rest = slide.children.splice(start)
  const stays = (node: RootContent) => node.type === 'definition' || node.type === 'footnoteDefinition'
  for (const node of rest.filter(stays)) slide.children.push(node)
  const paragraph = rest[0] as Paragraph
  const [first] = paragraph.children
  if (first?.type === 'text') {
    const [opening = ''] = OPENING.exec(first.value) ?? []
    if (opening === first.value) paragraph.children.shift()
    else paragraph.children[0] = textPiece(first, opening.length, first.value.length, file)
  }
  const children = rest.filter((node, index) => !stays(node) && (index > 0 || paragraph.children.length > 0))
  const note: Notes = { type: 'notes', children, position: paragraph.position }
  slide.children.push(note)
}

function opens(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  return first?.type === 'text' && OPENING.test(`${first.value}${paragraph.children.length === 1 ? '' : ' '}`)
}

function takeNodes(parent: Parent, found: Notes[]): void {
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'notes') found.push(node)
    else if ('children' in node) takeNodes(node as Parent, found)
  }
  if (parent.children.some((node) => node.type === 'notes')) {
    parent.children = parent.children.filter((node) => node.type !== 'notes')
  }
}

/** Notes inside notes are notes. */
function flatten(nodes: RootContent[]): RootContent[] {
  return nodes.flatMap((node) => (node.type === 'notes' ? flatten(node.children) : [node]))
}
