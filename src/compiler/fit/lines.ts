/** Breaks text into lines as a browser does, to know how high it stands. */
import { formulaSize } from './formula.ts'
import { has, type Tag } from './html.ts'
import { isHidden } from './kinds.ts'
import { breaksAnywhere, textWidth, TYPE_MATH, type FontName } from './metrics.ts'
import { classScale, pictureSize, sizeScale } from './sizes.ts'
import type { Type } from './type.ts'

/** A piece of a line that does not break. */
interface Atom {
  width: number
  kind: 'word' | 'space' | 'break'
  /** A formula or a picture, which goes over the edge rather than break. */
  whole?: true
  above: number
  below: number
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

export function strutOf({ metrics, size, line, font }: Type): { above: number; below: number } {
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
  const { above, below } = strutOf(type)
  const space = font.ascii[0]! * type.size
  for (let at = 0; at < text.length;) {
    const start = at
    while (at < text.length && isSpace(text.charCodeAt(at)) === isSpace(text.charCodeAt(start))) at++
    const part = text.slice(start, at)
    if (part.trim() === '' && part[0] !== '\u00a0') atoms.push({ width: space, kind: 'space', above, below })
    else
      for (const piece of pieces(part))
        atoms.push({ width: textWidth(piece, font) * type.size, kind: 'word', above, below })
  }
}

/** A blank, a tab, the end of a line. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}

const CLOSING =
  /[\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\uFF09\u300D\u300F\u300B\u3011\u201D\u2019)\]},.;:!?]/

/** Where a word may break: after hyphens, and beside characters of Chinese and Japanese, but not before their stops. */
function pieces(word: string): string[] {
  if (/^[\x21-\x7e]*$/.test(word))
    return word.includes('-') ? word.split(/(?<=[a-zA-Z]-)(?=[a-zA-Z])/) : [word]
  const result: string[] = []
  let open = false
  for (const character of word) {
    const free = breaksAnywhere(character.codePointAt(0)!)
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
  const before = atoms.length
  collect(tag.children, inner, atoms)
  if (code && atoms.length > before) {
    atoms[before]!.width += 0.28 * inner.size
    atoms.at(-1)!.width += 0.28 * inner.size
  }
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

function formula(tag: Tag, type: Type, atoms: Atom[]): void {
  const size = (type.metrics.typeMath ?? TYPE_MATH) * type.size
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
