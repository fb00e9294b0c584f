/** Which elements stand in lines, which are not in the flow, and which are below another. */
import { elements, has, NO_CLASSES, styleOf, type Tag } from './html.ts'

/** Elements that stand in a line. */
const INLINE = new Set(
  'a abbr b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr button'.split(
    ' ',
  ),
)

/** Whether a node of a block is set in its lines. */
export function isInline(node: Tag | string): boolean {
  if (typeof node === 'string') return true
  if (has(node, 'math-display') || has(node, 'katex-display')) return false
  return INLINE.has(node.name) && !/^(?:block|flex|grid)$/.test(styleOf(node, 'display') ?? '')
}

const HIDDEN =
  / (?:notes|furniture|visually-hidden|katex-mathml|hover-card|step-marker|layout-media|sr-only|figure-twin|figure-controls|quiz-mark) /

const UNSEEN = new Set(['script', 'style', 'template', 'title'])

/** What is not in the flow of the slide. */
export function isHidden(tag: Tag): boolean {
  if (tag.classes !== NO_CLASSES) {
    if (HIDDEN.test(tag.classes)) return true
    // What is not there to be placed is told where it was written.
    if (has(tag, 'absolute') && !has(tag, 'asset-missing')) return true
  }
  if (UNSEEN.has(tag.name)) return true
  const { style } = tag.attributes
  if (style === undefined || tag.name === 'aside') return false
  return /(?:display\s*:\s*none|position\s*:\s*(?:absolute|fixed))/i.test(style)
}

/** Every element below `tag`, itself included. */
export function anyOf(tag: Tag, test: (tag: Tag) => boolean): boolean {
  return test(tag) || elements(tag).some((child) => anyOf(child, test))
}

/** The elements below `tag`, itself included, for which `test` holds. */
export function allOf(tag: Tag, test: (tag: Tag) => boolean): Tag[] {
  const inner = elements(tag).flatMap((child) => allOf(child, test))
  return test(tag) ? [tag, ...inner] : inner
}
