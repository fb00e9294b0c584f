/** Deals the blocks of an overfull slide out over several. */
import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { FIT_STEPS } from '../../shared/fit.ts'
import { cut, cutSentences } from './cut.ts'

/** How much of a slide these blocks take below its heading, at a step of `shared/fit.ts`: more than 1 is too much. */
export type Fill = (nodes: readonly RootContent[], step: number) => number

/** The last slide looks left over below this. */
const LEFT_OVER = 0.6
/** On more slides than this the last one hardly matters. */
const MOST_EVEN = 24

/** The blocks of each slide, on no more slides than needed, and about as much on each. */
export function evenly(blocks: readonly RootContent[], fill: Fill): RootContent[][] {
  let pages = paginate(blocks, fill, 1)
  const { length } = pages
  if (length < 2 || length > MOST_EVEN || fill(pages.at(-1)!, 0) >= LEFT_OVER) return pages
  let low = 0.5
  let high = 1
  for (let tries = 0; tries < 3; tries++) {
    const limit = (low + high) / 2
    const other = paginate(blocks, fill, limit)
    if (other.length > length) low = limit
    else {
      pages = other
      high = limit
    }
  }
  return pages
}

/** More slides than this are made of no slide; what is left then stays together. */
const MOST_PAGES = 400

/** No stage holds as many lines; measuring all of them for every slide would take time by their square. */
const MOST_LINES = 300

/** A block that need not be measured: it must be cut. */
function isEndless(unit: readonly RootContent[]): boolean {
  return unit.length === 1 && unit.some(holdsTooMuch)
}

/** Whether a block is longer than any stage, or holds one that is: a table stands in a box that lets it scroll. */
function holdsTooMuch(node: RootContent): boolean {
  if (node.type === 'code') return node.value.split('\n', MOST_LINES + 1).length > MOST_LINES
  if (!HOLDERS.has(node.type)) return false
  const children = (node as Parent).children as RootContent[]
  return children.length > MOST_LINES || children.some(holdsTooMuch)
}

/** Blocks whose children stand below, or at least beside, each other. */
const HOLDERS = new Set([
  'list',
  'table',
  'definitionList',
  'box',
  'blockquote',
  'callout',
  'figure',
  'container',
])

/** The blocks of each slide, in order; one list where nothing can be cut. */
function paginate(blocks: readonly RootContent[], fill: Fill, limit: number): RootContent[][] {
  const fits = (nodes: readonly RootContent[]): boolean => fill(nodes, 0) <= limit
  const fitsSmall = (nodes: readonly RootContent[]): boolean => fill(nodes, FIT_STEPS.length - 1) <= 1

  const waiting = units(blocks)
  const pages: RootContent[][] = []
  let page: RootContent[] = []
  /** Rests of paragraphs. */
  const cutUp = new Set<RootContent>()
  const close = () => {
    const held = lastLeads(page) ? page.pop() : undefined
    pages.push(page)
    page = held ? [held] : []
  }
  while (waiting.length > 0) {
    const unit = waiting.shift()!
    if (pages.length >= MOST_PAGES || (!isEndless(unit) && fits([...page, ...unit]))) {
      page.push(...unit)
      continue
    }
    const [only] = unit
    const cuttable = unit.length === 1 && only
    const begun = page
    const group = unit.length > 1 ? cutGroup(unit, (piece) => fits([...begun, ...piece])) : undefined
    if (group) {
      page.push(...group.first)
      waiting.unshift(group.rest)
      close()
      continue
    }
    const part = cuttable ? cut(only, (piece) => fits([...begun, piece])) : undefined
    if (part && (page.length === 0 || worthIt(part.first))) {
      page.push(part.first)
      waiting.unshift([part.rest])
      close()
    } else if (page.length > 0 && !(page.length === 1 && lastLeads(page))) {
      waiting.unshift(unit)
      close()
    } else {
      const sentences =
        cuttable && (cutUp.has(only) || !fitsSmall([...page, only]))
          ? cutSentences(only, (piece) => fits([...begun, piece]))
          : undefined
      page.push(...(sentences ? [sentences.first] : unit))
      if (sentences) {
        waiting.unshift([sentences.rest])
        cutUp.add(sentences.rest)
      }
      pages.push(page)
      page = []
    }
  }
  if (page.length > 0) pages.push(page)
  return pages
}

/** A heading, or a line that announces what follows, does not end a slide. */
function lastLeads(page: readonly RootContent[]): boolean {
  const last = page.at(-1)
  if (!last || page.length < 2 ? last?.type !== 'heading' : false) return false
  if (last?.type === 'heading') return true
  return last?.type === 'paragraph' && /[:：]\s*$/.test(toString(last))
}

/** One item of a list or one row is no good end of a slide. */
function worthIt(node: RootContent): boolean {
  if (node.type === 'table') return node.children.length > 3
  if (node.type === 'code') return node.value.split('\n').length >= 6
  if (node.type === 'list') return node.children.length > 1 || (node.children[0]?.children.length ?? 0) > 1
  return true
}

/** Blocks that stay together: raw HTML from an opening tag to its end. */
function units(blocks: readonly RootContent[]): RootContent[][] {
  const result: RootContent[][] = []
  let depth = 0
  for (const node of blocks) {
    if (depth > 0) result.at(-1)!.push(node)
    else result.push([node])
    if (node.type === 'html') depth = Math.max(0, depth + balance(node.value))
  }
  return result
}

/** Raw HTML around blocks is set around both halves of them. */
function cutGroup(
  unit: readonly RootContent[],
  fits: (nodes: readonly RootContent[]) => boolean,
): { first: RootContent[]; rest: RootContent[] } | undefined {
  const open = unit[0]!
  const last = unit.at(-1)!
  if (open.type !== 'html' || /<\/|<[^>]*\sid=/.test(open.value)) return undefined
  const closed = unit.reduce((sum, node) => sum + (node.type === 'html' ? balance(node.value) : 0), 0) <= 0
  // An element without its end goes to the end of the slide, as a browser has it.
  const end = closed ? [last] : []
  if (closed && !(last.type === 'html' && /^\s*(?:<\/[\w-]+>\s*)+$/.test(last.value))) return undefined
  const inner = units(unit.slice(1, closed ? -1 : undefined))
  let count = 0
  while (count < inner.length - 1 && fits([open, ...inner.slice(0, count + 1).flat(), ...end])) count++
  if (count === 0) return undefined
  const around = (parts: readonly (readonly RootContent[])[]): RootContent[] => [
    structuredClone(open),
    ...parts.flat(),
    ...structuredClone(end),
  ]
  return { first: around(inner.slice(0, count)), rest: around(inner.slice(count)) }
}

const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i

/** Opening less closing tags. */
function balance(html: string): number {
  let sum = 0
  for (const [, close, name, rest] of html.matchAll(/<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    if (VOID.test(name!) || rest!.endsWith('/')) continue
    sum += close ? -1 : 1
  }
  return sum
}
