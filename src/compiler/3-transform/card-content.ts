/** What a hover card shows of a caption, a theorem or a formula: words and formulas only, since it stands inside text. */
import type { Data, PhrasingContent, RootContent } from 'mdast'
import type { Node, Parent } from 'unist'
import '../block-data.ts'
import type { Span } from '../deck.ts'
import { nameBrackets } from '../interface-words.ts'
import { formulaOf, type MathNode } from '../tex.ts'
import type { Target } from './reference-targets.ts'

/** Shown in full where they stand; a card has no room for them. */
const left = new Set([
  'image',
  'figure',
  'drawing',
  'table',
  'code',
  'html',
  'notes',
  'roadmap',
  'footnoteReference',
  'footnoteDefinition',
  'definition',
  'thematicBreak',
  'bibliography',
])

/** The card of a target: its label in front, then its caption, statement or formula. */
export function cardOf({ label, node }: Target, lang: string): PhrasingContent[] {
  if (!node) return [line('card-label', [text(label)])]
  if (node.type === 'title') return [line('card-label', [text(node.title || label)])]
  if (node.type === 'figure') return [span('card-label', [text(`${label}. `)]), ...inline(node.caption)]
  if (node.type === 'callout') {
    const [open, close] = nameBrackets(lang)
    const name = inline(node.title)
    const title = name.length > 0 ? [text(label + open), ...name, text(close)] : [text(label)]
    return [line('card-label', title), ...blocks(node.children)]
  }
  return [line('card-label', [text(label)]), formula(node, true)]
}

/** Blocks as lines of a card. */
export function blocks(nodes: readonly RootContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    if (left.has(node.type)) continue
    if (node.type === 'paragraph' || node.type === 'heading') {
      const words = inline(node.children)
      if (!isPause(words)) result.push(line('card-line', words))
    } else if (node.type === 'list') {
      for (const [index, item] of node.children.entries()) {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '• '
        result.push(line('card-item', [text(mark), ...blocks(item.children)]))
      }
    } else if (node.type === 'math') result.push(formula(node, true))
    else if ('children' in node) result.push(...blocks(node.children as RootContent[]))
  }
  return result
}

/** Text without what has a place, a step or a card of its own. */
function inline(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (left.has(node.type)) return []
    if (node.type === 'inlineMath') return [formula(node, false)]
    if (node.type === 'cite') return [text(citeText(node.data, node.value))]
    if (node.type === 'crossReference')
      return [text(node.items.map(({ before, label, after }) => `${before}${label}${after}`).join(', '))]
    if (node.type === 'link' || node.type === 'span') return [span(undefined, inline(node.children))]
    if ('children' in node)
      return [{ ...bare(node), children: inline((node as Parent).children as RootContent[]) } as never]
    return [bare(node) as PhrasingContent]
  })
}

function citeText(data: Data | undefined, value: string): string {
  if (data?.citationHtml !== undefined)
    return data.citationHtml.replace(/<[^>]*>/g, '').replace(/&(?:amp|#38);/g, '&')
  return data?.citations?.map(({ label }) => label).join('; ') ?? value
}

function formula(node: MathNode, display: boolean): PhrasingContent {
  const { labels: _labels, number: _number, numbers: _numbers, ...rest } = formulaOf(node)
  const { origin: _origin, ...source } = rest.source
  const plain = source.text.replace(/\\htmlClass\{lectern-(?:(?:step|highlight)-\d+|term-[^}]+)\}/g, '')
  return {
    type: 'inlineMath',
    value: node.value,
    display: display || (node.type === 'inlineMath' && node.display === true),
    position: node.position,
    data: {
      ...(node.data?.lines && { lines: node.data.lines }),
      formula: { ...rest, labels: [], quiet: true, source: { ...source, text: plain } },
    },
  }
}

function bare<T extends Node>(node: T): T {
  const { data: _data, ...rest } = node
  return rest as T
}

function isPause(nodes: PhrasingContent[]): boolean {
  return nodes.length === 1 && nodes[0]?.type === 'text' && /^\.\s\.\s\.$/.test(nodes[0].value.trim())
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function span(className: string | undefined, children: PhrasingContent[]): Span {
  return { type: 'span', children, ...(className && { data: { hProperties: { className: [className] } } }) }
}

/** A line of its own, by its class. */
function line(className: string, children: PhrasingContent[]): Span {
  return span(className, children)
}
