/** The trees of blocks by which their height is told, each block rendered once however often it is tried. */
import type { List, RootContent, Table } from 'mdast'
import type { Parent } from 'unist'
import { elements, type Tag } from './html.ts'

/** Gives the tree of blocks as they are rendered. */
export type Render = (nodes: RootContent[]) => Tag

export class Trees {
  readonly #render: Render
  readonly #known = new WeakMap<object, Tag[]>()

  constructor(render: Render) {
    this.#render = render
  }

  /** A tree over the blocks, as a slide holds them. */
  of(nodes: readonly RootContent[]): Tag {
    // An element may be opened in one block of HTML and closed in another.
    if (nodes.some(({ type }) => type === 'html')) return this.#render([...nodes])
    return tagOf(
      'root',
      nodes.flatMap((node) => this.#block(node)),
    )
  }

  #block(node: RootContent): Tag[] {
    if (node.type === 'list') return [this.#list(node)]
    if (node.type === 'table') return [this.#table(node)]
    if (node.type === 'box' || node.type === 'blockquote') {
      const inner = this.of(node.children as RootContent[]).children
      return this.#shell(node).map((tag) => ({ ...tag, children: inner }))
    }
    return this.#rendered(node, [node])
  }

  #rendered(key: object, nodes: RootContent[]): Tag[] {
    let tags = this.#known.get(key)
    if (!tags) {
      tags = elements(this.#render(nodes))
      this.#known.set(key, tags)
    }
    return tags
  }

  /** The element of a block without what it holds. */
  #shell(node: RootContent & Parent): Tag[] {
    return this.#rendered(node.data ?? node, [{ ...node, children: [] } as never])
  }

  #list(list: List): Tag {
    const parts = list.children.map((item) => this.#rendered(item, [{ ...list, children: [item] }])[0])
    return joined(parts, (tag) => tag.children) ?? tagOf('ul', [])
  }

  #table(table: Table): Tag {
    const [head, ...rows] = table.children
    if (!head || rows.length === 0) return this.#rendered(table, [table])[0] ?? tagOf('table', [])
    const parts = rows.map((row) => this.#rendered(row, [{ ...table, children: [head, row] }])[0])
    const first = parts[0] && wrapped(parts[0])
    if (!first) return tagOf('table', [])
    const body = parts.flatMap((part) =>
      elements(part ? wrapped(part).table : tagOf('table', []))
        .filter(({ name }) => name === 'tbody')
        .flatMap(elements),
    )
    const made = {
      ...first.table,
      children: [...elements(first.table).filter(({ name }) => name !== 'tbody'), tagOf('tbody', body)],
    }
    return first.around(made)
  }
}

function tagOf(name: string, children: Tag['children']): Tag {
  return { name, classes: '  ', attributes: {}, children }
}

function joined(parts: readonly (Tag | undefined)[], of: (tag: Tag) => Tag['children']): Tag | undefined {
  const [first] = parts
  return first && { ...first, children: parts.flatMap((part) => (part ? of(part) : [])) }
}

/** A table may stand in a box that lets it scroll. */
function wrapped(tag: Tag): { table: Tag; around: (table: Tag) => Tag } {
  if (tag.name === 'table') return { table: tag, around: (table) => table }
  const inner = elements(tag).find(({ name }) => name === 'table')
  return inner
    ? { table: inner, around: (table) => ({ ...tag, children: [table] }) }
    : { table: tag, around: (table) => table }
}
