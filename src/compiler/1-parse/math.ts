import type { Code, Html, Root, RootContent } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { Parent, Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { walk } from '../walk.ts'
import { mathFromMarkdown } from './math/from-markdown.ts'
import { findMath, type FoundFormula, type FoundMath } from './math/scan.ts'
import { mathSyntax } from './math/tokenize.ts'
import { parseInPieces } from './pieces.ts'

/**
 * Read formulas into mdast-util-math's `math` and `inlineMath`, losing none.
 *
 * Accepts `$…$` (Pandoc's rule: no space just inside, no digit after), `$$…$$` in every form of the wild (alone on
 * their lines, glued to either fence, alone on one line: a block; inside text: `inlineMath` with `display`),
 * `\[…\]`, `\(…\)`, environments such as `\begin{align}` at the start of a line, ` ```math ` fences, and formulas
 * inside raw HTML. A block takes `{#eq-x .class}` after its closer. `\eqref{x}` in prose becomes an
 * `equationReference`. Nodes keep the place of each line in `data.lines`.
 *
 * Reports `math-unclosed` at a `$$` without an end, which stays text and swallows nothing.
 * Goes after remark-parse, whose parser it wraps. Source: `corpus` counts; Pandoc's manual, `tex_math_dollars`.
 */
export function remarkLecternMath(this: Processor): void {
  let found: FoundMath = { formulas: new Map(), unclosed: new Set() }
  const data = this.data() as {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdownExtension[]
  }
  ;(data.micromarkExtensions ??= []).push(mathSyntax(() => found))
  ;(data.fromMarkdownExtensions ??= []).push(mathFromMarkdown())

  const inner = this.parser
  if (!inner) throw new Error('remarkLecternMath goes after remark-parse')
  this.parser = (document: string, file: VFile) => {
    // micromark does not count a byte order mark.
    const source = document.charCodeAt(0) === 0xfeff ? document.slice(1) : document
    const outer = found
    const all = findMath(source)
    const parse = (part: string, from: number): Root => {
      found = from === 0 ? all : partOf(all, from, from + part.length)
      return inner(part, file) as Root
    }
    try {
      const tree = parseInPieces({ text: source, parse, isWithin: within(all) }, file.data.pieceSize)
      readHtmlAndFences(tree, source, all)
      reportUnclosed(tree, file)
      return tree
    } finally {
      found = outer
    }
  }
}

/** What was found in a part of the text, as if the part were a text of its own. */
function partOf({ formulas, unclosed }: FoundMath, from: number, to: number): FoundMath {
  const part: FoundMath = { formulas: new Map(), unclosed: new Set() }
  for (const one of formulas.values()) {
    if (one.start < from || one.start >= to) continue
    const attributes = one.attributes && {
      start: one.attributes.start - from,
      end: one.attributes.end - from,
    }
    part.formulas.set(one.start - from, {
      ...one,
      start: one.start - from,
      contentStart: one.contentStart - from,
      contentEnd: one.contentEnd - from,
      end: one.end - from,
      ...(attributes && { attributes }),
    })
  }
  for (const at of unclosed) if (at >= from && at < to) part.unclosed.add(at - from)
  return part
}

/** Tells of an offset whether a formula goes on there. */
function within({ formulas }: FoundMath): (offset: number) => boolean {
  const list = [...formulas.values()]
  let index = 0
  return (offset) => {
    while (index > 0 && list[index - 1]!.end > offset) index--
    while (index < list.length && list[index]!.end <= offset) index++
    return index < list.length && list[index]!.start < offset
  }
}

function reportUnclosed(tree: Root, file: VFile): void {
  walk(tree, (node) => {
    if (node.type !== 'text' || !node.data?.mathUnclosed) return
    report(file, 'math-unclosed', node.position?.start, 'This `$$` has no end: the formula is shown as text')
  })
}

function readHtmlAndFences(parent: Parent, source: string, found: FoundMath): void {
  const children = parent.children as RootContent[]
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!
    if (node.type === 'code' && node.lang === 'math') children[index] = mathOfFence(node, source)
    else if (node.type === 'html') {
      const parts = splitHtml(node, source, found)
      children.splice(index, 1, ...parts)
      index += parts.length - 1
    } else if ('children' in node) readHtmlAndFences(node, source, found)
  }
}

function mathOfFence(node: Code, source: string): RootContent {
  const first = (node.position?.start.line ?? 0) + 1
  const lines = source.split(/\r\n|\n|\r/)
  const points = node.value.split('\n').map((text, index): Point => {
    const line = first + index
    return { line, column: Math.max(0, (lines[line - 1] ?? '').indexOf(text)) + 1 }
  })
  return {
    type: 'math',
    value: node.value,
    meta: null,
    position: node.position,
    data: { ...node.data, lines: points },
  }
}

/** Takes the formulas out of a piece of raw HTML; the pieces between stay raw. */
function splitHtml(node: Html, source: string, found: FoundMath): RootContent[] {
  const start = node.position?.start
  const end = node.position?.end.offset
  if (start?.offset === undefined || end === undefined || source.slice(start.offset, end) !== node.value)
    return [node]
  if (node.value.startsWith('<!--')) return [node]
  const parts: RootContent[] = []
  const piece = (from: number, to: number) => ({
    value: source.slice(from, to),
    position: { start: pointAt(source, start, from), end: pointAt(source, start, to) },
  })
  let at = start.offset
  for (let offset = at; offset < end; offset++) {
    const formula = found.formulas.get(offset)
    if (!formula || formula.end > end) continue
    if (formula.start > at) parts.push({ type: 'html', ...piece(at, formula.start) })
    parts.push(inlineMath(formula, source, start))
    at = formula.end
    offset = formula.end - 1
  }
  if (parts.length === 0) return [node]
  if (at < end) parts.push({ type: 'html', ...piece(at, end) })
  return parts
}

function inlineMath(formula: FoundFormula, source: string, from: Point): RootContent {
  const raw = source.slice(formula.contentStart, formula.contentEnd)
  const value = raw.trim().replace(/\r\n?/g, '\n')
  let at = formula.contentStart + (raw.length - raw.trimStart().length)
  const lines = value.split('\n').map((text) => {
    const point = pointAt(source, from, at)
    at += text.length
    at += source.startsWith('\r\n', at) ? 2 : 1
    return point
  })
  return {
    type: 'inlineMath',
    value,
    ...(formula.display ? { display: true } : {}),
    position: { start: pointAt(source, from, formula.start), end: pointAt(source, from, formula.end) },
    data: { lines },
  }
}

function pointAt(source: string, from: Point, offset: number): Point {
  const between = source.slice(from.offset!, offset).split(/\r\n|\n|\r/)
  const column = between.length > 1 ? 1 : from.column
  return { line: from.line + between.length - 1, column: column + between.at(-1)!.length, offset }
}
