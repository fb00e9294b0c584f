/** Makes slides of the parts of one: heading, steps, notes and footnotes go with their content. */
import type { Data, FootnoteDefinition, RootContent } from 'mdast'
import type { Node, Parent } from 'unist'
import '../block-data.ts'
import type { Footnotes, Notes, Slide } from '../deck.ts'
import { greatest } from '../greatest.ts'

/** What is not dealt out: it stands at the head or the foot of every part. */
export interface Frame {
  heading: RootContent | undefined
  furniture: RootContent[]
  footnotes: Footnotes[]
  body: RootContent[]
}

export function frameOf(slide: Slide): Frame {
  const [first, ...rest] = slide.children
  const heading = first?.type === 'heading' ? first : undefined
  const others = heading ? rest : slide.children
  const furniture = others.filter(isFurniture)
  const footnotes = others.filter((node): node is Footnotes => node.type === 'footnotes')
  const body = others.filter((node) => node.type !== 'footnotes' && !isFurniture(node))
  return { heading, furniture, footnotes, body }
}

function isFurniture(node: RootContent): boolean {
  const names = node.type === 'box' ? node.data?.hProperties?.className : undefined
  return Array.isArray(names) && names.includes('furniture')
}

/** The footnotes that `nodes` cite. */
export function footnotesOf(nodes: readonly RootContent[], all: readonly Footnotes[]): Footnotes[] {
  if (all.length === 0) return []
  const cited = new Set<string>()
  for (const node of nodes)
    everyNode(node, (one) => {
      const id = one.type === 'footnoteReference' ? one.data?.footnote?.id : undefined
      if (id !== undefined) cited.add(id)
    })
  return all.flatMap((foot) => {
    const children = foot.children.filter((one) =>
      cited.has((one as FootnoteDefinition).data?.footnote?.id ?? ''),
    )
    return children.length > 0 ? [{ ...foot, children }] : []
  })
}

/** The slides; `name` gives the slug of the part with a number from 2. */
export function slidesOfParts(
  slide: Slide,
  frame: Frame,
  pages: readonly RootContent[][],
  name: (part: number) => string,
): Slide[] {
  const count = pages.length
  const stepOf: Map<number, { part: number; step: number }> = new Map()
  const parts = pages.map((page, index): Slide => {
    const number = index + 1
    const heading = frame.heading && headingOf(frame.heading, number, count)
    const foot = footnotesOf(page, frame.footnotes)
    renumberNotes(page, foot)
    const children = [
      ...(heading ? [heading] : []),
      ...page,
      ...foot,
      ...(index === 0 ? frame.furniture : structuredClone(frame.furniture)),
    ]
    const order = renumberSteps(children)
    for (const [before, after] of order) stepOf.set(before, { part: index, step: after })
    return {
      ...slide,
      slug: index === 0 ? slide.slug : name(number),
      title: slide.title === '' ? '' : `${slide.title} (${number}/${count})`,
      depth: index === 0 ? slide.depth : 2,
      layout:
        index > 0 && /^(?:section|image-left|image-right)$/.test(slide.layout) ? 'default' : slide.layout,
      attributes: index === 0 ? slide.attributes : withoutId(slide.attributes),
      position:
        index === 0 ? slide.position : (page.find((node) => node.position)?.position ?? slide.position),
      children,
      notes: [],
      steps: new Set(order.values()).size,
    }
  })
  dealNotes(slide.notes, parts, stepOf)
  return parts
}

function withoutId({ classes, values }: Slide['attributes']): Slide['attributes'] {
  return { classes, values }
}

function headingOf(node: RootContent, number: number, count: number): RootContent {
  const heading = structuredClone(node) as RootContent & Parent
  heading.children.push({ type: 'text', value: ` (${number}/${count})` } as never)
  if (number > 1) {
    if (heading.type === 'heading' && heading.depth === 1) heading.depth = 2
    if (heading.data) {
      delete heading.data.fragment
    }
  }
  return heading
}

