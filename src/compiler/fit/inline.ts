/** Breaks text into lines as a browser does, to know how high it stands. */
import { elements, has, styleOf, type Tag } from './html.ts'
import { formulaSize } from './formula.ts'
import { breaksAnywhere, textWidth, type FontName, type ThemeMetrics } from './metrics.ts'

/** What holds at a place of the slide; lengths in px. */
export interface Type {
  metrics: ThemeMetrics
  size: number
  /** Height of a line as a multiple of the size. */
  line: number
  font: FontName
  /** Factor of the space between items, rows and lines of code. */
  space: number
  /** Small words get no smaller than this, in px; 0 at the theme's own sizes. */
  floor: number
  /** Whether tables are of names, set small. */
  named?: boolean
  /** What else turns out on the way; one object for a whole slide. */
  found: { wide: boolean; formula: number }
}

/** A size of its own inside `type`, never less than what can be read. */
export function smaller(type: Type, factor: number): number {
  const size = factor * type.size
  return size < type.floor ? Math.max(size, Math.min(type.floor, type.size)) : size
}

/** A piece of a line that does not break. */
interface Atom {
  width: number
  kind: 'word' | 'space' | 'break'
  /** A formula or a picture, which goes over the edge rather than break. */
  whole?: true
  above: number
  below: number
}

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

/** Width and height of `nodes` set in lines of `width`; the width is that of one line without end. */
export function linesOf(
  nodes: readonly (Tag | string)[],
  type: Type,
  width: number,
): { width: number; height: number; longest: number } {
  const atoms: Atom[] = []
  collect(nodes, type, atoms)
  const strut = strutOf(type)
  let height = 0
  let used = 0
  let above = strut.above
  let below = strut.below
  let pending = 0
  let started = false
  let whole = 0
  let widest = 0
  let longest = 0
  const endLine = () => {
    height += above + below
    above = strut.above
    below = strut.below
    used = pending = 0
    started = false
  }
  for (const atom of atoms) {
    if (atom.kind === 'break') {
      endLine()
      widest = Math.max(widest, whole)
      whole = 0
      continue
    }
    if (atom.kind === 'space') {
      if (started) {
        pending = atom.width
        whole += atom.width
      }
      continue
    }
    whole += atom.width
    longest = Math.max(longest, atom.width)
    if (started && used + pending + atom.width > width + 0.5) endLine()
    above = Math.max(above, atom.above)
    below = Math.max(below, atom.below)
    used += pending + atom.width
    pending = 0
    started = true
    // A word longer than a line is broken anywhere.
    if (used > width + 0.5 && width > 0 && !atom.whole) {
      const more = Math.ceil(used / width) - 1
      used -= more * width
      height += more * (above + below)
    }
  }
  if (started) endLine()
  return { width: Math.max(widest, whole), height, longest }
}

function strutOf({ metrics, size, line, font }: Type): { above: number; below: number } {
  const { ascent, descent } = metrics[font]
  const lead = (line - ascent - descent) / 2
  return { above: (lead + ascent) * size, below: (lead + descent) * size }
}

function collect(nodes: readonly (Tag | string)[], type: Type, atoms: Atom[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') words(node, type, atoms)
    else element(node, type, atoms)
  }
}

function words(text: string, type: Type, atoms: Atom[]): void {
  const font = type.metrics[type.font]
  const strut = strutOf(type)
  for (const [part] of text.matchAll(/[ \t\n\r]+|[^ \t\n\r]+/g)) {
    if (part.trim() === '' && part[0] !== '\u00a0') {
      atoms.push({ ...strut, width: font.ascii[0]! * type.size, kind: 'space' })
      continue
    }
    for (const piece of pieces(part))
      atoms.push({ ...strut, width: textWidth(piece, font) * type.size, kind: 'word' })
  }
}

const CLOSING =
  /[\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\uFF09\u300D\u300F\u300B\u3011\u201D\u2019)\]},.;:!?]/

/** Where a word may break: after hyphens, and beside characters of Chinese and Japanese, but not before their stops. */
function pieces(word: string): string[] {
  if (/^[\x21-\x7e]*$/.test(word)) return word.split(/(?<=[a-zA-Z]-)(?=[a-zA-Z])/)
  const result: string[] = []
  let open = false
  for (const character of word) {
    const free = breaksAnywhere(character)
    if (result.length > 0 && (CLOSING.test(character) || (!free && open)))
      result[result.length - 1] += character
    else result.push(character)
    open = !free
  }
  return result
}

const SIZES: Readonly<Record<string, number>> = {
  sub: 0.7,
  sup: 0.7,
  code: 0.88,
  kbd: 0.88,
  samp: 0.88,
  small: 0.83,
  big: 1.2,
}

