/** A bound on emphasis, links and the like within each other: what walks the tree would run out of stack. */
import type { Root, RootContent, Text } from 'mdast'
import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'

/** So many may stand in each other; the signs of more are text. */
export const DEEPEST_TEXT = 100

const kinds = new Set(['emphasis', 'strong', 'delete', 'mark', 'link', 'linkReference'])

/**
 * Puts what stands too deep in place of what holds it, between the signs as they are written. Reports `nesting-deep` at
 * the first.
 */
export function boundDepth(root: Root, file: VFile): void {
  const source = String(file.value)
  let found: RootContent | undefined
  const open: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { parent, depth } = at
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index] as RootContent
      if (!('children' in node)) continue
      if (!kinds.has(node.type)) open.push({ parent: node as Parent, depth })
      else if (depth < DEEPEST_TEXT) open.push({ parent: node as Parent, depth: depth + 1 })
      else {
        found ??= node
        parent.children.splice(index, 1, ...opened(node as RootContent & Parent, source))
        index--
      }
    }
  }
  if (found) report(file, 'nesting-deep', found, `More than ${DEEPEST_TEXT} emphases stand in each other`)
}

function opened(node: Parent, source: string): RootContent[] {
  const { start, end } = node.position!
  const first = node.children[0]?.position?.start ?? end
  const last = node.children.at(-1)?.position?.end ?? end
  const before: Text = {
    type: 'text',
    value: source.slice(start.offset, first.offset),
    position: { start, end: first },
  }
  const after: Text = {
    type: 'text',
    value: source.slice(last.offset, end.offset),
    position: { start: last, end },
  }
  return [before, ...(node.children as RootContent[]), after]
}
