/** Counts the steps of each slide and gives everything that steps in its index. */
import { placeOfAttribute } from '../attribute-place.ts'
import type { RootContent } from 'mdast'
import type { Parent, Point, Position } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { slidesOf } from '../walk.ts'
import { htmlFragments } from './html-fragments.ts'
import { pauses } from './pauses.ts'
import type { Stepper } from './stepper.ts'

/** Reveal's classes for how a fragment comes, beside `fragment`. */
export const fragmentEffects: readonly string[] = [
  'fade-in',
  'fade-out',
  'fade-up',
  'fade-down',
  'fade-left',
  'fade-right',
  'fade-in-then-out',
  'fade-in-then-semi-out',
  'semi-fade-out',
  'current-visible',
  'grow',
  'shrink',
  'strike',
  'zoom-in',
  'custom',
  'disabled',
  'highlight-red',
  'highlight-green',
  'highlight-blue',
  'highlight-current-red',
  'highlight-current-green',
  'highlight-current-blue',
]

/**
 * By Reveal's rule: steps with an index come first, in its order, equal ones together; the others follow in document
 * order. The result counts from 0 without gaps. A block with `data.steps` takes as many as it has, from its own `index=` on
 * where it has one, so that a formula and the paragraphs about it can step together. Sets `slide.steps`.
 */
export function fragments(deck: Deck, context: Context): void {
  for (const slide of slidesOf(deck)) {
    pauses(slide)
    const steppers: Stepper[] = []
    collect(slide, steppers, new Map(), context)
    slide.steps = place(steppers)
  }
}

function collect(parent: Parent, steppers: Stepper[], groups: Map<number, object>, context: Context): void {
  for (const node of parent.children as RootContent[]) {
    takeClasses(node, context)
    const { fragment, steps } = node.data ?? {}
    if (fragment) {
      const { index } = fragment
      const set = (value: number) => void (fragment.index = value)
      if (index >= 0) steppers.push({ explicit: index, count: 1, set })
      // Below -1: a pause; all after the same one come together.
      else if (index < -1) {
        const group = groups.get(index) ?? {}
        groups.set(index, group)
        steppers.push({ group, count: 1, set })
      } else steppers.push({ count: 1, set })
    }
    if (steps) {
      const set = (value: number) => void (steps.first = value)
      steppers.push({ explicit: takeIndex(node), count: steps.count, set })
    }
    if (node.type === 'html') steppers.push(...htmlFragments(node, () => strayIndex(node.position, context)))
    if ('children' in node) collect(node as Parent, steppers, groups, context)
    if (node.type === 'figure')
      collect({ type: 'caption', children: node.caption }, steppers, groups, context)
  }
}

/**
 * `{.fragment .fade-up index=2}` becomes `data.fragment`. Reports `attribute-value`, and `attribute-stray` for Reveal's
 * index on what is no fragment: it goes, since it would be taken for a step of the slide.
 */
function takeClasses(node: RootContent, context: Context): void {
  const attributes = node.data?.attributes
  if (!attributes) return
  const { index, 'data-fragment-index': revealIndex, ...values } = attributes.values
  if (!attributes.classes.includes('fragment')) {
    if (revealIndex === undefined) return
    strayIndex(placeOfAttribute(context.file, node, 'data-fragment-index'), context)
    const kept = { ...values, ...(index !== undefined && { index }) }
    node.data = { ...node.data, attributes: { ...attributes, values: kept } }
    return
  }
  const written = index ?? revealIndex
  if (written !== undefined && !/^\d+$/.test(written)) {
    const key = index === undefined ? 'data-fragment-index' : 'index'
    const place = placeOfAttribute(context.file, node, key)
    context.report('attribute-value', place, `\`index=${written}\` is no number`, {
      fix: 'Count steps from 0: `index=2`.',
    })
  }
  const explicit = written !== undefined && /^\d+$/.test(written) ? Number(written) : -1
  const effects = attributes.classes.filter((name) => fragmentEffects.includes(name))
  const classes = attributes.classes.filter((name) => name !== 'fragment' && !fragmentEffects.includes(name))
  node.data = {
    ...node.data,
    attributes: { ...attributes, classes, values },
    fragment: { effects, index: explicit },
  }
}

function strayIndex(place: Point | Position | undefined, context: Context): void {
  context.report('attribute-stray', place, '`data-fragment-index` orders fragments, and this is none', {
    fix: 'Add the class `fragment`, or remove the index.',
  })
}

/** The `index=` of a block with steps of its own. */
function takeIndex(node: RootContent): number | undefined {
  const attributes = node.data?.attributes
  if (!/^\d+$/.test(attributes?.values.index ?? '')) return undefined
  const { index, ...values } = attributes!.values
  node.data = { ...node.data, attributes: { ...attributes!, values } }
  return Number(index)
}

function place(steppers: Stepper[]): number {
  const indices = steppers.flatMap(({ explicit, count }) =>
    explicit === undefined ? [] : Array.from({ length: count }, (_, step) => explicit + step),
  )
  const written = [...new Set(indices)].sort((a, b) => a - b)
  let next = written.length
  const placed = new Map<object, number>()
  for (const { explicit, group, count, set } of steppers) {
    if (explicit !== undefined) set(written.indexOf(explicit))
    else if (group && placed.has(group)) set(placed.get(group) as number)
    else {
      if (group) placed.set(group, next)
      set(next)
      next += count
    }
  }
  return next
}
