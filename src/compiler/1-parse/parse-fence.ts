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
  label: Range | undefined
}

interface Range {
  start: number
  end: number
}

const NAME = /\p{L}[\p{L}\p{N}_-]*/uy

/**
 * `:::name[label]{…}`, `::: name`, `::: name Label in words {…}`, `::: {.name …}` (Pandoc: the first class is the name, a
 * row of colons may follow), `:::` alone, or `::name[label]{…}`. Undefined for any other line. Goes over the line a few
 * times at most, however long it is.
 */
export function parseFence(line: string): Fence | undefined {
  const text = line.trimEnd()
  let size = 0
  while (text[size] === ':') size++
  if (size < 2) return undefined
  if (size === text.length) {
    return size < 3
      ? undefined
      : { kind: 'close', size, name: '', attributes: noAttributes(), label: undefined }
  }
  return size === 2 ? parseLeaf(text) : parseOpening(text, size)
}

function parseLeaf(text: string): Fence | undefined {
  const name = nameAt(text, 2)
  if (name === '') return undefined
  const label = bracketsAt(text, 2 + name.length)
  const at = label ? label.end + 1 : 2 + name.length
  if (at < text.length && (text[at] !== '{' || closingBrace(text, at) !== text.length - 1)) return undefined
  const attributes = parseAttributes(text.slice(at), { words: true })
  return attributes && { kind: 'leaf', size: 2, name, attributes, label: filled(label) }
}

function parseOpening(whole: string, size: number): Fence | undefined {
  let end = whole.length
  while (whole[end - 1] === ':') end--
  const text = whole.slice(0, end).trimEnd()
  let at = skipSpace(text, size)
  const name = nameAt(text, at)
  at += name.length
  let label = bracketsAt(text, at)
  if (label) at = label.end + 1
  let attributes: Attributes | undefined = noAttributes()
  const brace = skipSpace(text, at)
  const braced = text[brace] === '{'
  if (braced) {
    const close = closingBrace(text, brace)
    if (close < 0) return undefined
    attributes = parseAttributes(text.slice(brace, close + 1), { words: true })
    at = close + 1
  }
  if (!attributes || (name === '' && (!braced || label || at < text.length))) return undefined
  if (at < text.length) {
    if (text[at] !== ' ' && text[at] !== '\t') return undefined
    const late = braced || !text.endsWith('}') ? text.length : text.lastIndexOf('{')
    if (late < at) return undefined
    const words = { start: skipSpace(text, at), end: text.slice(0, late).trimEnd().length }
    if (/[{}]/.test(text.slice(words.start, words.end))) return undefined
    if (late < text.length) attributes = parseAttributes(text.slice(late), { words: true })
    label ??= words
  }
  return (
    attributes && {
      kind: 'open',
      size,
      name: name || (attributes.classes[0] ?? 'div'),
      attributes,
      label: filled(label),
    }
  )
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(text)?.[0] ?? ''
}

function skipSpace(text: string, at: number): number {
  let index = at
  while (text[index] === ' ' || text[index] === '\t') index++
  return index
}

/** What stands between `[` and the `]` that belongs to it. */
function bracketsAt(text: string, at: number): Range | undefined {
  if (text[at] !== '[') return undefined
  let depth = 0
  for (let index = at; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '[') depth++
    else if (text[index] === ']' && --depth === 0) return { start: at + 1, end: index }
  }
  return undefined
}

/** The first `}` outside quotes. */
function closingBrace(text: string, at: number): number {
  let quote = ''
  for (let index = at + 1; index < text.length; index++) {
    const char = text[index] as string
    if (char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'") && text[index - 1] === '=') quote = char
    else if (quote === '' && char === '}') return index
  }
  return -1
}

function filled(label: Range | undefined): Range | undefined {
  return label && label.end > label.start ? label : undefined
}