/** Every node below and `node` itself, titles and captions too. */
function everyNode(node: Node, visit: (node: RootContent) => void): void {
  visit(node as RootContent)
  const lists = node as Partial<Record<'children' | 'title' | 'caption', Node[]>>
  for (const list of [lists.title, lists.children, lists.caption])
    if (Array.isArray(list)) for (const child of list) everyNode(child, visit)
}

const HTML_INDEX = /data-fragment-index="(\d+)"/g

/** Steps of a part count from 0 again; gives the new place of each old one. */
function renumberSteps(nodes: readonly RootContent[]): Map<number, number> {
  const used = new Set<number>()
  const all: RootContent[] = []
  for (const node of nodes)
    everyNode(node, (one) => {
      all.push(one)
      if (one.data?.fragment) used.add(one.data.fragment.index)
      if (one.data?.steps)
        for (let step = 0; step < one.data.steps.count; step++) used.add(one.data.steps.first + step)
      if (one.type === 'html') for (const [, index] of one.value.matchAll(HTML_INDEX)) used.add(Number(index))
    })
  const order = new Map([...used].toSorted((a, b) => a - b).map((before, after) => [before, after]))
  for (const one of new Set(all)) {
    const { fragment, steps } = one.data ?? {}
    if (fragment) one.data = { ...one.data, fragment: { ...fragment, index: order.get(fragment.index)! } }
    if (steps) one.data = { ...one.data, steps: { ...steps, first: order.get(steps.first) ?? 0 } }
    if (one.type === 'html' && one.value.includes('data-fragment-index'))
      one.value = one.value.replace(
        HTML_INDEX,
        (_, index) => `data-fragment-index="${order.get(Number(index))}"`,
      )
  }
  return order
}

/** Footnotes count from 1 on each slide. */
function renumberNotes(page: readonly RootContent[], foot: readonly Footnotes[]): void {
  const numbers = new Map<string, number>()
  for (const { children } of foot)
    for (const one of children as FootnoteDefinition[])
      if (one.data?.footnote) numbers.set(one.data.footnote.id, numbers.size + 1)
  if (numbers.size === 0) return
  for (const node of [...page, ...foot])
    everyNode(node, (one) => {
      const footnote = (one.data as Data | undefined)?.footnote
      const number = footnote && numbers.get(footnote.id)
      if (number !== undefined) one.data = { ...one.data, footnote: { ...footnote!, number } } as Data
    })
}

/**
 * Notes for a step go where the step is; notes written between two blocks go with the one before them; what is said of
 * the whole slide, at its end or beginning, goes with the first part.
 */
function dealNotes(
  notes: readonly Notes[],
  parts: readonly Slide[],
  stepOf: ReadonlyMap<number, { part: number; step: number }>,
): void {
  const offsets = parts.map(({ children }, index) => (index === 0 ? 0 : startOf(children)))
  const last = greatest(parts.at(-1)!.children.map((node) => node.position?.end.offset ?? 0))
  for (const note of notes) {
    const at = note.position?.start.offset ?? Infinity
    const inside =
      at < last
        ? Math.max(
            0,
            offsets.findLastIndex((offset) => offset !== undefined && offset <= at),
          )
        : 0
    const pieces = parts.map((): RootContent[] => [])
    for (const child of note.children) {
      const properties = child.data?.hProperties
      const index = properties?.dataFragmentIndex
      const place = index === undefined ? undefined : stepOf.get(Number(index))
      if (place)
        child.data = { ...child.data, hProperties: { ...properties, dataFragmentIndex: String(place.step) } }
      pieces[place?.part ?? inside]!.push(child)
    }
    for (const [index, children] of pieces.entries())
      if (children.length > 0) parts[index]!.notes.push({ ...note, children })
  }
}

function startOf(children: readonly RootContent[]): number | undefined {
  return children.find((node) => node.type !== 'heading' && node.position)?.position?.start.offset
}
