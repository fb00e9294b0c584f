/**
 * A bound on the signs of emphasis in one paragraph. Each pair is moved into its place in the list of all tokens, so that
 * the work grows with the square: a megabyte of `*a*` in one line would take minutes.
 */
import type { Nodes, Root } from 'mdast'
import type { Construct, Event, Extension, Resolver } from 'micromark-util-types'
import type { Processor } from 'unified'
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'

/** So many runs of `*`, `_`, `~` or `=` are looked at in one paragraph; with more they are all text. */
export const MOST_SIGNS = 4000

const constructs = ['attention', 'strikethrough', 'mark']
const kinds = ['attentionSequence', 'strikethroughSequenceTemporary', 'markSequenceTemporary']

/** Bounds emphasis, struck and marked text of the plugins before this one. `reportEmphasis` names the place. */
export function remarkEmphasisBound(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: (Extension | Extension[])[] }
  const known = new Map<Resolver, Resolver>()
  const bound = (construct: Construct): Construct => {
    const { name = '', resolveAll } = construct
    if (!resolveAll || !constructs.includes(name)) return construct
    // One for each, since a resolver runs once however many constructs have it.
    if (!known.has(resolveAll)) known.set(resolveAll, bounded(resolveAll))
    return { ...construct, resolveAll: known.get(resolveAll) }
  }
  data.micromarkExtensions = (data.micromarkExtensions ?? []).flat().map((extension) => ({
    ...extension,
    ...(extension.text && {
      text: Object.fromEntries(
        Object.entries(extension.text).map(([code, some]) => [code, [some ?? []].flat().map(bound)]),
      ),
    }),
  }))
}

function bounded(resolver: Resolver): Resolver {
  return (events, context) => {
    if (events.length < MOST_SIGNS) return resolver(events, context)
    const signs = events.filter(isSign)
    if (signs.length / 2 <= MOST_SIGNS) return resolver(events, context)
    for (const [, token] of signs) token.type = 'data'
    return events
  }
}

function isSign([, { type }]: Event): boolean {
  return kinds.includes(type)
}

const SIGN = /[*_]+|~+|==/g

/** Reports `emphasis-many` at the first block whose signs were left as they are. */
export function reportEmphasis(root: Root, file: VFile): void {
  const blocks: Nodes[] = []
  visit(root, (node) => {
    if (!textBlocks.includes(node.type)) return CONTINUE
    if (isCrowded(node)) blocks.push(node)
    return blocks.length > 0 ? EXIT : SKIP
  })
  if (blocks[0])
    report(file, 'emphasis-many', blocks[0], `One paragraph has more than ${MOST_SIGNS} signs of emphasis`)
}

const textBlocks = ['paragraph', 'heading', 'tableCell']

function isCrowded(block: Nodes): boolean {
  const { start, end } = block.position ?? {}
  if ((end?.offset ?? Infinity) - (start?.offset ?? 0) < MOST_SIGNS) return false
  let signs = 0
  visit(block, 'text', ({ value }) => void (signs += value.match(SIGN)?.length ?? 0))
  return signs > MOST_SIGNS
}
