/** A directive as data: validation, help and "did you mean" come from the declaration. */
import type { RootContent } from 'mdast'
import type { AttributeTable } from '../attribute-spec.ts'
import type { Context } from '../context.ts'
import type { Container, LeafDirective, Slide } from '../deck.ts'

export interface Directive {
  name: string
  aliases?: readonly string[]
  /** Written `:::name` … `:::` (container), `::name` (leaf), or either. */
  kinds: readonly ('container' | 'leaf')[]
  /** What it does and what it yields, in one line. */
  what: string
  /** Attributes of its own; generic ones (`#id`, `.class`, `width`, `data-*`, fragments) are always allowed. */
  attributes?: AttributeTable
  /** What any other attribute means to it; without it an unknown one is a message. */
  otherAttributes?: string
  /** Directives that may stand directly in it; any where it is not given. */
  children?: readonly string[]
  /** Where it belongs: in one of these directives, however deep, or on a slide of one of these layouts. */
  within?: { directives: readonly string[]; layouts?: readonly string[] }
  /** The plugin that brings it; set by Lectern. */
  plugin?: string
  /** Whether it sets `[label]` itself; else the label opens the content as a paragraph. */
  ownLabel?: boolean
  /**
   * The nodes that stand in the directive's place; its children have been run before it. Its attributes are checked by
   * then: what does not fit is reported and gone, what has a default is there.
   */
  run(node: Container | LeafDirective, slide: Slide, context: Context): RootContent[]
}
