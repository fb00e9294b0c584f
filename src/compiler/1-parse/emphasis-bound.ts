/**
 * A bound on the signs of emphasis, and of open brackets, in one paragraph. Each pair is moved into its place in the list of all tokens, so that
 * the work grows with the square: a megabyte of `*a*` in one line would take minutes.
 */
import type { Root } from 'mdast'
import type { Construct, Event, Extension, Resolver } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { walk } from '../walk.ts'
import { MOST_OPEN } from './bracket-bound.ts'

/** So many `*`, `_`, `~` or `=` are looked at in one paragraph; with more they are all text. */
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
    const signs = events.filter(isSign).map(([, token]) => token)
    // Each stands there twice: where it begins, and where it ends.
    const length = signs.reduce((sum, { start, end }) => sum + end.offset - start.offset, 0) / 2
    if (length <= MOST_SIGNS) return resolver(events, context)
    for (const token of signs) token.type = 'data'
    return events
  }
}

function isSign([, { type }]: Event): boolean {
  return kinds.includes(type)
}

/** Reports `emphasis-many` at the first block whose signs, or brackets, were left as they are. */
export function reportEmphasis(root: Root, file: VFile): void {
  let told = false
  walk(root, (node) => {
    if (told || !textBlocks.has(node.type)) return !told
    const what = crowdOf(node as Parent)
    if (what !== undefined) report(file, 'emphasis-many', node, `One paragraph has more than ${what}`)
    told = what !== undefined
    return false
  })
}

const textBlocks = new Set(['paragraph', 'heading', 'tableCell'])

const SIGN = /[*_~]|==/g

function crowdOf(block: Parent): string | undefined {
  const { start, end } = block.position ?? {}
  if ((end?.offset ?? Infinity) - (start?.offset ?? 0) < MOST_OPEN) return undefined
  let signs = 0
  /** Brackets that nothing closes, and those that close nothing: what opened them may be in the words of a picture. */
  let open = 0
  let stray = 0
  walk(block, (node) => {
    if (node.type !== 'text') return
    for (const [sign] of node.value.matchAll(SIGN)) signs += sign.length
    for (const [bracket] of node.value.matchAll(/[[\]]/g)) {
      if (bracket === '[') open++
      else if (open > 0) open--
      else stray++
    }
  })
  if (signs > MOST_SIGNS) return `${MOST_SIGNS} signs of emphasis`
  return Math.max(open, stray) > MOST_OPEN ? `${MOST_OPEN} open brackets` : undefined
}
