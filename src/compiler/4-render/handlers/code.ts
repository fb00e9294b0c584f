import type { Element, ElementContent } from 'hast'
import type { Code } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import '../../block-data.ts'
import { classes, MORPH_ATTRIBUTE, PART_ATTRIBUTE } from '../../../shared/markup.ts'
import { contextOf } from '../state.ts'
import { greatest } from '../../greatest.ts'

/**
 * Set a fence.
 *
 * Yields `<div class="code-block" data-lang="ts"><div class="code-title">a.ts</div><pre tabindex="0"><code>` with one
 * `<span class="line">` a line. With line steps the block carries the first state in `data-lines`, and one hidden
 * `<span class="step-marker fragment" data-fragment-index data-lines>` follows for each further one.
 */
export function code(state: State, node: Code): Element {
  const data = node.data?.code
  const text = node.value
  const html =
    data?.html ?? `<span class="${classes.line}">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</span>`
  const numbers = data?.lineNumbers ?? false
  const children: ElementContent[] = []
  if (data?.title) {
    const title = tag('div', ['code-title'], [{ type: 'text', value: data.title }])
    if (data.morph) title.properties[PART_ATTRIBUTE] = `${data.morph}-title`
    children.push(title)
  }
  const start = data && data.startFrom !== 1 ? ` style="--first-line:${data.startFrom - 1}"` : ''
  children.push(contextOf(state).trusted(`<pre tabindex="0"${start}><code>${html}</code></pre>`))
  const steps = data?.steps ?? []
  const first = node.data?.steps?.first ?? 0
  for (const [index, lines] of steps.slice(1).entries()) {
    const marker = tag('span', [classes.step, classes.fragment], [])
    Object.assign(marker.properties, {
      dataFragmentIndex: String(first + index),
      dataLines: lines,
      ariaHidden: 'true',
    })
    children.push(marker)
  }
  const lit = / line-on"/.test(html) ? ['has-lit-lines'] : []
  const element = tag(
    'div',
    [classes.code, ...(numbers ? ['line-numbers'] : []), ...lit, ...(data?.marks ?? [])],
    children,
  )
  const columns = columnsOf(text)
  if (columns > FEW_COLUMNS) element.properties.style = `--columns:${columns}`
  if (data?.language) element.properties.dataLang = data.language
  if (steps.length > 0) element.properties.dataLines = steps[0]
  if (data?.morph) element.properties[MORPH_ATTRIBUTE] = String(data.morph)
  state.patch(node, element)
  return element
}

/** Lines up to this length fit a column of half the stage. */
const FEW_COLUMNS = 32

/** Length of the longest line in letters; those of Chinese and Japanese are wider. */
function columnsOf(text: string): number {
  const lengths = text
    .split('\n')
    .map((line) =>
      [...line].reduce(
        (sum, letter) =>
          sum +
          (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(letter)
            ? 1.67
            : letter === '\t'
              ? 2
              : 1),
        0,
      ),
    )
  return Math.ceil(greatest(lengths))
}

function tag(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className }, children }
}
