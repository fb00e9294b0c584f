/** How a remark plugin adds its constructs. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'
import type { Processor } from 'unified'

/** Registers micromark constructs and, with them, how their tokens become mdast. */
export function addExtension(processor: Processor, syntax: Extension, tree?: FromMarkdownExtension): void {
  const data = processor.data() as {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdownExtension[]
  }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  if (tree) data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree]
}
