/** Runs the directives of every slide, innermost first. */
import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Container, Deck, LeafDirective, Slide } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { checkDirective, checkPlace, spelled } from './check-directive.ts'
import type { Directive } from './directive.ts'
import { directives } from './index.ts'

interface Run {
  byName: ReadonlyMap<string, Directive>
  slide: Slide
  context: Context
}

/**
 * Puts what each directive gives in its place. `added` are a project's own; they come after Lectern's, whose names they
 * cannot take. Reports `directive-unknown`, `directive-kind`, `directive-place` and wrong attributes; the content of
 * what cannot run stays.
 */
export function runDirectives(deck: Deck, context: Context, added: readonly Directive[] = []): void {
  const byName = new Map<string, Directive>()
  for (const directive of [...directives, ...added]) {
    for (const name of [directive.name, ...(directive.aliases ?? [])]) {
      if (!directive.plugin || !byName.has(name)) byName.set(name, directive)
      else reportTaken(name, directive, context)
    }
  }
  for (const section of deck.children) {
    for (const slide of section.children)
      slide.children = runAll(slide.children, [], { byName, slide, context })
  }
}

function reportTaken(name: string, { plugin }: Directive, context: Context): void {
  const reason = `The plugin \`${plugin}\` brings a directive \`${name}\`, which is there already`
  context.report('plugin-failed', undefined, reason, { fix: 'Give it another name.' })
}

function runAll(nodes: RootContent[], around: readonly Directive[], run: Run): RootContent[] {
  let result: RootContent[] | undefined
  for (const [index, node] of nodes.entries()) {
    const written = node.type === 'container' || node.type === 'leafDirective' ? node : undefined
    const directive = written && run.byName.get(written.name)
    if (written && directive) checkPlace(written, directive, around, run.slide, run.context)
    if ('children' in node && node.type !== 'leafDirective') {
      const inner = directive ? [...around, directive] : around
      node.children = runAll(node.children as RootContent[], inner, run) as never
    }
    const replaced = written && runOne(written, directive, run)
    if (replaced && !result) result = nodes.slice(0, index)
    if (result) result.push(...(replaced ?? [node]))
  }
  return result ?? nodes
}

function runOne(node: Container | LeafDirective, directive: Directive | undefined, run: Run): RootContent[] {
  const { context } = run
  if (!directive) return [unknown(node, run)]
  if (!checkDirective(node, directive, context)) return asWritten(node, context)
  if (node.type === 'container' && !directive.ownLabel && node.label.length > 0) {
    node.children.unshift({
      type: 'paragraph',
      children: node.label,
      data: { hProperties: { className: ['label'] } },
    })
  }
  try {
    return directive.run(node, run.slide, context)
  } catch (cause) {
    const { plugin } = directive
    const reason = plugin
      ? `The plugin \`${plugin}\` failed in its directive \`${node.name}\`: ${String(cause)}`
      : `The directive \`${node.name}\` failed: ${String(cause)}`
    context.report(plugin ? 'plugin-failed' : 'internal', node, reason, { cause })
    return asWritten(node, context)
  }
}

/** What stands in place of a directive that cannot run: a container's content, a leaf's line. */
function asWritten(node: Container | LeafDirective, context: Context): RootContent[] {
  node.data = { ...node.data, attributes: node.attributes }
  if (node.type === 'container') return [node]
  const { start, end } = node.position ?? {}
  const line = String(context.file.value).slice(start?.offset ?? 0, end?.offset ?? 0)
  const value = line || spelled(node.name, 'leaf')
  return [{ type: 'paragraph', children: [{ type: 'inlineCode', value }], position: node.position }]
}

function unknown(node: Container | LeafDirective, { byName, context }: Run): RootContent {
  node.data = { ...node.data, attributes: node.attributes }
  if (node.type === 'container' && (node.name === 'div' || node.attributes.classes.includes(node.name)))
    return node
  const name = spelled(node.name, node.type === 'container' ? 'container' : 'leaf')
  context.report('directive-unknown', node, `Unknown directive \`${name}\``, {
    fix: didYouMean(
      node.name,
      [...byName.keys()],
      'Correct the name, or write `::: {.name}` for a class of your own.',
    ),
  })
  return node
}
