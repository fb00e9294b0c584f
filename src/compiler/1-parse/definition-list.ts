/** Definition lists as Pandoc writes them: a term on a line, `: definition` on the next. */
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
      const spread = Boolean((token as { _loose?: boolean })._loose)
      this.enter({ type: 'definitionDescription', spread, children: [] }, token)
    },
  },
  exit: {
    defList(token: Token) {
      this.exit(token)
    },
    defListTerm(token: Token) {
      this.exit(token)
    },
    defListDescription(token: Token) {
      this.exit(token)
    },
  },
}

/** Registers definition lists. */
export function remarkDefinitionList(this: Processor): void {
  addExtension(this, defList, tree)
}
