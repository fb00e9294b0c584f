/**
 * Looks for addresses that stand in the text as they are only where there can be some. GFM's syntax tries each word as
 * one of e-mail, and goes through the whole tree four times afterwards.
 */
import type { Nodes, Root } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Construct, Extension } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'

/** Bounds what `remarkGfm` has added: it goes right after it. Finds the same addresses. */
export function remarkAddresses(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: (Extension | Extension[])[]
    fromMarkdownExtensions?: (FromMarkdownExtension | FromMarkdownExtension[])[]
  }
  let hasAt = true
  const inner = this.parser
  if (!inner) throw new Error('remarkAddresses goes after remark-parse')
  this.parser = (document: string, file: VFile) => {
    hasAt = document.includes('@')
    return inner(document, file)
  }
  const bounded = (construct: Construct): Construct => {
    const { name, previous } = construct
    if (name !== 'emailAutolink' || !previous) return construct
    return {
      ...construct,
      previous(code) {
        return hasAt && previous.call(this, code)
      },
    }
  }
  data.micromarkExtensions = (data.micromarkExtensions ?? []).flat().map((extension) => ({
    ...extension,
    ...(extension.text && {
      text: Object.fromEntries(
        Object.entries(extension.text).map(([code, some]) => [code, [some ?? []].flat().map(bounded)]),
      ),
    }),
  }))
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((extension) => {
    const { enter, transforms } = extension
    if (!transforms || !enter?.literalAutolink) return extension
    return { ...extension, transforms: transforms.map(whereSome) }
  })
}

type TreeTransform = NonNullable<FromMarkdownExtension['transforms']>[number]

/** The same of the blocks that may hold an address. */
function whereSome(transform: TreeTransform): TreeTransform {
  return (tree) => {
    const children = (tree as Root).children.filter(mayHold)
    if (children.length > 0) transform({ type: 'root', children })
  }
}

function mayHold(node: Nodes): boolean {
  if (node.type === 'text') return /@|:\/\/|www\./i.test(node.value)
  return (
    'children' in node && node.type !== 'link' && node.type !== 'linkReference' && node.children.some(mayHold)
  )
}
