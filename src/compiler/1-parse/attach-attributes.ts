/** Puts each `attributeList` onto what it describes. */
import type { ListItem, Parent, PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { mergeAttributes } from '../attributes.ts'
import type { AttributeList, Attributes, Span } from '../deck.ts'
import { report } from '../diagnostics.ts'
import { DEEPEST_TEXT } from './depth-bound.ts'

const carriers = new Set([
  'image',
  'link',
  'inlineCode',
  'inlineMath',
  'emphasis',
  'strong',
  'delete',
  'mark',
  'span',
])

/**
 * Directly after an image, link, code, formula, emphasis or `[span]` the list is that one's; at the end of a heading or
 * paragraph it is the block's (an image that stands alone takes it even after a space); anything else stays as
 * written. Reports `attribute-stray`.
 */
export function attachAttributes(parent: Parent, file: VFile): void {
  if (!parent.children.some((node) => node.type === 'attributeList')) return
  const block = ['heading', 'paragraph', 'definitionTerm'].includes(parent.type)
  const result: RootContent[] = []
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== 'attributeList' || attachInline(node, result, file)) {
      if (node.type !== 'attributeList') result.push(node)
    } else if (block && (parent.children.slice(index + 1).every(isNothing) || endsTitle(parent, index)))
      attachBlock(node, parent, result)
    else {
      report(file, 'attribute-stray', node, `\`${node.value}\` stands after nothing that it could describe`)
      result.push(node)
    }
  }
  parent.children = result
}

/** `> [!note] Title {.class}`, the body on the next line. */
function endsTitle(parent: Parent, index: number): boolean {
  const [first] = parent.children
  const after = parent.children[index + 1]
  if (first?.type !== 'text' || !/^\[![\w-]+\]/.test(first.value)) return false
  return (
    after?.type === 'text' &&
    /^[ \t]*\r?\n/.test(after.value) &&
    !parent.children.slice(0, index).some(hasBreak)
  )
}

function hasBreak(node: RootContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.includes('\n'))
}

/** A paragraph of attributes alone belongs to the block above it. Called on the parent of such paragraphs. */
export function attachLines(parent: Parent): void {
  const orphaned = (node: RootContent) =>
    node.type === 'paragraph' && node.children.length === 0 && node.data?.attributes
  if (parent.type === 'listItem') liftToItem(parent as ListItem)
  if (!parent.children.some(orphaned)) return
  const result: RootContent[] = []
  for (const node of parent.children) {
    const above = result.at(-1)
    if (orphaned(node) && above) give(above, node.data?.attributes as Attributes)
    else result.push(node)
  }
  parent.children = result
}

/** The attributes of a list item's first paragraph are the item's. */
function liftToItem(item: ListItem): void {
  const [first] = item.children
  if (first?.type !== 'paragraph' || !first.data?.attributes) return
  give(item, first.data.attributes)
  delete first.data.attributes
  if (first.children.length === 0) item.children.shift()
}

function attachInline(list: AttributeList, before: RootContent[], file: VFile): boolean {
  const previous = before.at(-1)
  if (!previous) return false
  if (carriers.has(previous.type)) {
    give(previous, list.attributes)
    return true
  }
  if (previous.type !== 'text' || !previous.value.endsWith(']')) return false
  return makeSpan(list, before, file)
}

/** How many spans stand in a span; more than may be in a list that was left as written for that. */
const depths = new WeakMap<RootContent, number>()

/** Turns `[…]` at the end of the siblings, whatever stands in it, into a `span`. */
function makeSpan(list: AttributeList, before: RootContent[], file: VFile): boolean {
  let depth = 0
  for (let index = before.length - 1; index >= 0; index--) {
    const node = before[index]
    // What holds such a list would stand deeper still.
    if (node && (depths.get(node) ?? 0) > DEEPEST_TEXT) return tooDeep(list, before, file)
    if (node?.type !== 'text') continue
    for (let at = node.value.length - 1; at >= 0; at--) {
      if (node.value[at] === ']') depth++
      if (node.value[at] !== '[' || --depth > 0) continue
      const deep = 1 + before.slice(index).reduce((most, one) => Math.max(most, depths.get(one) ?? 0), 0)
      if (deep > DEEPEST_TEXT) return tooDeep(list, before, file)
      const inside = before.splice(index) as PhrasingContent[]
      const head = node.value.slice(0, at)
      if (head !== '') before.push({ ...node, value: head })
      const first = inside[0] as { value: string }
      first.value = first.value.slice(at + 1)
      const last = inside.at(-1) as { value: string }
      last.value = last.value.slice(0, -1)
      const children = inside.filter((child) => child.type !== 'text' || child.value !== '')
      const span: Span = { type: 'span', children, position: list.position }
      give(span, list.attributes)
      depths.set(span, deep)
      before.push(span)
      return true
    }
  }
  return false
}

/** Leaves the list as it is written, and says so once. */
function tooDeep(list: AttributeList, before: RootContent[], file: VFile): true {
  if (!file.messages.some(({ ruleId }) => ruleId === 'nesting-deep'))
    report(file, 'nesting-deep', list, `More than ${DEEPEST_TEXT} spans stand in each other`)
  depths.set(list, DEEPEST_TEXT + 1)
  before.push(list)
  return true
}

function attachBlock(list: AttributeList, parent: Parent, before: RootContent[]): void {
  const last = before.at(-1)
  if (last?.type === 'text') {
    last.value = last.value.trimEnd()
    if (last.value === '') before.pop()
  }
  const alone = before.length === 1 && before[0]?.type === 'image' ? before[0] : undefined
  give(alone ?? (parent as RootContent), list.attributes)
}

function give(node: RootContent, attributes: Attributes): void {
  node.data = { ...node.data, attributes: mergeAttributes(node.data?.attributes, attributes) }
}

function isNothing(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
