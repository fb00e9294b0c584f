/** The lines of a deck that are prose to Lectern: those of code, formulas, comments and front matter are blank. */
import type { Root, RootContent } from 'mdast'
import { walk } from '../walk.ts'

export interface PlainLines {
  /** As written, by line from 0. */
  lines: readonly string[]
  /** The same with all that is no prose blank; places are kept. */
  prose: readonly string[]
  /** Comments: what they say and where they begin. */
  comments: readonly { text: string; offset: number }[]
  /** Where a line begins. */
  starts: readonly number[]
  /** Info lines of fences and where they begin. */
  fences: readonly { text: string; offset: number }[]
  /** Headings by depth, in order: where each begins. */
  headings: readonly { depth: number; offset: number }[]
}

const hidden = new Set(['code', 'inlineCode', 'math', 'inlineMath'])

/** `` `r nrow(cars)` `` is worked out by R; it is looked at like prose. */
function isRun(node: RootContent): boolean {
  return node.type === 'inlineCode' && /^r \S/.test(node.value)
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ')

/** `body` is the source with its front matter blank. */
export function plainLines(body: string, root: Root): PlainLines {
  const spans: [number, number][] = []
  const fences: { text: string; offset: number }[] = []
  const headings: { depth: number; offset: number }[] = []
  walk(root, (node) => {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from === undefined || to === undefined) return
    if (node.type === 'heading') headings.push({ depth: node.depth, offset: from })
    if (node.type === 'code') fences.push({ text: `${node.lang ?? ''} ${node.meta ?? ''}`, offset: from })
    if (hidden.has(node.type) && !isRun(node)) spans.push([from, to])
  })
  let prose = ''
  let at = 0
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (from < at) continue
    prose += body.slice(at, from) + blank(body.slice(from, to))
    at = to
  }
  prose += body.slice(at)
  const comments: { text: string; offset: number }[] = []
  prose = prose.replace(/<!--([\s\S]*?)-->/g, (whole: string, text: string, offset: number) => {
    comments.push({ text, offset })
    return blank(whole)
  })
  const starts = [0]
  for (let index = body.indexOf('\n'); index >= 0; index = body.indexOf('\n', index + 1))
    starts.push(index + 1)
  return { lines: splitLines(body), prose: splitLines(prose), comments, starts, fences, headings }
}

function splitLines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''))
}
