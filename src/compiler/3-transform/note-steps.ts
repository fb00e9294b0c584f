/** `[click]` in notes: what follows belongs to the next step. */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import { boxOf } from '../box-of.ts'
import type { Notes } from '../deck.ts'
import { textPiece } from './place-in-text.ts'

const CLICK = /\[click(?::(\d+))?\]\s*/i

/**
 * Wraps what stands after the n-th `[click]` in `<div class="note-step" data-fragment-index="n-1">`; a list item that
 * begins with one carries these itself. `[click:3]` counts for three.
 */
export function noteSteps(notes: Notes[], file: VFile): void {
  let index = -1
  const advance = (match: RegExpExecArray) => {
    index += Math.max(1, Number(match[1] ?? 1))
    return index
  }
  for (const note of notes) {
    let part: RootContent[] = []
    const parts: RootContent[] = part
    for (const node of note.children) {
      for (const piece of node.type === 'paragraph' ? split(node, file) : [node]) {
        const match = piece.type === 'paragraph' ? opening(piece.children[0]) : undefined
        if (match) {
          const box = boxOf('note-step', [])
          box.data = { hProperties: { className: ['note-step'], dataFragmentIndex: String(advance(match)) } }
          parts.push(box)
          part = box.children
          cutOpening(piece as Paragraph, file)
          if ((piece as Paragraph).children.length === 0) continue
        }
        if (piece.type === 'list') markItems(piece, advance, file)
        part.push(piece)
      }
    }
    note.children = parts
  }
}

function markItems(
  list: RootContent & { type: 'list' },
  advance: (match: RegExpExecArray) => number,
  file: VFile,
): void {
  for (const item of list.children) {
    const [first] = item.children
    const match = first?.type === 'paragraph' ? opening(first.children[0]) : undefined
    if (match && first?.type === 'paragraph') {
      cutOpening(first, file)
      const hProperties = { className: ['note-step'], dataFragmentIndex: String(advance(match)) }
      item.data = { ...item.data, hProperties }
    }
    for (const child of item.children) if (child.type === 'list') markItems(child, advance, file)
  }
}

function opening(node: PhrasingContent | undefined): RegExpExecArray | undefined {
  if (node?.type !== 'text') return undefined
  const match = CLICK.exec(node.value)
  return match && node.value.slice(0, match.index).trim() === '' ? match : undefined
}

function cutOpening(paragraph: Paragraph, file: VFile): void {
  const text = paragraph.children[0] as Text
  const rest = text.value.replace(CLICK, '').trimStart().length
  if (rest === 0) paragraph.children.shift()
  else paragraph.children[0] = textPiece(text, text.value.length - rest, text.value.length, file)
}

/** Cuts a paragraph before each `[click]` in it. */
function split(paragraph: Paragraph, file: VFile): Paragraph[] {
  const pieces: PhrasingContent[][] = [[]]
  for (const node of paragraph.children) {
    if (node.type !== 'text') {
      pieces.at(-1)?.push(node)
      continue
    }
    let start = 0
    for (const value of node.value.split(/(?=\[click(?::\d+)?\])/i)) {
      if (start > 0 || opening({ type: 'text', value })) pieces.push([])
      // A space between two words of their own look stays one.
      if (value.trim() !== '' || pieces.at(-1)!.length > 0)
        pieces.at(-1)!.push(textPiece(node, start, start + value.length, file))
      start += value.length
    }
  }
  return pieces
    .map(withoutBlankEnd)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children, position: paragraph.position }))
}

function withoutBlankEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  return last?.type === 'text' && last.value.trim() === '' ? nodes.slice(0, -1) : nodes
}
