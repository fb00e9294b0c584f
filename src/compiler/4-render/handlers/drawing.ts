import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { State } from 'mdast-util-to-hast'
import type { Drawing, Drawn } from '../../deck.ts'
import { STEP_MARK } from '../../inline-svg.ts'
import { contextOf } from '../state.ts'
import { controlsHtml } from './figure-controls.ts'

/**
 * Set a drawing, inside its figure.
 *
 * Yields `<svg role="img" aria-labelledby>` with its steps as fragments, and after it, where there is a text twin,
 * `<div class="figure-twin visually-hidden">` with `<p>` and `<table>`; then its controls, where it has some. What went
 * wrong is shown in a box instead.
 */
export function drawing(state: State, node: Drawing): ElementContent[] {
  const { drawn } = node
  if (!drawn) {
    const value = (node.problem ?? node.src).replaceAll('`', '')
    return [element('p', ['figure-problem'], [{ type: 'text', value }])]
  }
  const first = node.data?.steps?.first ?? 0
  const svgOf = ({ svg }: Drawn): string =>
    svg.replace(STEP_MARK, (_, rank: string) => `"${first + Number(rank)}"`)
  const content: ElementContent[] = [contextOf(state).trusted(svgOf(drawn)), ...twin(drawn)]
  if (drawn.controls) {
    const { list, states } = drawn.controls
    const htmlOf = (one: Drawn): string => svgOf(one) + toHtml(twin(one))
    const html = controlsHtml(drawn.prefix, drawn.title, list, states.map(htmlOf), htmlOf(drawn))
    content.push(contextOf(state).trusted(html))
  }
  return content
}

function twin({ prefix, description, table }: Drawn): Element[] {
  const children: Element[] = []
  if (description !== '') {
    const text = element('p', [], [{ type: 'text', value: description }])
    text.properties.id = `${prefix}text`
    children.push(text)
  }
  if (table) {
    const row = (tagName: string, cells: readonly (string | number)[]): Element =>
      element(
        'tr',
        [],
        cells.map((cell) => element(tagName, [], [{ type: 'text', value: String(cell) }])),
      )
    const head = element('thead', [], [row('th', table.columns)])
    const body = element(
      'tbody',
      [],
      table.rows.map((cells) => row('td', cells)),
    )
    const data = element('table', ['figure-data'], [head, body])
    Object.assign(data.properties, { id: `${prefix}table`, ariaLabelledBy: [`${prefix}title`] })
    children.push(data)
  }
  return children.length > 0 ? [element('div', ['figure-twin', 'visually-hidden'], children)] : []
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: className.length > 0 ? { className } : {}, children }
}
