/** Definition lists as Pandoc writes them: a term on a line, `: definition` on the next. */
import type { Paragraph, Parent, RootContent, Text } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { defList } from 'micromark-extension-definition-list'
import type { Token } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    defList: 'defList'
    defListTerm: 'defListTerm'
    defListDescription: 'defListDescription'
  }
}

const tree: FromMarkdownExtension = {
  enter: {
    defList(token: Token) {
      this.enter({ type: 'definitionList', children: [] }, token)
    },
    defListTerm(token: Token) {
      this.enter({ type: 'definitionTerm', children: [] }, token)
    },
    defListDescription(token: Token) {
      const spread = Boolean((token as unknown as Record<string, unknown>)['_loose'])
      this.enter({ type: 'definitionDescription', spread, children: [] }, token)
    },
  },
  exit: {
    defList(token: Token) {
      const list = this.stack.at(-1) as Parent
      this.exit(token)
      // Of several that have been joined, the token ends with the second.
      const end = list.children.at(-1)?.position?.end
      if (end) list.position!.end = { ...end }
    },
    defListTerm(token: Token) {
      this.exit(token)
    },
    defListDescription(token: Token) {
      this.exit(token)
    },
  },
}

/**
 * `: caption` between a paragraph and a table is the table's, as Pandoc means it: what was read as a definition with a
 * blank line before it and nothing but a paragraph in it becomes that paragraph again.
 */
export function freeCaptions(parent: Parent): void {
  for (let index = parent.children.length - 2; index >= 0; index--) {
    const list = parent.children[index] as RootContent
    if (list.type !== 'definitionList' || parent.children[index + 1]?.type !== 'table') continue
    const [term, description] = list.children.slice(-2)
    if (term?.type !== 'definitionTerm' || description?.type !== 'definitionDescription') continue
    const [caption] = description.children
    if (!description.spread || description.children.length !== 1 || caption?.type !== 'paragraph') continue
    const [first, ...rest] = caption.children
    const text: Text =
      first?.type === 'text' ? { ...first, value: `: ${first.value}` } : { type: 'text', value: ': ' }
    caption.children = first?.type === 'text' ? [text, ...rest] : [text, ...caption.children]
    const before: Paragraph = { type: 'paragraph', children: term.children, position: term.position }
    const kept = list.children.slice(0, -2)
    const whole: RootContent[] = kept.length > 0 ? [{ ...list, children: kept }] : []
    parent.children.splice(index, 1, ...whole, before, caption)
  }
}

/** Registers definition lists. */
export function remarkDefinitionList(this: Processor): void {
  addExtension(this, defList, tree)
}
