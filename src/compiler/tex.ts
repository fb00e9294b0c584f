/** TeX sources that are rewritten on their way and still know where each character came from. */
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import type { Point } from 'unist'

export type MathNode = MathBlock | InlineMath

export interface Macro {
  /** With `#1` … */
  body: string
  /** What `#1` is where no `[…]` follows the name. */
  fallback?: string
}

export interface MacroTable {
  /** A name of the content: the same for the same macros. */
  version: string
  /** By name, with its backslash. */
  macros: Record<string, Macro>
}

export interface TexSource {
  text: string
  /** For each character of `text` its index in the author's TeX; absent while nothing was changed. */
  origin?: readonly number[]
}

/** What the transforms find out about a formula on its way to the handler. */
export interface Formula {
  source: TexSource
  macros: MacroTable
  /** `\label`s and `{#id}` that lead here. */
  labels: string[]
  /** What each label refers to, without parentheses. */
  numbers?: Record<string, string>
  /** Shown a second time (on a card): what is wrong with it was told at the first. */
  quiet?: boolean
  /** Shown beside the formula, with its parentheses. */
  number?: string
  /** Why it cannot be set, where that is known and reported before KaTeX sees it. */
  error?: string
}

declare module 'mdast-util-math' {
  interface InlineMath {
    /** `$$…$$` inside text: set like a block. */
    display?: boolean
  }
}

declare module 'mdast' {
  interface Data {
    /** Where each line of a formula's value begins in the file. */
    lines?: Point[]
    formula?: Formula
    /** A `$$` without its end, kept as text. */
    mathUnclosed?: boolean
  }
}

export interface Edit {
  start: number
  end: number
  text: string
}

export const noMacros: MacroTable = { version: '', macros: {} }

/** The formula as the last transform left it. */
export function formulaOf(node: MathNode): Formula {
  node.data ??= {}
  return (node.data.formula ??= { source: { text: node.value }, macros: noMacros, labels: [] })
}

/** Replaces stretches that do not overlap; new text counts as coming from the start of what it stands for. */
export function rewrite(source: TexSource, edits: Edit[]): TexSource {
  if (edits.length === 0) return source
  let text = ''
  const origin: number[] = []
  let at = 0
  const keep = (end: number) => {
    for (let index = at; index < end; index++) origin.push(originOf(source, index))
    text += source.text.slice(at, end)
  }
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    keep(edit.start)
    text += edit.text
    for (let index = 0; index < edit.text.length; index++) origin.push(originOf(source, edit.start))
    at = edit.end
  }
  keep(source.text.length)
  return { text, origin }
}

/** The index in the author's TeX of a character of a rewritten one. */
export function originOf(source: TexSource, index: number): number {
  if (!source.origin) return index
  return source.origin[index] ?? (source.origin.at(-1) ?? -1) + 1
}

/** The place in the file of an index into the node's `value`. */
export function pointInFormula(node: MathNode, index: number): Point | undefined {
  const before = node.value.slice(0, index).split('\n')
  const line = node.data?.lines?.[before.length - 1]
  if (!line) return node.position?.start
  const column = before.at(-1)!.length
  return {
    line: line.line,
    column: line.column + column,
    ...(line.offset === undefined ? {} : { offset: line.offset + column }),
  }
}

export interface Group {
  /** Of the content, without its braces. */
  start: number
  end: number
  /** After the closing brace. */
  next: number
  text: string
}

/** Reads `{…}` (or `[…]`) after white space; undefined where there is none or it does not end. */
export function readGroup(tex: string, from: number, open: '{' | '[' = '{'): Group | undefined {
  let at = from
  while (/\s/.test(tex[at] ?? '')) at++
  if (tex[at] !== open) return undefined
  const close = open === '{' ? '}' : ']'
  const start = at + 1
  let depth = 0
  for (at = start; at < tex.length; at++) {
    const char = tex[at]
    if (char === '\\') at++
    else if (char === '%') at = lineEnd(tex, at)
    else if (depth === 0 && char === close)
      return { start, end: at, next: at + 1, text: tex.slice(start, at) }
    else if (char === '{') depth++
    else if (char === '}' && --depth < 0) return undefined
  }
  return undefined
}

/** Calls `visit` for each control sequence that is not in a comment; a number returned is where to go on. */
export function eachCommand(
  tex: string,
  visit: (name: string, start: number, end: number) => number | void,
): void {
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '%') at = lineEnd(tex, at)
    else if (tex[at] === '\\') {
      const name = /^(?:[a-zA-Z@]+|[^])/.exec(tex.slice(at + 1, at + 64))?.[0] ?? ''
      const end = at + 1 + name.length
      at = (visit(`\\${name}`, at, end) ?? end) - 1
    }
  }
}

function lineEnd(tex: string, from: number): number {
  const end = tex.indexOf('\n', from)
  return end < 0 ? tex.length : end
}
