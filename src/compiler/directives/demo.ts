/** `:::demo` … `:::`: Markdown beside what it becomes, out of one source; `::markdown`: that of a whole slide. */
import type { Code } from 'mdast'
import { boxOf } from '../box-of.ts'
import type { Directive } from './directive.ts'

/** `<div class="demo">` with the code, and `<div class="demo-result">`; `.below` sets one under the other. */
export const demo: Directive = {
  name: 'demo',
  kinds: ['container'],
  what: 'Shows Markdown beside what it becomes',
  run({ children, attributes, position }, _slide, context) {
    const lines = String(context.file.value).split('\n')
    const { start, end } = position ?? { start: { line: 0 }, end: { line: 0 } }
    // Without a closing fence the last line is content.
    const closed = /^\s*:{3,}\s*$/.test(lines[end.line - 1] ?? '')
    const code: Code = {
      type: 'code',
      lang: 'md',
      value: dedent(lines.slice(start.line, closed ? end.line - 1 : end.line)),
      position,
    }
    const result = boxOf('demo-result', children as never, { position })
    return [boxOf('demo', [code, result], { attributes, position })]
  },
}

/** `::markdown` or `::markdown{of=slug}`: leaves a fence whose text the transform `sources` fills in. */
export const markdown: Directive = {
  name: 'markdown',
  kinds: ['leaf'],
  what: 'Shows the Markdown of a slide',
  attributes: {
    of: {
      type: 'id',
      what: 'The slug of the slide; without it, the slide it stands on',
      example: 'my-slide',
    },
    lines: { type: 'string', what: 'The lines of it that are meant', example: '1-3' },
  },
  run({ attributes, position }) {
    const { of: slug = '', lines, ...values } = attributes.values
    const classes = ['markdown-source', ...attributes.classes]
    const data = { sourceOf: { slug, lines }, attributes: { ...attributes, classes, values } }
    return [{ type: 'code', lang: 'md', value: '', position, data }]
  },
}

/** Without the indent that all lines share, and without blank lines around. */
function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length)
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER)
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '')
}
