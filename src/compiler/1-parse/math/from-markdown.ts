/** Turns the tokens of `mathSyntax` into mdast-util-math's `math` and `inlineMath`, and into references. */
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Point } from 'unist'
import type { MathNode } from '../../tex.ts'
import { parseAttributes } from '../../attributes.ts'

/** Gives the mdast extension that goes with `mathSyntax`. */
export function mathFromMarkdown(): Extension {
  const state = { lines: [] as string[], points: [] as Point[] }
  const reset = () => {
    state.lines = []
    state.points = []
  }
  return {
    enter: {
      mathBlock(token) {
        reset()
        this.enter({ type: 'math', meta: null, value: '', data: {} }, token)
      },
      mathInline(token) {
        reset()
        const display = /^(?:\$\$|\\[[b])/.test(this.sliceSerialize(token).slice(0, 2))
        this.enter({ type: 'inlineMath', value: '', ...(display ? { display } : {}), data: {} }, token)
      },
      mathUnclosed(token) {
        this.enter({ type: 'text', value: '$$', data: { mathUnclosed: true } }, token)
      },
      mathReference(token) {
        const text = this.sliceSerialize(token)
        const label = text.slice(text.indexOf('{') + 1, -1).trim()
        const bare = text.startsWith('\\ref')
        this.enter({ type: 'equationReference', label, ...(bare ? { bare } : {}) }, token)
      },
    },
    exit: {
      mathBlock: exitMath,
      mathInline: exitMath,
      mathUnclosed: exit,
      mathReference: exit,
      mathLine(token) {
        const text = this.sliceSerialize(token)
        // A blank line inside a formula has no token: its place in `lines` follows from the line numbers.
        const { line } = token.start
        const first = state.points[0]?.line ?? line
        while (state.lines.length < line - first) {
          state.points.push({ line: first + state.lines.length, column: 1 })
          state.lines.push('')
        }
        state.lines.push(text)
        const { column, offset } = token.start
        state.points.push({ line, column, offset })
      },
      mathAttributes(token) {
        const node = this.stack.at(-1) as MathNode
        const attributes = parseAttributes(this.sliceSerialize(token))
        if (attributes) node.data!.attributes = attributes
      },
    },
  }

  function exitMath(this: CompileContext, token: Token): undefined {
    const node = this.stack.at(-1) as MathNode
    const inCell = (this.data as { inTable?: boolean }).inTable === true
    let { lines, points } = state
    const first = lines.findIndex((line) => line.trim() !== '')
    const last = lines.findLastIndex((line) => line.trim() !== '')
    lines = lines.slice(Math.max(first, 0), last + 1)
    points = points.slice(Math.max(first, 0), last + 1)
    if (lines.length > 0) {
      const indent = lines[0]!.length - lines[0]!.trimStart().length
      lines[0] = lines[0]!.slice(indent)
      const { line, column, offset } = points[0]!
      points[0] = { line, column: column + indent, offset: (offset ?? 0) + indent }
      lines[lines.length - 1] = lines.at(-1)!.trimEnd()
    }
    // As in code: a bar inside a table cell is written `\|`.
    node.value = inCell ? lines.join('\n').replaceAll('\\|', '|') : lines.join('\n')
    node.data!.lines = points
    this.exit(token)
    reset()
  }
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
