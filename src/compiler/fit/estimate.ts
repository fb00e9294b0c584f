/** How high the content of a slide will stand on its stage, told from its HTML without a browser. */
import { blockHeight, codeWidth, flow } from './blocks.ts'
import { elements, has, readHtml, type Tag } from './html.ts'
import { anyOf, isHidden, type Type } from './inline.ts'
import type { ThemeMetrics } from './metrics.ts'

export interface StageSize {
  width: number
  height: number
}

export interface Estimate {
  /** Height of the content with pictures as small as they may be, in px. */
  height: number
  /** What the stage has for it. */
  room: number
}

/** What `layout` and the author's classes do to the room of a slide. */
function boxOf(
  classes: string,
  metrics: ThemeMetrics,
  stage: StageSize,
): { width: number; height: number; type: number } {
  const { edge, edgeTop, edgeBottom } = metrics
  const height = stage.height - edgeTop - edgeBottom
  const sides = (left: number, right = left) => stage.width - edge * (left + right)
  if (/ layout-title /.test(classes)) return { width: sides(1.25), height, type: 1 }
  if (/ layout-(?:statement|quote) /.test(classes)) return { width: sides(2), height, type: 1 }
  if (/ section-opener /.test(classes)) return { width: sides(1.5), height, type: 1 }
  return { width: sides(1), height, type: 1 }
}

/** `scale` is that of the type: 1 is the theme's own. */
export function estimate(
  html: string,
  classes: string,
  metrics: ThemeMetrics,
  stage: StageSize,
  scale = 1,
): Estimate {
  return estimateTree(readHtml(html), ` ${classes} `, metrics, stage, scale)
}

export function estimateTree(
  tree: Tag,
  classes: string,
  metrics: ThemeMetrics,
  stage: StageSize,
  scale = 1,
): Estimate {
  const box = boxOf(classes, metrics, stage)
  const size = metrics.type * scale
  const type: Type = { metrics, size, line: metrics.line, font: 'text' }
  const gap = metrics.gap * size
  const media = anyOf(tree, (tag) => has(tag, 'layout-media'))
  const width =
    media && / layout-image-(?:left|right) /.test(classes) ? stage.width / 2 - 1.75 * metrics.edge : box.width
  let height = flow(grouped(tree), type, width, 'slide', () => gap)
  const first = elements(tree).find((tag) => !isHidden(tag))
  if (first && /^h[12]$/.test(first.name)) {
    if (elements(tree).some((tag) => tag !== first && !isHidden(tag)))
      height += 0.15 * size * metrics.typeHeading
  }
  return { height, room: box.height }
}

/** Text and inline elements between blocks make boxes of their own in a slide, as in every flex box. */
function grouped(tree: Tag): Tag {
  return {
    ...tree,
    children: tree.children.filter((child) => typeof child !== 'string' || child.trim() !== ''),
  }
}

/** The widest fence of the slide. */
export function widestCode(html: string, metrics: ThemeMetrics): number {
  let widest = 0
  const type: Type = { metrics, size: metrics.type, line: metrics.line, font: 'code' }
  anyOf(readHtml(html), (tag) => {
    if (tag.name === 'pre') widest = Math.max(widest, codeWidth(tag, type))
    return false
  })
  return widest
}

export { blockHeight }
