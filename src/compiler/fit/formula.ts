/** The size of a formula, read from the HTML that KaTeX gives: heights stand in its struts, widths are added up. */
import { elements, has, NO_CLASSES, styleOf, type Tag } from './html.ts'

export interface FormulaSize {
  /** In em of the formula's own type. */
  width: number
  /** Above and below the baseline. */
  above: number
  below: number
  /** Widths of the pieces between which a line may end. */
  pieces: number[]
}

/** KaTeX's sizes, `size1` to `size11`. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]
/** Widths of KaTeX's fonts by kind of character, in em. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[=+<>≤≥≈≡∼≃≅∝−×÷±∓∈∉⊂⊆⊃∪∩∧∨⊕⊗⇒→←↔↦∀∃∇≠≪≫⟹⟺]/, 0.778],
  [/[a-z0-9\u{1D44E}-\u{1D467}]/u, 0.5],
  [/[A-Z\u{1D434}-\u{1D44D}]/u, 0.72],
  [/[α-ωϵϕϑϱϖ]/, 0.56],
  [/[Α-Ω∂]/, 0.68],
  [/[()[\]{}|.,;:!'′∣]/, 0.33],
  [/[∑∏∫∮⋃⋂]/, 1],
  [/[⋯…⋮⋱]/, 1.1],
  [/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFF60]/, 1],
  [/[\u200b-\u200f\u2061-\u2064]/, 0],
]

/** KaTeX's names with the prefix that newer versions give some of them, and without. */
const BASE = / (?:katex-)?(?:base|tag) /
const STRUT = / (?:katex-)?strut /
const NO_WIDTH = / (?:(?:katex-)?strut|pstrut|vlist-s) /

/** A slide is measured at several sizes, and its formulas are the same at all of them. */
const known = new WeakMap<Tag, FormulaSize>()

/** The size of a `.katex` tag. */
export function formulaSize(katex: Tag): FormulaSize {
  let size = known.get(katex)
  if (!size) known.set(katex, (size = sizeOf(katex)))
  return size
}

function sizeOf(katex: Tag): FormulaSize {
  const size: FormulaSize = { width: 0, above: 0, below: 0, pieces: [] }
  for (const base of bases(katex)) {
    const strut = elements(base).find(({ classes }) => STRUT.test(classes))
    const below = -em(strut && styleOf(strut, 'vertical-align'))
    const height = em(strut && styleOf(strut, 'height'))
    size.above = Math.max(size.above, height - below)
    size.below = Math.max(size.below, below)
    const width = widthOf(base)
    size.pieces.push(width)
    size.width += width
  }
  return size
}

function bases(tag: Tag): Tag[] {
  if (BASE.test(tag.classes)) return [tag]
  return elements(tag).flatMap(bases)
}

function widthOf(tag: Tag): number {
  if (tag.classes !== NO_CLASSES) {
    if (NO_WIDTH.test(tag.classes)) return 0
    if (has(tag, 'nulldelimiter')) return 0.12
  }
  if (tag.name === 'svg') return 0
  const sides =
    em(styleOf(tag, 'margin-left')) + em(styleOf(tag, 'margin-right')) + em(styleOf(tag, 'padding-left'))
  const written = styleOf(tag, 'width') ?? styleOf(tag, 'min-width')
  const scale = scaleOf(tag)
  if (written !== undefined && written.endsWith('em')) return (sides + em(written)) * scale
  return (sides + contentWidth(tag)) * scale
}

function contentWidth(tag: Tag): number {
  if (has(tag, 'vlist-t')) {
    // Rows stand over each other; the second row of the table only takes room below.
    const rows = elements(elements(tag)[0] ?? tag).flatMap(elements)
    return Math.max(0, ...rows.map(widthOf))
  }
  let width = 0
  for (const child of tag.children)
    width += typeof child === 'string' ? charactersWidth(child) : widthOf(child)
  return width
}

function charactersWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

const widths = new Map<string, number>()

function characterWidth(character: string): number {
  let width = widths.get(character)
  if (width === undefined) {
    width = WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 0.55
    widths.set(character, width)
  }
  return width
}

function scaleOf(tag: Tag): number {
  if (!tag.classes.includes('reset-size')) return 1
  const match = /reset-size(\d+) size(\d+)/.exec(tag.classes)
  return match ? (SIZES[Number(match[2]) - 1] ?? 1) / (SIZES[Number(match[1]) - 1] ?? 1) : 1
}

function em(value: string | undefined): number {
  return value?.endsWith('em') ? Number.parseFloat(value) || 0 : 0
}
