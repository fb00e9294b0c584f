/** The `@font-face` rules of a style sheet. */

export interface FontFace {
  family: string
  weight: string
  italic: boolean
  /** First and last code point of each part of its `unicode-range`; everything where it has none. */
  ranges: [number, number][]
  /** As the sheet writes it; undefined for one that only names a font of the system. */
  url?: string
}

/** All of them, in their order. */
export function fontFaces(css: string): FontFace[] {
  return [...css.matchAll(FACE)].map(([rule]) => fontFace(rule))
}

/** An `@font-face` rule in a style sheet. */
export const FACE = /@font-face\s*\{[^}]*\}/g

/** One such rule. */
export function fontFace(rule: string): FontFace {
  const url = /url\(\s*["']?([^)"']+)/.exec(rule)?.[1]
  return {
    family: (/font-family:([^;}]+)/.exec(rule)?.[1] ?? '').trim().replace(/^["']|["']$/g, ''),
    weight: /font-weight:\s*([^;}]+)/.exec(rule)?.[1]?.trim() ?? '400',
    italic: /font-style:\s*italic/.test(rule),
    ranges: readRanges(/unicode-range:([^;}]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF'),
    ...(url !== undefined && { url }),
  }
}

/** `U+2074-2079, U+219?` as pairs of first and last code point. */
export function readRanges(written: string): [number, number][] {
  return written.split(',').map((part) => {
    const [first = '', last] = part.trim().replace(/^U\+/i, '').split('-')
    const from = parseInt(first.replaceAll('?', '0'), 16)
    return [from, parseInt(last ?? first.replaceAll('?', 'F'), 16)]
  })
}

/** Whether a face is asked for `code` at all. */
export function isInRanges(ranges: FontFace['ranges'], code: number): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to)
}

/** Ascending code points as CSS writes them: `U+2074-2079,U+2190`. */
export function rangesOf(codes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const code of codes) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16).toUpperCase()
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}
