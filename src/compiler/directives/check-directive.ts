/** The one place where a directive is held against its declaration. */
import { placeOfAttribute } from '../attribute-place.ts'
import { checkValue, howToWrite, specOf } from '../attribute-spec.ts'
import type { Context } from '../context.ts'
import type { Container, LeafDirective, Slide } from '../deck.ts'
import { blockAttributes, isFreeAttribute } from '../known-attributes.ts'
import { didYouMean } from '../suggest.ts'
import type { Directive } from './directive.ts'

type Written = Container | LeafDirective

/** `:::name` or `::name` */
export function spelled(name: string, kind: 'container' | 'leaf'): string {
  return `${kind === 'container' ? ':::' : '::'}${name}`
}

/**
 * Checks kind and attributes. What does not fit is taken off, so that `run` sees only what it declared; defaults are
 * put in. False where the directive cannot run. Reports `directive-kind`, `attribute-unknown`, `attribute-value`,
 * `attribute-missing`.
 */
export function checkDirective(node: Written, directive: Directive, context: Context): boolean {
  const kind = node.type === 'container' ? 'container' : 'leaf'
  if (!directive.kinds.includes(kind)) {
    const [right] = directive.kinds as ['container' | 'leaf']
    const fix =
      right === 'leaf'
        ? `Write \`${spelled(node.name, 'leaf')}{…}\` on a line of its own, without an end.`
        : `Write \`${spelled(node.name, 'container')}\`, its content, and \`:::\`.`
    const noun = right === 'leaf' ? 'has no content' : 'needs content'
    context.report('directive-kind', node, `\`${node.name}\` ${noun}`, { fix })
    return false
  }
  const { attributes: own = {} } = directive
  const values: Record<string, string> = {}
  for (const [key, value] of Object.entries(node.attributes.values)) {
    const spec = specOf(own, key)
    if (!spec) {
      if (isAllowed(key, directive)) values[key] = value
      else reportUnknown(node, key, directive, context)
      continue
    }
    const checked = checkValue(key, value, spec)
    if ('value' in checked) values[key] = checked.value
    else {
      const place = placeOfAttribute(context.file, node, key)
      context.report('attribute-value', place, checked.reason, { fix: checked.fix })
    }
  }
  let runs = true
  for (const [key, spec] of Object.entries(own)) {
    if (spec.default !== undefined) values[key] ??= spec.default
    if (!spec.required || key in values) continue
    runs = false
    // A wrong value has its message already.
    if (key in node.attributes.values) continue
    const reason = `\`${spelled(node.name, kind)}\` needs \`${key}\`: ${spec.what}`
    context.report('attribute-missing', node, reason, { fix: howToWrite(key, spec) })
  }
  node.attributes = { ...node.attributes, values }
  return runs
}

function isAllowed(key: string, directive: Directive): boolean {
  return (
    directive.otherAttributes !== undefined ||
    specOf(blockAttributes, key) !== undefined ||
    isFreeAttribute(key)
  )
}

function reportUnknown(node: Written, key: string, directive: Directive, context: Context): void {
  const own = Object.keys(directive.attributes ?? {})
  const known = [...own, ...Object.keys(blockAttributes)]
  const kind = node.type === 'container' ? 'container' : 'leaf'
  const reason = `\`${spelled(node.name, kind)}\` has no attribute \`${key}\``
  const list = own.length > 0 ? `Its own are ${own.map((name) => `\`${name}\``).join(', ')}; write` : 'Write'
  const fix = didYouMean(key, known, `${list} \`data-${key}\` for one of yours.`)
  context.report('attribute-unknown', placeOfAttribute(context.file, node, key), reason, { fix })
}

/** Where it stands: `around` are the directives that it lies in, outermost first. Reports `directive-place`. */
export function checkPlace(
  node: Written,
  directive: Directive,
  around: readonly Directive[],
  slide: Slide,
  context: Context,
): void {
  const { within } = directive
  const kind = node.type === 'container' ? 'container' : 'leaf'
  const layout = slide.attributes.values.layout ?? ''
  const placed = around.some(({ name }) => within?.directives.includes(name))
  if (within && !placed && !within.layouts?.includes(layout)) {
    const homes = within.directives.map((name) => `\`:::${name}\``).join(' or ')
    const reason = `\`${spelled(node.name, kind)}\` stands outside of ${homes}`
    context.report('directive-place', node, reason, { fix: `Put it into ${homes}.` })
  }
  const parent = around.at(-1)
  if (!parent?.children || parent.children.includes(directive.name)) return
  const allowed = parent.children.map((name) => `\`:::${name}\``).join(' or ')
  const reason = `\`${spelled(node.name, kind)}\` stands directly in \`:::${parent.name}\``
  context.report('directive-place', node, reason, {
    fix: `\`:::${parent.name}\` holds ${allowed}: put it into one.`,
  })
}
