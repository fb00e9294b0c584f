import type { Element, ElementContent } from 'hast'
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import type { Handler, State } from 'mdast-util-to-hast'
import type { Context } from '../../context.ts'
import { formulaOf, originOf, pointInFormula, type MathNode } from '../../tex.ts'
import { contextOf } from '../state.ts'
import { mathHtml, withFirstStep } from './math-html.ts'

/**
 * Set a display formula.
 *
 * Yields `<div class="math-display" id=…>KaTeX<span class="equation-number">(3)</span></div>`, the number where the
 * equation has a label. A formula that fails shows its source in
 * `<span class="math-error" title=…><code>…</code></span>` and reports `math-syntax` at the place inside it.
 */
export const math: Handler = (state: State, node: MathBlock): Element => displayed(state, node, 'div')

/** Set a formula inside text; `$$…$$` there is set like a block, in a `<span class="math-display">`. */
export const inlineMath: Handler = (state: State, node: InlineMath, parent): ElementContent => {
  const narrow = parent?.type === 'tableCell' || parent?.type === 'heading'
  if (node.display && !narrow) return displayed(state, node, 'span')
  const content = typeset(state, node, false)
  if (!node.data?.attributes && !node.data?.fragment) return content
  return { type: 'element', tagName: 'span', properties: { className: ['math-inline'] }, children: [content] }
}

function displayed(state: State, node: MathNode, tagName: 'div' | 'span'): Element {
  const { labels, number } = formulaOf(node)
  const children: ElementContent[] = [typeset(state, node, true)]
  if (number !== undefined) {
    const properties = { className: ['equation-number'] }
    children.push({
      type: 'element',
      tagName: 'span',
      properties,
      children: [{ type: 'text', value: number }],
    })
  }
  const id = node.data?.attributes?.id ?? labels[0]?.replace(/[^\p{L}\p{N}_-]+/gu, '-')
  return {
    type: 'element',
    tagName,
    properties: { className: ['math-display'], ...(id === undefined ? {} : { id }) },
    children,
  }
}

function typeset(state: State, node: MathNode, display: boolean): ElementContent {
  const context = contextOf(state)
  const formula = formulaOf(node)
  if (formula.error !== undefined) return failed(context, node, formula.error)
  const report: Context['report'] = (...message) => {
    if (!formula.quiet) context.report(...message)
  }
  const result = mathHtml(formula, node.value, display)
  if ('html' in result) {
    for (const command of result.denied) report('math-command', node, `\`${command}\` is not allowed here`)
    return context.trusted(withFirstStep(result.html, node.data?.steps?.first ?? 0))
  }

  const index = result.index === undefined ? 0 : originOf(formula.source, result.index)
  report('math-syntax', pointInFormula(node, Math.min(index, node.value.length)), result.error)
  return failed(context, node, result.error)
}

function failed(context: Context, node: MathNode, reason: string): ElementContent {
  const title = escape(reason).replaceAll('"', '&quot;')
  return context.trusted(
    `<span class="math-error" title="${title}"><code>${escape(node.value)}</code></span>`,
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