function element(tag: Tag, type: Type, atoms: Atom[]): void {
  if (isHidden(tag)) return
  if (tag.name === 'br') return void atoms.push({ width: 0, above: 0, below: 0, kind: 'break' })
  if (has(tag, 'katex')) return formula(tag, type, atoms)
  if (tag.name === 'img') return void atoms.push(picture(tag, type))
  if (tag.name === 'input')
    return void atoms.push({ ...strutOf(type), width: 1.25 * type.size, kind: 'word' })
  const inner = inlineType(tag, type)
  if (tag.name === 'sub' || tag.name === 'sup') {
    const before = atoms.length
    collect(tag.children, inner, atoms)
    // Their lines take no height.
    for (const atom of atoms.slice(before)) atom.above = atom.below = 0
    return
  }
  if (has(tag, 'dotted')) {
    const before = atoms.length
    collect(tag.children, inner, atoms)
    // Dots stand over each letter, in a line of their own at half the size.
    for (const atom of atoms.slice(before)) atom.above += 0.74 * inner.size
    return
  }
  const code = tag.name === 'code' || tag.name === 'kbd'
  if (code) pad(atoms, 0.28 * inner.size)
  const before = atoms.length
  collect(tag.children, inner, atoms)
  if (code && atoms.length > before) atoms.at(-1)!.width += 0.28 * inner.size
}

function pad(atoms: Atom[], width: number): void {
  const last = atoms.at(-1)
  if (last?.kind === 'word') last.width += width
  else if (last?.kind === 'space') last.width += width
}

function inlineType(tag: Tag, type: Type): Type {
  const scale = (SIZES[tag.name] ?? 1) * classScale(tag) * sizeScale(tag, type.size)
  const font: FontName =
    tag.name === 'code' || tag.name === 'kbd' || tag.name === 'samp'
      ? 'code'
      : (tag.name === 'strong' || tag.name === 'b') && type.font === 'text'
        ? 'bold'
        : type.font
  if (has(tag, 'large')) return { ...type, size: type.size * scale, font: 'heading', line: 1 }
  return { ...type, size: type.size * scale, font }
}

/** What the author's own words for size do. */
export function classScale(tag: Tag): number {
  if (tag.classes === '  ') return 1
  if (has(tag, 'small')) return 0.85
  if (has(tag, 'smaller')) return 0.78
  if (has(tag, 'lead')) return 1.12
  if (has(tag, 'large')) return 1.7
  if (has(tag, 'source') || has(tag, 'quiz-feedback')) return 0.8
  if (has(tag, 'quiz-hint')) return 0.85
  return 1
}

/** `font-size` of the tag's own style, as a factor. */
export function sizeScale(tag: Tag, size: number): number {
  const written = styleOf(tag, 'font-size')
  if (written === undefined) return 1
  const number = Number.parseFloat(written)
  if (!Number.isFinite(number))
    return { small: 0.83, smaller: 0.83, large: 1.2, larger: 1.2, 'x-large': 1.5 }[written] ?? 1
  if (written.endsWith('px')) return number / size
  if (written.endsWith('%')) return number / 100
  if (written.endsWith('pt')) return (number * 4) / 3 / size
  return written.endsWith('em') ? number : 1
}

function formula(tag: Tag, type: Type, atoms: Atom[]): void {
  const size = 1.08 * type.size
  const { above, below, pieces: parts } = formulaSize(tag)
  for (const width of parts)
    atoms.push({
      width: width * size,
      above: Math.max(above, 0.85) * size,
      below: Math.max(below, 0.25) * size,
      kind: 'word',
      whole: true,
    })
}

function picture(tag: Tag, type: Type): Atom {
  const { width, height } = pictureSize(tag, type, 1128)
  return { width, above: height, below: 0, kind: 'word', whole: true }
}

/** The size at which a picture would stand where nothing hinders it, no wider than `room`. */
export function pictureSize(tag: Tag, type: Type, room: number): { width: number; height: number } {
  const natural = {
    width: px(tag.attributes.width, room, type) ?? 0,
    height: px(tag.attributes.height, 606, type) ?? 0,
  }
  const styled = px(styleOf(tag, 'width'), room, type)
  const high = px(styleOf(tag, 'height'), 606, type)
  const ratio = natural.width > 0 && natural.height > 0 ? natural.height / natural.width : 0.6
  let width =
    styled ?? (high !== undefined && natural.width > 0 ? high / ratio : natural.width || Math.min(room, 300))
  width = Math.min(width, room)
  const height = high ?? (natural.width > 0 || styled !== undefined ? width * ratio : natural.height || 150)
  return { width, height }
}

/** A CSS length in px. */
export function px(value: string | undefined, whole: number, type: Type): number | undefined {
  if (value === undefined) return undefined
  const number = Number.parseFloat(value)
  if (!Number.isFinite(number)) return undefined
  if (value.endsWith('%')) return (number / 100) * whole
  if (value.endsWith('rem')) return number * 16
  if (value.endsWith('em')) return number * type.size
  if (value.endsWith('vw')) return (number / 100) * 1280
  if (value.endsWith('vh')) return (number / 100) * 720
  if (value.endsWith('pt')) return (number * 4) / 3
  return number
}

/** What is not in the flow of the slide. */
export function isHidden(tag: Tag): boolean {
  if (
    / (?:notes|furniture|visually-hidden|katex-mathml|hover-card|step-marker|layout-media|sr-only|figure-twin|absolute|quiz-mark) /.test(
      tag.classes,
    )
  )
    return true
  if (/^(?:script|style|template|title|aside)$/.test(tag.name))
    return tag.name !== 'aside' || has(tag, 'notes')
  const { style } = tag.attributes
  return style !== undefined && /(?:display\s*:\s*none|position\s*:\s*(?:absolute|fixed))/i.test(style)
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
