/** Runs the directives of every slide, innermost first. */
import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Container, Deck, LeafDirective, Slide } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import type { Directive } from './directive.ts'
import { directives } from './index.ts'

const byName = new Map<string, Directive>()
for (const directive of directives) {
  for (const name of [directive.name, ...(directive.aliases ?? [])]) byName.set(name, directive)
}

/** Puts what each directive gives in its place. Reports `directive-unknown`; the content of an unknown one stays. */
export function runDirectives(deck: Deck, context: Context): void {
  for (const section of deck.children) {
    for (const slide of section.children) slide.children = runAll(slide.children, slide, context)
  }
}

function runAll(nodes: RootContent[], slide: Slide, context: Context): RootContent[] {
  let result: RootContent[] | undefined
  for (const [index, node] of nodes.entries()) {
    if ('children' in node && node.type !== 'leafDirective') {
      node.children = runAll(node.children as RootContent[], slide, context) as never
    }
    const replaced =
      node.type === 'container' || node.type === 'leafDirective' ? runOne(node, slide, context) : undefined
    if (replaced && !result) result = nodes.slice(0, index)
    if (result) result.push(...(replaced ?? [node]))
  }
  return result ?? nodes
}

function runOne(node: Container | LeafDirective, slide: Slide, context: Context): RootContent[] {
  const directive = byName.get(node.name)
  const kind = node.type === 'container' ? 'container' : 'leaf'
  if (directive?.kinds.includes(kind)) {
    if (node.type === 'container' && !directive.ownLabel && node.label.length > 0) {
      node.children.unshift({
        type: 'paragraph',
        children: node.label,
        data: { hProperties: { className: ['label'] } },
      })
    }
    try {
      return directive.run(node, slide, context)
    } catch (cause) {
      context.report('internal', node, `The directive \`${node.name}\` failed: ${String(cause)}`, { cause })
      return [node]
    }
  }
  return [unknown(node, context)]
}

function unknown(node: Container | LeafDirective, context: Context): RootContent {
  node.data = { ...node.data, attributes: node.attributes }
  if (node.type === 'container' && (node.name === 'div' || node.attributes.classes.includes(node.name)))
    return node
  const known = [...byName.keys()]
  const mark = node.type === 'container' ? ':::' : '::'
  context.report('directive-unknown', node, `Unknown directive \`${mark}${node.name}\``, {
    fix: didYouMean(node.name, known, 'Correct the name, or write `::: {.name}` for a class of your own.'),
  })
  return node
}
