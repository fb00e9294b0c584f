/** A directive as data: validation, help and "did you mean" come from the declaration. */
import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Container, LeafDirective, Slide } from '../deck.ts'

export interface DirectiveAttribute {
  type: 'string' | 'number' | 'length' | 'flag'
  /** What it does, in one line. */
  what: string
}

export interface Directive {
  name: string
  aliases?: readonly string[]
  kinds: readonly ('container' | 'leaf')[]
  /** What it does and what it yields, in one line. */
  what: string
  /** Attributes of its own; generic ones (`#id`, `.class`, `width`, `data-*`, fragments) are always allowed. */
  attributes?: Readonly<Record<string, DirectiveAttribute>>
  /** Whether it sets `[label]` itself; else the label opens the content as a paragraph. */
  ownLabel?: boolean
  /** The nodes that stand in the directive's place; its children have been run before it. */
  run(node: Container | LeafDirective, slide: Slide, context: Context): RootContent[]
}
