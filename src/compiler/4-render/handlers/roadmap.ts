/** Draws a road: a figure with an ordered list, which is its own text twin. */
import type { Element, ElementContent } from 'hast'
import { toString } from 'mdast-util-to-string'
import type { PhrasingContent } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'
import { roadmapWordsIn } from '../../../shared/words/roadmap-words.ts'
import type { Roadmap, RoadmapStop } from '../../deck.ts'
import { columnsOf, planRoadmap, spotOf, type RoadmapPlan } from '../roadmap-plan.ts'
import { contextOf } from '../state.ts'

/**
 * Draw a roadmap.
 *
 * Yields `<figure class="roadmap" data-roadmap=ID data-stops=N style="--stops:N"><figcaption><ol><li class="roadmap-stop
 * fragment custom" data-fragment-index>…`: each stop has its line, its dot and its text (label, sublabel with its
 * `lang`, date). "You are here" carries `data-at`, `data-from` and `aria-current="step"`; its stops have a
 * `data-state` of past, here or ahead. Sizes are px at stage size.
 */
export const roadmap: Handler = (state: State, node: Roadmap): Element => {
  if (node.stops.length === 0) return missing(node)
  const plan = planRoadmap(node)
  const small = node.at !== undefined
  const style = [
    `--stops:${node.stops.length}`,
    `--rows:${plan.rows}`,
    `--columns:${columnsOf(plan)}`,
    `--label:${plan.label}px`,
    `--sublabel:${plan.sublabel}px`,
    `--date:${plan.date}px`,
  ]
  const className = ['roadmap', small ? 'roadmap-small' : 'roadmap-full']
  if (plan.alternate) className.push('roadmap-alternate')
  if (plan.rows > 1) className.push('roadmap-rows')
  return {
    type: 'element',
    tagName: 'figure',
    properties: {
      className,
      ...(node.named && { id: node.id }),
      'data-roadmap': node.id,
      'data-stops': String(node.stops.length),
      'data-id': `roadmap-${node.id}`,
      ...(small && { 'data-at': String(node.at), 'data-from': String(node.from ?? 0) }),
      style: style.join(';'),
    },
    children: [
      element('figcaption', 'visually-hidden', [{ type: 'text', value: captionOf(node, state) }]),
      {
        type: 'element',
        tagName: 'ol',
        properties: { className: ['roadmap-road'], role: 'list' },
        children: node.stops.map((stop, index) => drawStop(stop, index, node, plan, state)),
      },
    ],
  }
}

/** What was written, where it calls up a road that is not there. */
function missing(node: Roadmap): Element {
  const parts = [...(node.id === '' ? [] : [`#${node.id}`]), ...(node.recall ? [`at=${node.recall}`] : [])]
  const value = `::roadmap${parts.length > 0 ? `{${parts.join(' ')}}` : ''}`
  return element('p', 'roadmap-missing', [
    { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value }] },
  ])
}

function captionOf(node: Roadmap, state: State): string {
  const words = roadmapWordsIn(contextOf(state).facts.lang)
  const name = (stop: RoadmapStop | undefined) => toString(stop?.label ?? [])
  const total = node.stops.length
  if (node.at !== undefined)
    return fill(words.here, { at: String(node.at), n: String(total), name: name(node.stops[node.at - 1]) })
  return fill(words.road, { n: String(total), first: name(node.stops[0]), last: name(node.stops.at(-1)) })
}

function drawStop(stop: RoadmapStop, index: number, node: Roadmap, plan: RoadmapPlan, state: State): Element {
  const spot = spotOf(index, plan)
  const last = node.stops.length - 1
  const properties: Element['properties'] = {
    className: [
      'roadmap-stop',
      ...(spot.above ? ['roadmap-above'] : []),
      ...(spot.back ? ['roadmap-back'] : []),
      ...(spot.turn ? ['roadmap-turn'] : []),
      ...(spot.row === plan.rows ? ['roadmap-last-row'] : []),
      ...(plan.wide[index] && spot.column === 1 ? ['roadmap-edge-start'] : []),
      ...(plan.wide[index] && spot.column === plan.perRow ? ['roadmap-edge-end'] : []),
      ...(index === 0 ? ['roadmap-first'] : []),
      ...(plan.unbroken[index] ? ['roadmap-unbroken'] : []),
    ],
    'data-stop': String(index + 1),
    style: `--along:${last > 0 ? +(index / last).toFixed(3) : 0};--row:${spot.row};--column:${spot.column}`,
  }
  if (node.data?.steps) {
    ;(properties.className as string[]).push('fragment', 'custom')
    properties['data-fragment-index'] = String(node.data.steps.first + index)
  }
  if (node.at !== undefined) {
    const way = index + 1 - node.at
    properties['data-state'] = way < 0 ? 'past' : way > 0 ? 'ahead' : 'here'
    if (way === 0) properties.ariaCurrent = 'step'
  }
  const children: ElementContent[] = [
    decoration('roadmap-line'),
    decoration('roadmap-dot'),
    element('div', 'roadmap-text', textOf(stop, node, state)),
  ]
  return { type: 'element', tagName: 'li', properties, children }
}

function textOf(stop: RoadmapStop, node: Roadmap, state: State): ElementContent[] {
  const label = inline(stop.label, 'roadmap-label', state)
  if (stop.href !== '') {
    const properties = { href: stop.href, className: ['roadmap-link'] }
    label.children = [{ type: 'element', tagName: 'a', properties, children: label.children }]
  }
  const parts: ElementContent[] = [label]
  if (stop.sublabel.length > 0) parts.push(space(), inline(stop.sublabel, 'roadmap-sublabel', state))
  if (stop.date !== '')
    parts.push(space(), element('span', 'roadmap-date', [{ type: 'text', value: stop.date }]))
  if (stop.text.length > 0 && node.at === undefined) {
    const more = state.all({ type: 'root', children: stop.text } as never) as ElementContent[]
    parts.push(element('div', 'roadmap-more', more))
  }
  return parts
}

function inline(children: PhrasingContent[], name: string, state: State): Element {
  const content = (state.all({ type: 'paragraph', children } as never) as ElementContent[]).flatMap(keepWhole)
  const result = element('span', name, content)
  const language = languageOf(toString(children))
  const own = contextOf(state).facts.lang.split('-')[0]
  if (language && language !== own) result.properties.lang = language
  return result
}

/** Keeps names like `GPT-4o` and `in-context` on one line; after a slash the line may break. */
function keepWhole(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || !/[-/]/.test(node.value)) return [node]
  return node.value.split(/(\s+|(?<=\/))/).flatMap((piece): ElementContent[] => {
    if (piece === '') return [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }]
    const text: ElementContent = { type: 'text', value: piece }
    const whole = piece.includes('-') && (piece.length <= 12 || /-\d/.test(piece))
    return [whole ? element('span', 'roadmap-whole', [text]) : text]
  })
}

/** The language that a script gives away; Latin script gives none. */
function languageOf(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return undefined
}

function element(tagName: string, name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className: [name] }, children }
}

function decoration(name: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [name], ariaHidden: 'true' },
    children: [],
  }
}

function space(): ElementContent {
  return { type: 'text', value: ' ' }
}

function fill(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
