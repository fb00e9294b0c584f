import { slashed } from '../paths.ts'
import { fontFile, themeFonts, type ThemeFont } from '../theme-fonts.ts'
import type { Theme } from '../themes.ts'
import { fallbackRules } from './fallback-fonts.ts'

const made = new Map<string, Promise<string>>()

/**
 * The style sheet with all faces of the theme's fonts, and with what stands in for them until they are there. Made once
 * for the bundles of all pages, since every file is read for it.
 */
export function fontSheet(theme: Theme): Promise<string> {
  const fonts = themeFonts(theme)
  const key = JSON.stringify(fonts)
  if (!made.has(key)) made.set(key, makeSheet(fonts))
  return made.get(key)!
}

async function makeSheet(fonts: readonly ThemeFont[]): Promise<string> {
  const rules = await Promise.all(
    fonts.map(async (font) => [...(await fallbackRules(font)), ...faceRules(font)]),
  )
  return `${rules.flat().join('\n')}\n`
}

/** A browser loads a file when the page has a character of its range. */
function faceRules(font: ThemeFont): string[] {
  return font.styles.flatMap(({ weight, italic }) =>
    font.subsets.map(({ name, unicodeRange }) => {
      const file = slashed(fontFile(font, name, weight, italic)).replace(/^\/?/, '/@fs/')
      return (
        `@font-face{font-family:'${font.family}';font-style:${italic ? 'italic' : 'normal'};font-weight:${weight};` +
        `font-display:swap;src:url("${file}") format('woff2');unicode-range:${unicodeRange}}`
      )
    }),
  )
}
