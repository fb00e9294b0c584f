/** Puts `data.attributes` and `data.fragment` of any node onto the element that its handler gave. */
import type { Element, ElementContent } from 'hast'
import type { Data } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Node } from 'unist'
import { placeOfAttribute } from '../attribute-place.ts'
import { checkValue, specOf } from '../attribute-spec.ts'
import { bareWords } from '../attributes.ts'
import {
  blockAttributes,
  codeAttributes,
  htmlAttributes,
  isFreeAttribute,
  sizeAttributes,
} from '../known-attributes.ts'
import { directionOf } from '../direction.ts'
import { didYouMean } from '../suggest.ts'
import { contextOf } from './state.ts'

type Rendered = ElementContent | ElementContent[] | undefined

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
    setDirection(element, values, state)
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
  const spec = specOf(blockAttributes, key)
  if (key === 'style') addStyle(element, value)
  else if (isFreeAttribute(key)) element.properties[key] = value
  else if (!spec) {
    if (!bareWords.includes(key as never)) reportUnknown(key, node, state)
  } else {
    const checked = checkValue(key, value, spec)
    if ('reason' in checked) {
      const { report, file } = contextOf(state)
      report('attribute-value', placeOfAttribute(file, node, key), checked.reason, { fix: checked.fix })
    } else if (key in sizeAttributes) {
      addStyle(element, `${key}:${/^[\d.]+$/.test(value) ? `${value}px` : value}`)
    } else if (key in htmlAttributes && !(spec.type === 'flag' && value === 'false')) {
      element.properties[key] = value
    }
  }
}

/** What is in another language runs its way. */
function setDirection(element: Element, { lang, dir }: Record<string, string>, state: State): void {
  if (lang && dir === undefined && directionOf(lang) !== contextOf(state).facts.dir)
    element.properties.dir = directionOf(lang)
}

function reportUnknown(key: string, node: Node, state: State): void {
  const { report, file } = contextOf(state)
  const own = node.type === 'code' ? codeAttributes : {}
  const fix = didYouMean(
    key,
    Object.keys({ ...own, ...blockAttributes }),
    'Remove it, or write `data-…` for one of your own.',
  )
  report('attribute-unknown', placeOfAttribute(file, node, key), `Unknown attribute \`${key}\``, { fix })
}

function addStyle(element: Element, style: string): void {
  const before = element.properties.style
  element.properties.style = before ? `${String(before).replace(/;\s*$/, '')};${style}` : style
}
