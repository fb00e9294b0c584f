/** What a theme says of its type, so that the height of a slide can be told without a browser. */

/** One font: widths in em. */
export interface FontMetrics {
  /** Of the characters from space to tilde, in their order. */
  ascii: readonly number[]
  /** Mean width of the letters of other scripts. */
  latin: number
  greek: number
  cyrillic: number
  hebrew: number
  arabic: number
  han: number
  hangul: number
  emoji: number
  /** What a theme puts between two letters. */
  spacing: number
  /** What kerning takes between two letters, on the mean of a text: mostly a little less than nothing. */
  kerning: number
  /** How far the font's box reaches above and below the baseline. */
  ascent: number
  descent: number
}

/** A theme's `metrics.json`, made by `tests/scripts/theme-metrics.ts`. */
export interface ThemeMetrics {
  text: FontMetrics
  bold: FontMetrics
  heading: FontMetrics
  code: FontMetrics
  /** Of quotations that are what a slide is about. */
  quote: FontMetrics
  /** Custom properties of the theme: px, or em of the type size. */
  type: number
  line: number
  gap: number
  edge: number
  edgeTop: number
  edgeBottom: number
  typeHeading: number
  typeTitle: number
  /** Size of formulas beside the words. Themes measured before there was one have `TYPE_MATH`. */
  typeMath?: number
}

/** The size of formulas where a theme says nothing of it, as `runtime/styles/base.css` has it. */
export const TYPE_MATH = 1.08

export type FontName = 'text' | 'bold' | 'heading' | 'code' | 'quote'

/** From, to: characters of Chinese and Japanese, their stops and their wide forms. */
const HAN = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
] as const

/** Whether a line may end before and after the character. */
export function breaksAnywhere(code: number): boolean {
  return code >= 0x20000 || HAN.some(([from, to]) => code >= from && code <= to)
}

/** Width of a text in em, set in one line. */
export function textWidth(text: string, font: FontMetrics): number {
  const { ascii, latin, spacing, kerning } = font
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!
    if (code > 0xffff) at++
    const own = code >= 0x20 && code < 0x7f ? (ascii[code - 0x20] ?? latin) : rareWidth(code, font)
    width += own + spacing + kerning
  }
  return width
}

/** Width of a character outside of ASCII. */
function rareWidth(code: number, font: FontMetrics): number {
  if (code < 0x20) return 0
  if (code < 0x250) return code === 0xa0 ? font.ascii[0]! : font.latin
  if (code >= 0x300 && code < 0x370) return 0
  if (code < 0x400) return font.greek
  if (code < 0x530) return font.cyrillic
  if (code < 0x600) return font.hebrew
  if (code < 0x780) return font.arabic
  if (code >= 0x200b && code <= 0x200f) return 0
  if (breaksAnywhere(code)) return font.han
  if (code >= 0xac00 && code <= 0xd7af) return font.hangul
  return code >= 0x1f000 ? font.emoji : font.latin
}
