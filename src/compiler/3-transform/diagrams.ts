/** ` ```mermaid `: diagrams drawn at build time, in the theme's type and colours. */
import type { Code, RootContent } from 'mdast'
import { mergeAttributes, noAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Attributes, Deck, Drawing, Figure } from '../deck.ts'
import { hashText } from '../hash.ts'
import { inlineSvg } from '../inline-svg.ts'
import { stages } from '../stages.ts'
import { flows, replaceNodes, slidesOf } from '../walk.ts'
import { readFenceInfo } from './fence-info.ts'

/** What the library draws; of Mermaid's other kinds it knows nothing. */
const KINDS =
  /^(?:graph|flowchart|stateDiagram(?:-v2)?|sequenceDiagram|classDiagram|erDiagram|xychart(?:-beta)?)\b/
/** Size of the type in the drawing, and how far it may grow or shrink on the slide; below, it is told. */
const TYPE = 13
const LARGEST = 2.1
const SMALLEST_TYPE = 18
/** What a drawing has at most beside a heading, as a share of the stage. */
const ROOM = { width: 0.88, height: 0.66 }

/**
 * Puts a figure with a drawing in place of each ` ```mermaid {#fig-x caption="…"} `. The text of `accTitle:` or the caption names
 * it, `accDescr:` or else the source is its text twin. Reports `diagram-kind` (it stays code), `diagram-syntax` and
 * `diagram-small`.
 */
export async function diagrams(deck: Deck, context: Context): Promise<void> {
  for (const slide of slidesOf(deck)) {
    let count = 0
    const fences: Code[] = []
    for (const flow of flows(slide)) {
      replaceNodes(flow, (node) => {
        if (node.type === 'code' && /^(?:\{?\.?mermaid\b|\{mermaid\})/i.test(node.lang ?? ''))
          fences.push(node)
        return undefined
      })
    }
    for (const fence of fences) {
      const prefix = `m${hashText(`${slide.slug} ${count++}`).slice(-7)}-`
      const drawn = await draw(fence, prefix, context)
      if (drawn)
        for (const flow of flows(slide)) replaceNodes(flow, (node) => (node === fence ? [drawn] : undefined))
    }
  }
}

async function draw(fence: Code, prefix: string, context: Context): Promise<RootContent | undefined> {
  const source = withoutHead(fence.value)
  if (!KINDS.test(source)) {
    const kind = /^\S+/.exec(source)?.[0] ?? ''
    context.report('diagram-kind', fence, `Diagrams of the kind \`${kind}\` are not drawn`)
    return undefined
  }
  const { renderMermaidSVG } = await import('beautiful-mermaid')
  let svg: string
  try {
    svg = renderMermaidSVG(source, { transparent: true, padding: 4, nodeSpacing: 22, layerSpacing: 34 })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    context.report('diagram-syntax', fence, `The diagram cannot be read: ${reason}`)
    return undefined
  }
  const attributes = mergeAttributes(
    fence.data?.attributes,
    readFenceInfo(`x ${fence.meta ?? ''}`).attributes ?? noAttributes(),
  )
  const { caption = '', ...values } = attributes.values
  const title = said('accTitle', fence.value) || caption || 'Diagram'
  const inline = inlineSvg(plain(svg), {
    prefix,
    title,
    about: {
      id: 'svg',
      role: 'img',
      'aria-labelledby': `${prefix}title`,
      'aria-describedby': `${prefix}text`,
    },
    steps: false,
  })
  if (!inline) return undefined
  const drawing: Drawing = {
    type: 'drawing',
    src: '',
    options: {},
    position: fence.position,
    drawn: { prefix, title, svg: inline.html, description: said('accDescr', fence.value) || source },
  }
  return figure(drawing, caption, sized({ ...attributes, values }, svg, fence, context), fence)
}

function figure(drawing: Drawing, caption: string, attributes: Attributes, { position, data }: Code): Figure {
  return {
    type: 'figure',
    children: [drawing],
    caption: caption === '' ? [] : [{ type: 'text', value: caption, position }],
    position,
    data: { ...(data?.fragment && { fragment: data.fragment }), attributes },
  }
}

/** The figure as wide as its type is large, unless its author says how wide. */
function sized(attributes: Attributes, svg: string, fence: Code, context: Context): Attributes {
  const [width = 1, height = 1] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  const { width: stageWidth, height: stageHeight } = stages[context.facts.aspectRatio]
  const scale = Math.min(LARGEST, (stageWidth * ROOM.width) / width, (stageHeight * ROOM.height) / height)
  const size = Math.round(TYPE * scale)
  if (size < SMALLEST_TYPE) {
    context.report('diagram-small', fence, `The diagram is so large that its type comes out at ${size} px`)
  }
  const classes = [...attributes.classes, 'diagram']
  if ('width' in attributes.values) return { ...attributes, classes }
  return { ...attributes, classes, values: { ...attributes.values, width: `${Math.round(width * scale)}px` } }
}

/** Without the library's own colours and its font from the network: those are the theme's. */
function plain(svg: string): string {
  return svg.replace(/<style>[^]*?<\/style>/g, '').replace(/^(<svg\b[^>]*?) style="[^"]*"/, '$1')
}

/** Without front matter, directives and comments, which may stand before a diagram's kind. */
function withoutHead(source: string): string {
  return source
    .replace(/^\s*---\n[^]*?\n---\n/, '')
    .replace(/^\s*%%.*$/gm, '')
    .replace(/^\s*acc(?:Title|Descr)\s*:.*$/gm, '')
    .replace(/^\s*accDescr\s*\{[^}]*\}/gm, '')
    .trim()
}

function said(key: 'accTitle' | 'accDescr', source: string): string {
  const match = new RegExp(`^\\s*${key}\\s*(?::\\s*(.+)|\\{([^}]*)\\})`, 'm').exec(source)
  return (match?.[1] ?? match?.[2] ?? '').trim()
}
