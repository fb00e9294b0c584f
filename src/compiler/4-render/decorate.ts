/** Puts `data.attributes` and `data.fragment` of any node onto the element that its handler gave. */
import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Node } from 'unist'
import { bareWords } from '../attributes.ts'
import { didYouMean } from '../suggest.ts'
import { contextOf } from './state.ts'

type Rendered = ElementContent | ElementContent[] | undefined

/** Values that become HTML attributes of the same name. */
const plain = new Set([
  'title',
  'lang',
  'dir',
  'role',
  'alt',
  'target',
  'rel',
  'controls',
  'autoplay',
  'loop',
  'muted',
  'poster',
  'start',
  'tabindex',
  'type',
  'loading',
  'download',
])

/** Lengths that become style; the last four place what is `.absolute`. */
const sizes = new Set(['width', 'height', 'top', 'right', 'bottom', 'left'])

/** Values that a handler or a transform reads by itself. */
const readElsewhere = new Set([
  ...bareWords,
  'index',
  'caption',
  'caption-position',
  'layout',
  'at',
  'lines',
  'name',
  'file',
  'src',
  'numbers',
  'label',
  'text',
  'id',
  'cols',
  'columns',
  'align',
  'effect',
])

/** Classes, id, size (`width=60%`, `width=400` in px), `style`, `data-*`, `aria-*`, and the step it comes in with. */
export function decorate(result: Rendered, node: Node, state: State): Rendered {
  const element = target(result)
  if (!element) return result
  const data = node.data as Data
  const names = classNames(element)
  if (data.attributes) {
    const { id, classes, values } = data.attributes
    if (id !== undefined) element.properties.id = id
    names.push(
      ...classes.filter((name) => !data.fragment || !['fragment', ...data.fragment.effects].includes(name)),
    )
    for (const [key, value] of Object.entries(values)) setValue(element, key, value, node, state)
  }
  if (data.fragment) {
    names.push('fragment', ...data.fragment.effects)
    element.properties['dataFragmentIndex'] = String(data.fragment.index)
  }
  if (names.length > 0) element.properties.className = [...new Set(names)]
  if (Array.isArray(result)) return result
  return element
}

/** The element to decorate; text on its own (an inline formula) gets a `<span>`. */
function target(result: Rendered): Element | undefined {
  if (!result) return undefined
  if (Array.isArray(result)) return result.find((child): child is Element => child.type === 'element')
  if (result.type === 'element') return result
  if (result.type === 'text') return { type: 'element', tagName: 'span', properties: {}, children: [result] }
  return undefined
}

function classNames(element: Element): string[] {
  const { className } = element.properties
  return Array.isArray(className) ? className.map(String) : typeof className === 'string' ? [className] : []
}

function setValue(element: Element, key: string, value: string, node: Node, state: State): void {
  if (sizes.has(key)) addStyle(element, `${key}:${/^\d+(?:\.\d+)?$/.test(value) ? `${value}px` : value}`)
  else if (key === 'style') addStyle(element, value)
  else if (/^(?:data|aria)-[\w-]+$/.test(key)) element.properties[key] = value
  else if (plain.has(key)) element.properties[key] = value
  else if (!readElsewhere.has(key)) {
    const known = [...sizes, 'style', ...plain, ...readElsewhere]
    contextOf(state).report('attribute-unknown', node, `Unknown attribute \`${key}\``, {
      fix: didYouMean(key, known, 'Remove it, or write `data-…` for one of your own.'),
    })
  }
}

function addStyle(element: Element, style: string): void {
  const before = element.properties.style
  element.properties.style = before ? `${String(before).replace(/;\s*$/, '')};${style}` : style
}
