/** Moves a tree that was read by itself to its place in a longer text. */
import type { Node, Point } from 'unist'
import type { MathNode } from '../tex.ts'

/** Where its text begins: the first character of a line. */
export interface Origin {
  line: number
  offset: number
}

/** Lists of nodes that the parser makes. */
const lists = ['children', 'label', 'title'] as const

/** Gives every place in the tree its line and offset in the whole. */
export function moveNode(node: Node, by: Origin): void {
  const moved = ({ line, column, offset }: Point): Point => ({
    line: line + by.line - 1,
    column,
    ...(offset === undefined ? {} : { offset: offset + by.offset }),
  })
  const visit = (one: Node): void => {
    if (one.position) one.position = { start: moved(one.position.start), end: moved(one.position.end) }
    const { lines } = (one as Partial<MathNode>).data ?? {}
    if (lines) (one as MathNode).data!.lines = lines.map(moved)
    for (const name of lists) {
      const list = (one as Partial<Record<typeof name, unknown>>)[name]
      if (Array.isArray(list)) for (const child of list as Node[]) visit(child)
    }
  }
  visit(node)
}
