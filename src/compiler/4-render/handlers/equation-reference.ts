import type { ElementContent } from 'hast'
import type { Handler, State } from 'mdast-util-to-hast'
import type { EquationReference } from '../../deck.ts'

/**
 * Link to a numbered equation: `\eqref{x}` in text yields `<a class="equation-reference" href="#SLUG">(3)</a>`.
 * An unknown label shows as it was written.
 */
export const equationReference: Handler = (_state: State, node: EquationReference): ElementContent => {
  if (node.number === undefined || node.slug === undefined) {
    const source = `\\${node.bare ? 'ref' : 'eqref'}{${node.label}}`
    const children: ElementContent[] = [{ type: 'text', value: source }]
    return { type: 'element', tagName: 'code', properties: { className: ['reference-error'] }, children }
  }
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['equation-reference'], href: `#${node.slug}` },
    children: [{ type: 'text', value: node.number }],
  }
}
