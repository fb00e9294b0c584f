/** `::figure{src=figures/NAME.ts}`: what a module beside the deck draws. */
import type { PhrasingContent, RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Attributes, Container, Drawing, Figure, LeafDirective } from '../deck.ts'
import type { Directive } from './directive.ts'

/** Attributes that place the figure; every other one is an option for the module. */
const PLACING = new Set('width height top right bottom left style lang dir effect'.split(' '))

const NO_MODULE = '`figure` names no module in `src=`'

/**
 * Becomes a `figure` around a `drawing`; content, label or `caption=` is its caption. Attributes that are neither its
 * own nor generic are the module's options. `index=` says where the drawing's steps begin. Reports `figure-missing`.
 */
export const figure: Directive = {
  name: 'figure',
  kinds: ['leaf', 'container'],
  ownLabel: true,
  what: 'A drawing that a module makes at build time; in a container, the content is its caption.',
  otherAttributes: 'An option for the module',
  attributes: {
    src: { type: 'string', what: 'The module, relative to the deck: `figures/NAME.ts`' },
    caption: { type: 'string', what: 'The caption' },
    index: { type: 'number', what: 'The step of the slide with which its first step comes' },
  },
  run(node, _slide, context) {
    const { src = '', caption, ...values } = node.attributes.values
    if (src === '' && node.type === 'container') return contentOnly(node, context)
    const { placing, options } = divide(values)
    // A figure that comes as a whole takes the index for itself.
    const whole = node.attributes.classes.includes('fragment')
    const { index, ...others } = placing
    const own: Attributes = { classes: [], values: index === undefined || whole ? {} : { index } }
    const drawing: Drawing = {
      type: 'drawing',
      src,
      options,
      position: node.position,
      data: { attributes: own },
    }
    if (src === '') {
      context.report('figure-missing', node, NO_MODULE)
      drawing.problem = NO_MODULE
    }
    const result: Figure = {
      type: 'figure',
      children: [drawing],
      caption: captionOf(node, caption),
      position: node.position,
      data: { attributes: { ...node.attributes, values: whole ? placing : others } },
    }
    return [result]
  },
}

/** `::: {.figure}` is a class that other programs write; all else without a module is a mistake, its content shown. */
function contentOnly({ attributes, children, position }: Container, context: Context): RootContent[] {
  const isClass = attributes.classes.includes('figure')
  if (!isClass) context.report('figure-missing', position, NO_MODULE)
  const shown = isClass ? attributes : { ...attributes, values: {} }
  return [{ type: 'box', children, position, data: { attributes: shown } }]
}

function divide(values: Record<string, string>): {
  placing: Record<string, string>
  options: Record<string, string>
} {
  const isPlacing = (key: string): boolean =>
    PLACING.has(key) || key === 'index' || /^(?:data|aria)-/.test(key)
  const entries = Object.entries(values)
  return {
    placing: Object.fromEntries(entries.filter(([key]) => isPlacing(key))),
    options: Object.fromEntries(entries.filter(([key]) => !isPlacing(key))),
  }
}

/** The content's paragraphs, one a line; else the label; else `caption=`. */
function captionOf(node: Container | LeafDirective, written: string | undefined): PhrasingContent[] {
  const label = node.type === 'container' ? node.label : node.children
  const content = node.type === 'container' ? node.children : []
  const lines = content.flatMap((child): PhrasingContent[] => [
    { type: 'break' },
    ...(child.type === 'paragraph' ? child.children : [child as PhrasingContent]),
  ])
  if (lines.length > 0) return lines.slice(1)
  if (label.length > 0) return label
  return written ? [{ type: 'text', value: written, position: node.position }] : []
}
