/** What a Markdown source says, found in two ways: by a plain remark parse, and line by line without any parser. */
import type { Nodes, Parents, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { remarkHtmlLine } from '../../src/compiler/1-parse/html-line.ts'
import { remarkIndentedBlock } from '../../src/compiler/1-parse/indented-block.ts'
import { remarkLecternMath } from '../../src/compiler/1-parse/math.ts'
import { lettersOf } from './compiled-text.ts'

export interface SourceItem {
  kind: 'heading' | 'list item' | 'formula' | 'code' | 'line'
  line: number
  text: string
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkLecternMath)
  .use(remarkHtmlLine)
  .use(remarkIndentedBlock)
  .freeze()

/** Headings, list items, formulas and code blocks; text in pieces between references, citations and HTML. */
export function parsedItems(source: string): SourceItem[] {
  const items: SourceItem[] = []
  visit(processor.parse(withoutAttributes(withoutFrontMatter(source))) as Root, undefined, items)
  return items
}

function visit(node: Nodes, kind: 'heading' | 'list item' | undefined, items: SourceItem[]): void {
  const line = node.position?.start.line ?? 0
  if (node.type === 'code') items.push(...codeLines(node.value, line))
  else if (node.type === 'math' || node.type === 'inlineMath') {
    if (!/\\(?:re)?newcommand|\\def(?![a-z])|\\DeclareMath/.test(node.value))
      items.push({ kind: 'formula', line, text: node.value })
  } else if (kind && (node.type === 'text' || node.type === 'inlineCode')) {
    for (const text of pieces(node.value)) items.push({ kind, line, text })
  }
  if (!('children' in node)) return
  const inner = node.type === 'heading' ? 'heading' : node.type === 'paragraph' && kind ? kind : undefined
  for (const child of (node as Parents).children) {
    const next = node.type === 'listItem' ? 'list item' : (inner ?? (node.type === 'list' ? undefined : kind))
    visit(child as Nodes, next, items)
  }
}

/** Lines that look like headings, list items and fenced code, by nothing but their first characters. */
export function countedItems(source: string): SourceItem[] {
  const items: SourceItem[] = []
  let fence = ''
  withoutComments(withoutFrontMatter(source))
    .split(/\r\n|\n|\r/)
    .forEach((text, index) => {
      const line = index + 1
      const mark = /^\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1]
      if (fence !== '') {
        if (mark?.startsWith(fence)) fence = ''
        else if (lettersOf(text) !== '') items.push({ kind: 'code', line, text })
      } else if (mark) fence = mark
      else {
        const content = /^\s{0,3}#{1,6}\s+(.*)$|^\s*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(text)
        const longest = pieces(
          (content?.[1] ?? content?.[2] ?? '').replace(/`[^`]*`|\$[^$]*\$|\[[^\]]*\]\S*|<[^>]*>/g, '\n'),
        )
          .flatMap((piece) => piece.split(/[\n*_\\|&~=^{}[\]()<>:@]+/))
          .sort((a, b) => b.length - a.length)[0]
        if (longest !== undefined && lettersOf(longest) !== '')
          items.push({ kind: 'line', line, text: longest })
      }
    })
  return items
}

function codeLines(value: string, line: number): SourceItem[] {
  return value
    .split('\n')
    .map((text, index): SourceItem => ({ kind: 'code', line: line + 1 + index, text }))
    .filter(({ text }) => lettersOf(text) !== '')
}

/** Text without attribute lists, citations and the like, which are read and not shown. */
function pieces(text: string): string[] {
  return text
    .split(/\{[^{}]*\}|\[?-?@[\w:-]+[^\]\s]*\]?|::+\s*\w*|\[[^\]]*\]/)
    .filter((piece) => lettersOf(piece) !== '')
}

/** The same number of lines, so that places stay right. */
function withoutFrontMatter(source: string): string {
  return source
    .replace(/^\uFEFF/, '')
    .replace(/^---[ \t]*\r?\n[^]*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, (head) =>
      /^---[ \t]*\r?\n(?:\s*#.*\r?\n|\s*\n)*\s*[\w$.'"-]+[\w .-]*:/.test(head)
        ? head.replace(/[^\r\n]/g, '')
        : head,
    )
}

/** Attributes of headings, whose URLs GFM would read as links. */
function withoutAttributes(source: string): string {
  return source.replace(/^(\s*#{1,6}[ \t].*?)[ \t]*\{[^{}\r\n]*[.#=][^{}\r\n]*\}[ \t]*$/gm, '$1')
}

function withoutComments(source: string): string {
  return source.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ''))
}
