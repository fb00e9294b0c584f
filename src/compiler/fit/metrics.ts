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

const HAN =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/
const HANGUL = /[\uAC00-\uD7AF]/

/** Whether a line may end before and after the character. */
export function breaksAnywhere(character: string): boolean {
  return HAN.test(character) || character.codePointAt(0)! >= 0x20000
}

/** Width of a text in em, set in one line. */
export function textWidth(text: string, font: FontMetrics): number {
  let width = 0
  for (const character of text) width += characterWidth(character, font) + font.spacing + font.kerning
  return width
}

function characterWidth(character: string, font: FontMetrics): number {
  const code = character.codePointAt(0)!
  if (code < 0x20) return 0
  if (code < 0x7f) return font.ascii[code - 0x20] ?? font.latin
  if (code < 0x250) return code === 0xa0 ? font.ascii[0]! : font.latin
  if (code >= 0x300 && code < 0x370) return 0
  if (code < 0x400) return font.greek
  if (code < 0x530) return font.cyrillic
  if (code < 0x600) return font.hebrew
  if (code < 0x780) return font.arabic
  if (code >= 0x200b && code <= 0x200f) return 0
  if (HAN.test(character) || code >= 0x20000) return font.han
  if (HANGUL.test(character)) return font.hangul
  return code >= 0x1f000 ? font.emoji : font.latin
}
