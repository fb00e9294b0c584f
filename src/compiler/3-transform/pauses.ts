/** `. . .` alone in a paragraph: what follows beside it comes with the next step. */
import type { RootContent } from 'mdast'
import type { Parent } from 'unist'
import { boxOf } from '../box-of.ts'
import { noAttributes } from '../attributes.ts'

const PAUSE = /^\.\s\.\s\.$/
const silent = new Set(['definition', 'footnoteDefinition', 'notes', 'footnotes', 'thematicBreak'])

/** Takes the pauses out and marks the later siblings of each; the marks count down from -2, one a pause. */
export function pauses(root: Parent): void {
  let pause = -1
  const walk = (parent: Parent) => {
    if (parent.children.some(isPause)) {
      let on = false
      const result: RootContent[] = []
      for (const node of parent.children as RootContent[]) {
        if (isPause(node)) {
          on = true
          pause--
        } else result.push(on ? marked(node, pause) : node)
      }
      parent.children = result
    }
    for (const node of parent.children) if ('children' in node) walk(node as Parent)
  }
  walk(root)
}

function isPause(node: { type: string }): boolean {
  if (node.type !== 'paragraph') return false
  const { children } = node as { type: string; children: RootContent[] }
  return children.length === 1 && children[0]?.type === 'text' && PAUSE.test(children[0].value.trim())
}

function marked(node: RootContent, pause: number): RootContent {
  if (silent.has(node.type)) return node
  if (node.type === 'html') {
    // Only whole elements can be wrapped; a lone opening tag belongs to what follows it.
    if (!/^<([a-z][\w-]*)[\s\S]*<\/\1>\s*$|^<(?:img|video|hr)\b[^>]*>\s*$/i.test(node.value.trim()))
      return node
    const box = boxOf('fragment-box', [node], { attributes: noAttributes(), position: node.position })
    box.data = { ...box.data, fragment: { effects: [], index: pause } }
    return box
  }
  if (node.data?.attributes?.classes.includes('fragment') || node.data?.fragment) return node
  node.data = { ...node.data, fragment: { effects: [], index: pause } }
  return node
}
