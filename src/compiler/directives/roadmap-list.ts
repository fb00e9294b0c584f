/** Reads the stops of a roadmap from a list. */
import type { List, ListItem, PhrasingContent, RootContent, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { RoadmapStop } from '../deck.ts'
import { bracketedDate, emptyStop, leadingDate, partSublabel, phrasing } from '../roadmap-stop.ts'

/**
 * Reads one list item a stop. Its first line is `**Label** (2013) sublabel`, `2013: Label — sublabel`,
 * `[Label](#slug) sublabel` or plain text; what follows in the item is the stop's text.
 */
export function readRoadmapList(list: List): RoadmapStop[] {
  return list.children.map(readItem)
}

function readItem(item: ListItem): RoadmapStop {
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph') return { ...emptyStop(), text: item.children as RootContent[] }
  const [head, tail] = cutAtNewline(first.children)
  const stop = readHead(head)
  if (tail.length > 0) stop.text.push({ type: 'paragraph', children: tail })
  stop.text.push(...(rest as RootContent[]))
  return stop
}

/** Reads the first line. */
function readHead(nodes: PhrasingContent[]): RoadmapStop {
  const stop = emptyStop()
  const line = [...nodes]
  if (line[0]?.type === 'text') {
    const { date, rest } = leadingDate(line[0].value)
    stop.date = date
    if (rest.trim() === '') line.shift()
    else line[0] = { type: 'text', value: rest }
  }
  const first = line.shift()
  if (!first) return stop
  let after = ''
  if (first.type === 'text') {
    const dated = bracketedDate(first.value)
    stop.date ||= dated.date
    const [label, sublabel] = dated.date ? splitAtDate(first.value) : partSublabel(first.value)
    stop.label = phrasing(label)
    after = sublabel
  } else {
    const link = first.type === 'link' ? first : findLink(first)
    stop.href = link?.url ?? ''
    stop.label = [{ type: 'text', value: toString(first) }]
    if (line[0]?.type === 'text') after = (line.shift() as Text).value
  }
  const dated = bracketedDate(after)
  stop.date ||= dated.date
  const sublabel = dated.rest.replace(/^\s*(?:—|–|--|-|\||:|：|·)\s*/, '').trim()
  stop.sublabel = [...phrasing(sublabel), ...line]
  return stop
}

function splitAtDate(text: string): [string, string] {
  const at = text.search(/[(（]/)
  return [text.slice(0, at).trim(), text.slice(at)]
}

function findLink(node: PhrasingContent): { url: string } | undefined {
  if (!('children' in node)) return undefined
  return node.children.find((child) => child.type === 'link')
}

/** The nodes before the first line end, and those after it. */
function cutAtNewline(nodes: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return [nodes.slice(0, index), nodes.slice(index + 1)]
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1
    if (node.type === 'text' && at >= 0) {
      const before: Text = { type: 'text', value: node.value.slice(0, at) }
      const after: Text = { type: 'text', value: node.value.slice(at + 1) }
      return [
        [...nodes.slice(0, index), before],
        [after, ...nodes.slice(index + 1)],
      ]
    }
  }
  return [nodes, []]
}
