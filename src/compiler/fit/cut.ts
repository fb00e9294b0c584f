/** Cuts one block in two, where it may be cut: between items, rows, lines, never inside a formula or a figure. */
import type { Code, List, ListItem, Paragraph, PhrasingContent, RootContent, Table, Text } from 'mdast'
import type { Parent } from 'unist'
import '../block-data.ts'
import type { Box } from '../deck.ts'

export interface Cut {
  first: RootContent
  rest: RootContent
}

/** Whether a block still fits where it is to stand. */
export type Fits = (node: RootContent) => boolean

/** The largest beginning of `node` that fits, and the rest; undefined where it cannot be cut so that anything fits. */
export function cut(node: RootContent, fits: Fits): Cut | undefined {
  switch (node.type) {
    case 'list':
      return cutChildren(node, fits, 1)
    case 'table':
      return cutTable(node, fits)
    case 'code':
      return cutCode(node, fits)
    case 'blockquote':
    case 'definitionList':
      return cutChildren(node, fits, 1)
    case 'callout':
      return node.data?.steps || /^(?:quiz|think|question|cards)$/.test(node.kind)
        ? undefined
        : cutChildren(node, fits, 1)
    case 'figure': {
      const [only] = node.children
      if (node.children.length !== 1 || (only?.type !== 'table' && only?.type !== 'code')) return undefined
      const inner = cut(only, (piece) => fits({ ...node, children: [piece as never] }))
      if (!inner) return undefined
      // Its number and caption have been said.
      return { first: { ...node, children: [inner.first as never] }, rest: inner.rest }
    }
    case 'box':
      if (isBox(node, 'columns')) return cutColumns(node, fits)
      return isBox(node, 'stack') || isBox(node, 'tabs') || isBox(node, 'card') || isBox(node, 'furniture')
        ? undefined
        : cutChildren(node, fits, 1)
    case 'container':
      return cutChildren(node, fits, 1)
    default:
      return undefined
  }
}

/** The last resort for words: a paragraph between two sentences. */
export function cutSentences(node: RootContent, fits: Fits): Cut | undefined {
  if (node.type === 'paragraph') return cutParagraph(node, fits)
  if (!['list', 'listItem', 'blockquote', 'callout', 'box', 'container'].includes(node.type)) return undefined
  const parent = node as RootContent & Parent
  const [child, ...others] = parent.children as RootContent[]
  if (!child) return undefined
  const inner = cutSentences(child, (piece) => fits({ ...parent, children: [piece] } as never))
  if (!inner) return undefined
  const { first, rest } = copies(parent)
  return {
    first: { ...first, children: [inner.first] } as never,
    rest: { ...rest, children: [inner.rest, ...others] } as never,
  }
}

function isBox(node: Box, name: string): boolean {
  const names = node.data?.hProperties?.className
  return Array.isArray(names) && names.includes(name)
}

/** Two copies that share no state of steps; the second has no id. */
function copies<T extends RootContent>(node: T): { first: T; rest: T } {
  const copy = (): T => {
    const { fragment, steps, ...data } = node.data ?? {}
    const parts = {
      ...data,
      ...(fragment && { fragment: { ...fragment } }),
      ...(steps && { steps: { ...steps } }),
    }
    return { ...node, ...(node.data && { data: parts }) }
  }
  const rest = copy()
  const attributes = rest.data?.attributes
  if (attributes?.id !== undefined) {
    const { classes, values } = attributes
    rest.data = { ...rest.data, attributes: { classes, values } }
  }
  return { first: copy(), rest }
}

