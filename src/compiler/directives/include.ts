/** `::include{file=part.md}` where it could not be followed; one that could is gone before anything is parsed. */
import type { Directive } from './directive.ts'

/**
 * Stays to be seen as it is written. Reports `include-missing`, `include-circle`, `include-lines` and `include-place`;
 * `../include.ts` puts parts in their place.
 */
export const include: Directive = {
  name: 'include',
  kinds: ['leaf'],
  what: 'Puts another file, or lines of it, in its place',
  attributes: {
    file: { type: 'path', required: true, what: 'The part, relative to this file: `parts/proofs.md`' },
    lines: { type: 'string', what: 'The lines that are meant: `3-10,15-`' },
  },
  run(node, _slide, context) {
    const line = node.position?.start.line ?? 0
    const { problems } = context.included
    const problem = problems.get(line)
    if (problem)
      context.report(problem.rule, node, problem.reason, { ...(problem.fix && { fix: problem.fix }) })
    else if (!problems.has(line))
      context.report('include-place', node, '`::include` stands inside another block')
    const { file, lines } = node.attributes.values
    const value = `::include{file=${file}${lines === undefined ? '' : ` lines=${lines}`}}`
    return [{ type: 'paragraph', children: [{ type: 'inlineCode', value }], position: node.position }]
  },
}
