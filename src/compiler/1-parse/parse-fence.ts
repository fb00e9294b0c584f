/** Reads one line of colons. */
import { noAttributes, parseAttributes } from '../attributes.ts'
import type { Attributes } from '../deck.ts'

export interface Fence {
  kind: 'open' | 'close' | 'leaf'
  /** How many colons. */
  size: number
  name: string
  attributes: Attributes
  /** Where the label stands in the line. */
  label: { start: number; end: number } | undefined
}

const CLOSE = /^:{3,}\s*$/
const OPEN =
  /^(?<colons>:{3,})[ \t]*(?<name>\p{L}[\p{L}\p{N}_-]*)?(?<label>\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\])?[ \t]*(?<attributes>\{[^{}]*\})?(?<rest>[ \t]+[^{}]*?)??(?<late>[ \t]\{[^{}]*\})?[ \t]*:*[ \t]*$/du
const LEAF =
  /^(?<colons>::)(?<name>[A-Za-z][\w-]*)(?<label>\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\])?(?<attributes>\{[^{}]*\})?[ \t]*$/du

/**
 * `:::name[label]{…}`, `::: name`, `::: name Label in words`, `::: {.name …}` (Pandoc: the first class is the name, a
 * row of colons may follow), `:::` alone, or `::name[label]{…}`. Undefined for any other line.
 */
export function parseFence(line: string): Fence | undefined {
  if (CLOSE.test(line)) {
    return { kind: 'close', size: line.trim().length, name: '', attributes: noAttributes(), label: undefined }
  }
  const open = OPEN.exec(line)
  const match = open ?? LEAF.exec(line)
  if (!match?.groups || !match.indices?.groups) return undefined
  const { colons = '', name, attributes: early, late, rest } = match.groups
  const attributes = parseAttributes(early ?? late ?? '', { words: true })
  if (!attributes) return undefined
  if (name === undefined && (early === undefined || rest !== undefined)) return undefined
  return {
    kind: open ? 'open' : 'leaf',
    size: colons.length,
    name: name ?? attributes.classes[0] ?? 'div',
    attributes,
    label: labelOf(match),
  }
}

function labelOf(match: RegExpExecArray): Fence['label'] {
  const label = match.indices?.groups?.label
  if (label && label[1] - label[0] > 2) return { start: label[0] + 1, end: label[1] - 1 }
  const rest = match.indices?.groups?.rest
  if (!rest) return undefined
  const text = match[0].slice(rest[0], rest[1])
  const start = rest[0] + text.length - text.trimStart().length
  const end = rest[0] + text.trimEnd().length
  return end > start ? { start, end } : undefined
}