/** The most of `count` parts for which `fits`, found by doubling, so that a long block costs no more than a short one. */
function most(count: number, fits: (count: number) => boolean): number {
  let low = 0
  let high = 1
  while (high < count && fits(high)) {
    low = high
    high *= 2
  }
  if (high >= count) high = count
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function cutChildren(node: RootContent & Parent, fits: Fits, least: number): Cut | undefined {
  const children = node.children as RootContent[]
  const { first, rest } = copies(node)
  const holding = (part: RootContent[]): RootContent => ({ ...first, children: part }) as never
  const count = most(children.length, (size) => fits(holding(children.slice(0, size))))
  if (count >= least && count < children.length) {
    const left = { ...rest, children: children.slice(count) } as RootContent
    if (left.type === 'list' && left.ordered) left.start = ((left as List).start ?? 1) + count
    return { first: holding(children.slice(0, count)), rest: left }
  }
  const [child, ...others] = children
  if (!child || count > 0) return undefined
  const inner =
    child.type === 'listItem'
      ? cutChildren(child, (piece) => fits(holding([piece])), 1)
      : cut(child, (piece) => fits(holding([piece])))
  if (!inner) return undefined
  if (inner.rest.type === 'listItem') continued(inner.rest)
  return { first: holding([inner.first]), rest: { ...rest, children: [inner.rest, ...others] } as never }
}

/** The second half of an item goes on without a marker. */
function continued(item: ListItem): void {
  item.data = { ...item.data, hProperties: { ...item.data?.hProperties, className: ['continued'] } }
}

function cutTable(node: Table, fits: Fits): Cut | undefined {
  const [head, ...rows] = node.children
  if (!head) return undefined
  const { first, rest } = copies(node)
  const holding = (part: typeof rows): Table => ({ ...first, children: [head, ...part] })
  const count = most(rows.length, (size) => fits(holding(rows.slice(0, size))))
  if (count < 1 || count >= rows.length) return undefined
  return {
    first: holding(rows.slice(0, count)),
    rest: { ...rest, children: [structuredClone(head), ...rows.slice(count)] },
  }
}

function cutCode(node: Code, fits: Fits): Cut | undefined {
  const lines = node.value.split('\n')
  const html = node.data?.code?.html.split('\n')
  const { first, rest } = copies(node)
  const part = (of: Code, from: number, to: number): Code => {
    const piece: Code = { ...of, value: lines.slice(from, to).join('\n') }
    const code = node.data?.code
    if (!code) return piece
    piece.data = {
      ...of.data,
      code: {
        ...code,
        html: html && html.length === lines.length ? html.slice(from, to).join('\n') : escaped(piece.value),
        startFrom: code.startFrom + from,
        // Steps light lines of the whole block.
        steps: [],
      },
    }
    if (of.data?.steps) delete piece.data.steps
    return piece
  }
  let count = most(lines.length, (size) => fits(part(first, 0, size)))
  if (count < 3 || count >= lines.length) return undefined
  // A blank line nearby is the better place.
  for (let back = 0; back < Math.min(6, count - 3); back++) {
    if (lines[count - back]?.trim() !== '' && lines[count - back - 1]?.trim() !== '') continue
    count -= back
    break
  }
  return { first: part(first, 0, count), rest: part(rest, count, lines.length) }
}

function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => `<span class="line">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</span>`)
    .join('\n')
}

/** Each column is cut where it reaches the foot of the slide. */
function cutColumns(node: Box, fits: Fits): Cut | undefined {
  const columns = node.children as Box[]
  if (!columns.every(({ type }) => type === 'box')) return undefined
  const { first, rest } = copies(node)
  const firsts: RootContent[] = []
  const rests: RootContent[] = []
  let moved = false
  for (const [index, column] of columns.entries()) {
    const alone = (part: RootContent): RootContent =>
      ({
        ...first,
        children: columns.map((one, at) => (at === index ? part : { ...one, children: [] })),
      }) as never
    const pair = copies(column)
    if (fits(alone(column))) {
      firsts.push(column)
      rests.push({ ...pair.rest, children: [] })
      continue
    }
    const inner = cutChildren(column, (piece) => fits(alone(piece)), 1)
    if (!inner) return undefined
    moved = true
    firsts.push(inner.first)
    rests.push(inner.rest)
  }
  if (!moved) return undefined
  return { first: { ...first, children: firsts } as never, rest: { ...rest, children: rests } as never }
}

const SENTENCE = /(?<=[.!?…]["'”’)\]]?)\s+(?=\S)|(?<=[。！？；]["”’）」』]?)/u

function cutParagraph(node: Paragraph, fits: Fits): Cut | undefined {
  const pieces = node.children.flatMap((child): PhrasingContent[] =>
    child.type === 'text'
      ? child.value
          .split(SENTENCE)
          .map((value, index): Text => ({ ...child, value: index > 0 ? ` ${value}` : value }))
      : [child],
  )
  /** Whether a cut before the piece stands between two sentences. */
  const ends = (index: number): boolean => {
    const before = pieces[index - 1]
    return before?.type === 'text' && /[.!?…。！？；]["'”’)\]）」』]?\s*$/u.test(before.value)
  }
  const { first, rest } = copies(node)
  const holding = (of: Paragraph, from: number, to: number): Paragraph => {
    const children = pieces.slice(from, to)
    const [start] = children
    if (start?.type === 'text') children[0] = { ...start, value: start.value.trimStart() }
    return { ...of, children }
  }
  let count = most(pieces.length, (size) => fits(holding(first, 0, size)))
  if (count >= pieces.length) return undefined
  while (count > 0 && !ends(count)) count--
  return count > 0
    ? { first: holding(first, 0, count), rest: holding(rest, count, pieces.length) }
    : undefined
}
