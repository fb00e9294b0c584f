/** What can be told from the source and its first tree: traps of Markdown, and the spellings of other tools. */
import type { Code, Definition, FootnoteDefinition, List, Root, RootContent } from 'mdast'
import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { walk } from '../walk.ts'
import { findForeign } from './find-foreign.ts'
import { plainLines } from './plain-lines.ts'

/**
 * Looks over the parsed deck. `body` is its source with the front matter blank. Reports `code-unclosed`, `list-indent`,
 * `list-tabs`, `key-duplicate` and `foreign-syntax`.
 */
export function lintSource(root: Root, body: string, file: VFile): void {
  lintBlocks(root, body, file)
  lintKeys(root, file)
  findForeign(plainLines(body, root), file)
}

function lintBlocks(parent: Parent, body: string, file: VFile): void {
  const nodes = parent.children as RootContent[]
  for (const [index, node] of nodes.entries()) {
    const above = nodes[index - 1]
    if (node.type === 'code') lintCode(node, above, body, file)
    else if (node.type === 'list') {
      if (parent.type !== 'listItem') lintTabs(node, body, file)
      if (above?.type === 'list') lintNesting(node, above, file)
    }
    if ('children' in node) lintBlocks(node as Parent, body, file)
  }
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+\S/

/** A fence that nothing closes, and a list or paragraph that became code by its indent. */
function lintCode(node: Code, above: RootContent | undefined, body: string, file: VFile): void {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  const source = body.slice(start.offset, end.offset)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence === undefined) {
    if (
      above?.type !== 'list' &&
      !node.value.split('\n').every((line) => line.trim() === '' || ITEM.test(line))
    )
      return
    report(file, 'list-indent', start, 'This is code: it is indented by four spaces or a tab', {
      fix: 'Take the spaces away, or indent it by as much as the text of the list item above it.',
    })
    return
  }
  const lines = source.split(/\r?\n/)
  const last = (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd()
  const closes = last.length >= fence.length && [...last].every((character) => character === fence[0])
  if (lines.length > 1 && closes) return
  report(file, 'code-unclosed', start, 'This code is never closed: all that follows is part of it', {
    fix: `Close it with a line of ${fence.length} ${fence[0] === '~' ? 'tildes' : 'backticks'}.`,
  })
}

/** Points under `1. text` that are indented, but by too little to belong to it. */
function lintNesting(node: List, above: List, file: VFile): void {
  const column = node.position?.start.column ?? 1
  const outer = above.position?.start.column ?? 1
  const item = above.children.at(-1)
  const text = item?.children[0]?.position?.start.column
  if (!above.ordered || node.ordered || column <= outer || text === undefined || column >= text) return
  const reason = `These points do not belong to the item above: they are indented by ${column - outer}`
  report(file, 'list-indent', node.position?.start, reason, { fix: `Indent them by ${text - outer}.` })
}

/** One list whose items are indented by tabs here and by spaces there. */
function lintTabs(node: List, body: string, file: VFile): void {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  let first: 'tab' | 'space' | undefined
  let offset = body.lastIndexOf('\n', start.offset - 1) + 1
  let line = start.line
  for (const text of body.slice(offset, end.offset).split('\n')) {
    const indent = /^([ \t]+)(?:[-*+]|\d+[.)])[ \t]/.exec(text)?.[1]
    const kind = indent?.includes('\t') ? 'tab' : indent ? 'space' : undefined
    first ??= kind
    if (kind && kind !== first) {
      const reason = `This item is indented by ${kind === 'tab' ? 'a tab' : 'spaces'}, those above by ${first}s`
      report(file, 'list-tabs', { line, column: 1, offset }, reason)
      return
    }
    offset += text.length + 1
    line++
  }
}

/** Two definitions of one name: CommonMark takes the first. */
function lintKeys(root: Root, file: VFile): void {
  const seen = new Map<string, Definition | FootnoteDefinition>()
  walk(root, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    const mark = node.type === 'definition' ? '' : '^'
    const key = mark + node.identifier
    const first = seen.get(key)
    if (!first) seen.set(key, node)
    else if (first.type !== 'definition' || node.type !== 'definition' || first.url !== node.url) {
      const reason = `\`[${mark}${node.label ?? node.identifier}]\` is defined twice; line ${first.position?.start.line} counts`
      report(file, 'key-duplicate', node, reason)
    }
  })
}
