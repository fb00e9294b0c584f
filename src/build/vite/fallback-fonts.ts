/**
 * Stand-ins for a theme's fonts while those load: fonts of the reader's system, each made as wide and as high as the
 * font that it stands for, so that nothing moves when that comes.
 */
import { readFileSync } from 'node:fs'
import { fontCharacters } from '../font-characters.ts'
import { isInRanges, rangesOf, readRanges } from '../font-faces.ts'
import { fontFile, type ThemeFont } from '../theme-fonts.ts'
import { unpackFont } from '../unpack-font.ts'

/** The family that stands in for `family`, as themes name it behind that. */
export const fallbackFamily = (family: string): string => `${family} Fallback`

interface SystemFont {
  /** Names of fonts with the same widths, the nicest first. */
  names: string[]
  /** Width of the average letter of English text in em: regular, bold, italic, bold italic. */
  widths: [number, number, number, number]
}

/**
 * By the font's kind, the last first: what Windows and Apple's systems have, with its free twins on Linux and ChromeOS;
 * before it what Android has. Widths by `@capsizecss/metrics` 4.3 (`xWidthAvg / unitsPerEm`).
 */
export const SYSTEM_FONTS: Record<'sans-serif' | 'serif' | 'monospace', SystemFont[]> = {
  'sans-serif': [
    { names: ['Roboto'], widths: [0.4448, 0.4521, 0.4326, 0.4395] },
    { names: ['Arial', 'Liberation Sans', 'Arimo'], widths: [0.4458, 0.48, 0.4458, 0.48] },
  ],
  serif: [
    { names: ['Noto Serif'], widths: [0.481, 0.512, 0.469, 0.517] },
    { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], widths: [0.4063, 0.4326, 0.4082, 0.4185] },
  ],
  monospace: [
    {
      names: ['Menlo', 'Liberation Mono', 'Cousine', 'Droid Sans Mono', 'Courier New'],
      widths: [0.6001, 0.6001, 0.6001, 0.6001],
    },
  ],
}

/** From here on a system's bold font stands in. */
const BOLD = 600

/** The `@font-face` rules of the stand-ins of `font`: for each of its files one that has the same characters. */
export async function fallbackRules(font: ThemeFont): Promise<string[]> {
  const { fromBuffer } = await import('@capsizecss/unpack')
  const kind = font.category in SYSTEM_FONTS ? (font.category as keyof typeof SYSTEM_FONTS) : 'sans-serif'
  const rules: string[] = []
  for (const { weight, italic } of font.styles) {
    const { ascent, descent, lineGap, unitsPerEm, xWidthAvg } = await fromBuffer(
      await unpackFont(readFileSync(fontFile(font, 'latin', weight, italic))),
    )
    const face = (weight >= BOLD ? 1 : 0) + (italic ? 2 : 0)
    for (const { name, unicodeRange } of font.subsets) {
      // Rare letters beside a script's own, of which pages would carry long ranges.
      if (name.endsWith('-ext')) continue
      const asked = readRanges(unicodeRange)
      const characters = fontCharacters(await unpackFont(readFileSync(fontFile(font, name, weight, italic))))
      const codes = [...characters].filter((code) => isInRanges(asked, code)).toSorted((a, b) => a - b)
      for (const { names, widths } of SYSTEM_FONTS[kind]) {
        const size = xWidthAvg / unitsPerEm / widths[face]!
        const share = (units: number): string => percent(Math.abs(units) / unitsPerEm / size)
        rules.push(
          `@font-face{font-family:'${fallbackFamily(font.family)}';font-style:${italic ? 'italic' : 'normal'};` +
            `font-weight:${weight};src:${names.flatMap((one) => STYLES[face]!.map((style) => `local('${one}${style}')`)).join(',')};` +
            `size-adjust:${percent(size)};ascent-override:${share(ascent)};descent-override:${share(descent)};` +
            `line-gap-override:${share(lineGap)};unicode-range:${rangesOf(codes)}}`,
        )
      }
    }
  }
  return rules
}

/** What a font's full name ends with. */
const STYLES = [['', ' Regular'], [' Bold'], [' Italic'], [' Bold Italic']]

const percent = (part: number): string => `${Number((part * 100).toFixed(1))}%`
