/** Reference links and images become plain ones, since a definition may stand on another slide. */
import type { Definition, Parent, Root, RootContent } from 'mdast'

/** The deck's definitions by identifier; the first of a name counts (CommonMark 0.31 §4.7). */
export function collectDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  const walk = (parent: Parent | Root) => {
    for (const node of parent.children) {
      if (node.type === 'definition' && !definitions.has(node.identifier))
        definitions.set(node.identifier, node)
      else if ('children' in node && node.type !== 'paragraph') walk(node as Parent)
    }
  }
  walk(root)
  return definitions
}

/** Gives the references among a parent's children their targets. */
export function resolveReferences(parent: Parent, definitions: ReadonlyMap<string, Definition>): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') continue
    const definition = definitions.get(node.identifier)
    if (!definition) continue
    const { url, title } = definition
    const { position, data } = node
    const resolved: RootContent =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children, position, ...(data && { data }) }
        : { type: 'image', url, title, alt: node.alt, position }
    parent.children[index] = resolved
  }
}
