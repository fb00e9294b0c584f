/** Gives each slide its layout and sorts its content for it. */
import type { RootContent } from 'mdast'
import { placeOfAttribute } from '../attribute-place.ts'
import { boxOf } from '../box-of.ts'
import type { Context } from '../context.ts'
import type { Deck, Slide } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { slidesOf } from '../walk.ts'

export const layouts = [
  'default',
  'title',
  'section',
  'two-cols',
  'image-left',
  'image-right',
  'statement',
  'quote',
  'full',
  'center',
] as const

/**
 * `{layout=NAME}` on the slide's heading, as class `layout-NAME` of its section. A section's own slide is `section`
 * while it holds little more than its heading. `image-left` and `image-right` give the first image's block
 * the class `layout-media`; `two-cols` makes `div.columns` of what is written. Reports
 * `layout-unknown`.
 */
export function layout(deck: Deck, context: Context): void {
  for (const slide of slidesOf(deck)) {
    slide.layout = nameOf(slide, context)
    if (slide.layout === 'image-left' || slide.layout === 'image-right') markImage(slide)
    else if (slide.layout === 'two-cols') splitColumns(slide)
  }
}

function nameOf(slide: Slide, context: Context): string {
  const { layout: written, ...values } = slide.attributes.values
  slide.attributes.values = values
  if (written !== undefined) {
    if ((layouts as readonly string[]).includes(written)) return written
    const fix = didYouMean(written, layouts, `Layouts: ${layouts.join(', ')}.`)
    const place = placeOfAttribute(context.file, slide.children[0] ?? slide, 'layout')
    context.report('layout-unknown', place, `Unknown layout \`${written}\``, { fix })
  }
  if (slide.layout !== '') return slide.layout
  return slide.depth === 1 && slide.children.slice(1).every(isLight) && slide.children.length <= 4
    ? 'section'
    : 'default'
}

function isLight(node: RootContent): boolean {
  if (node.type === 'paragraph') return !node.children.some((child) => child.type === 'image')
  return node.type === 'definition' || node.type === 'footnoteDefinition'
}

/** The heading stays before everything: it spans both sides. */
function headAndRest(slide: Slide): { head: RootContent[]; rest: RootContent[] } {
  const heading = slide.children[0]?.type === 'heading' ? 1 : 0
  return { head: slide.children.slice(0, heading), rest: slide.children.slice(heading) }
}

/** The styles set this block beside all others. */
function markImage(slide: Slide): void {
  const media = slide.children.find(isImage)
  if (!media) return
  const className = media.data?.hProperties?.className
  const names = Array.isArray(className) ? className : []
  media.data = {
    ...media.data,
    hProperties: { ...media.data?.hProperties, className: [...names, 'layout-media'] },
  }
}

function splitColumns(slide: Slide): void {
  const { head, rest } = headAndRest(slide)
  if (rest.some((node) => isBox(node, 'columns'))) return
  if (rest.some((node) => isBox(node, 'column'))) {
    const columns = rest.filter((node) => isBox(node, 'column'))
    const first = rest.findIndex((node) => isBox(node, 'column'))
    const others = rest.slice(first).filter((node) => !isBox(node, 'column'))
    slide.children = [...head, ...rest.slice(0, first), boxOf('columns', columns), ...others]
    return
  }
  const rule = rest.findIndex((node) => node.type === 'thematicBreak')
  const media = rest.findIndex(
    (node) => isImage(node) || ['table', 'code', 'figure', 'math'].includes(node.type),
  )
  const sides =
    rule >= 0
      ? [rest.slice(0, rule), rest.slice(rule + 1)]
      : media >= 0
        ? [rest.filter((_, index) => index !== media), rest.slice(media, media + 1)]
        : undefined
  if (!sides) return
  slide.children = [
    ...head,
    boxOf(
      'columns',
      sides.map((side) => boxOf('column', side)),
    ),
  ]
}

function isBox(node: RootContent, name: string): boolean {
  const names = node.type === 'box' ? node.data?.hProperties?.className : undefined
  return Array.isArray(names) && names.includes(name)
}

function isImage(node: RootContent): boolean {
  if (node.type === 'figure')
    return node.children.some(
      (child) => child.type === 'image' || child.type === 'drawing' || isImage(child as RootContent),
    )
  if (node.type === 'html') return /^\s*<(?:img|figure|video)\b/i.test(node.value)
  if (node.type !== 'paragraph') return false
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return shown.length === 1 && shown[0]?.type === 'image'
}
