/**
 * Fonts for print: static TrueType with the characters that a deck uses. Of a variable font, of an OpenType font with
 * PostScript outlines and of the machine's own fonts a PDF gets drawings in place of letters, or other letters.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Compiled } from '../../compiler/compiled.ts'
import {
  beyondAscii,
  HAN_FAMILY,
  HAN_QUOTES_FAMILY,
  hanFaces,
  hasHanQuotes,
  QUOTES_RANGE,
  shownCharacters,
} from '../han-fonts.ts'
import { fontFaces, isInRanges, type FontFace } from '../font-faces.ts'
import { usedCharacters, withPrintFonts } from '../used-fonts.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { SIGNS_FAMILY } from '../vite/sign-fonts.ts'
import { cacheFolder, keepFiles, readKept } from '../vite/runtime-cache.ts'
import { fontCharacters } from '../font-characters.ts'

/** The weights that themes set text in. */
const HAN_WEIGHTS = [400, 600, 700]

/** Files that have what the theme's own fonts lack, the first that has a character gives it. */
export const SIGN_FONTS = [
  (weight: string, italic: boolean) => `source-sans/TTF/SourceSans3-${styleName(weight, italic)}.ttf`,
  () => '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
  () => '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2',
]

/** Arrows, signs of mathematics, shapes, marks, raised and lowered figures. */
export const SIGN = /[\u2070-\u209F\u2100-\u214F\u2190-\u2BFF\u{1D400}-\u{1D7FF}]/u

/** Part of each name in the cache; another number where the same input gives other files. */
const VERSION = 1

export interface PrintBundle extends RuntimeBundle {
  /** Characters that the styles themselves write. */
  marks: string
}

/** `bundle` with the faces that `deck` needs beside the theme's own; kept in the project's cache. */
export async function withStaticFonts(
  all: RuntimeBundle,
  deck: Compiled,
  projectRoot: string,
): Promise<PrintBundle> {
  const marks = marksIn(cssOf(all))
  const text = [...new Set([...shownCharacters(deck), ...beyondAscii(marks)])].toSorted()
  const signs = text.filter((char) => SIGN.test(char))
  const bundle = withPrintFonts(all, [
    ...usedCharacters([deck]),
    ...signs.map((char) => char.codePointAt(0)!),
  ])
  const css = cssOf(bundle)
  const han = hanFaces(deck).map((face) => ({
    file: face.file,
    unicodeRange: face.unicodeRange,
    quotes: hasHanQuotes(face, deck),
    characters: text.filter((char) => isIn(face.ranges, char)),
  }))
  const wanted = signs.join('')
  const faces = wanted === '' ? [] : themeFaces(css)
  const key = JSON.stringify([
    VERSION,
    wanted,
    faces,
    han.map(({ file, characters, quotes }) => [path.basename(file), characters, quotes]),
  ])
  const folder = path.join(
    cacheFolder(projectRoot),
    `fonts-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`,
  )
  let files = readKept(folder)
  if (!files) {
    files = new Map()
    const rules: string[] = []
    for (const face of han) rules.push(...(await hanRules(face, files)))
    for (const face of faces) rules.push(...(await signRules(face, wanted, files)))
    files.set('print-fonts.css', new TextEncoder().encode(`${rules.join('\n')}\n`))
    keepFiles(folder, files)
  }
  return {
    scripts: bundle.scripts,
    styles: [...bundle.styles, 'print-fonts.css'],
    files: new Map([...bundle.files, ...files]),
    marks,
  }
}

function cssOf({ styles, files }: RuntimeBundle): string {
  return styles.map((name) => new TextDecoder().decode(files.get(name))).join('\n')
}

async function hanRules(
  face: { file: string; unicodeRange: string; characters: string[]; quotes: boolean },
  files: Map<string, Uint8Array>,
): Promise<string[]> {
  const rules: string[] = []
  for (const weight of HAN_WEIGHTS) {
    const name = path.basename(face.file).replace(/\.woff2$/, `-${weight}.ttf`)
    const font = await subset(readFileSync(face.file), face.characters.join(''), { wght: weight })
    files.set(name, font)
    rules.push(rule(HAN_FAMILY, weight, false, name, face.unicodeRange))
    if (face.quotes) rules.push(rule(HAN_QUOTES_FAMILY, weight, false, name, QUOTES_RANGE))
  }
  return rules
}

/** The signs that one face of the theme lacks, as faces of the same name and weight. */
async function signRules(
  { family, weight, italic, ranges }: FontFace,
  wanted: string,
  files: Map<string, Uint8Array>,
): Promise<string[]> {
  const rules: string[] = []
  let missing = [...wanted].filter((char) => !isIn(ranges, char))
  for (const [at, source] of SIGN_FONTS.entries()) {
    if (missing.length === 0) break
    const file = createRequire(import.meta.url).resolve(source(weight, italic))
    const name = `signs-${at}-${at === 0 ? styleName(weight, italic) : 'Regular'}-${hash(missing.join(''))}.ttf`
    const font = files.get(name) ?? (await subset(readFileSync(file), missing.join('')))
    const has = fontCharacters(Buffer.from(font))
    const given = missing.filter((char) => has.has(char.codePointAt(0)!))
    if (given.length === 0) continue
    files.set(name, font)
    rules.push(rule(family, weight, italic, name, given.map(unicode).join(',')))
    missing = missing.filter((char) => !given.includes(char))
  }
  return rules
}

function rule(family: string, weight: string | number, italic: boolean, file: string, range: string): string {
  return `@font-face{font-family:'${family}';font-style:${italic ? 'italic' : 'normal'};font-weight:${weight};src:url(${file}) format('truetype');unicode-range:${range}}`
}

/** Loaded only where a subset is not in the cache. */
async function subset(font: Buffer, text: string, axes?: Record<string, number>): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(font, text, {
    targetFormat: 'sfnt',
    // Copyright and licence stay with the font.
    preserveNameIds: [0, 13, 14],
    ...(axes && { variationAxes: axes }),
  })
}

/** The theme's faces by family, weight and style, each with all the ranges that its files have. KaTeX's set no text. */
function themeFaces(css: string): FontFace[] {
  const faces = new Map<string, FontFace>()
  for (const { family, weight, italic, ranges, url } of fontFaces(css)) {
    if (!url || family.startsWith('KaTeX') || family === SIGNS_FAMILY) continue
    const key = `${family} ${weight} ${italic}`
    const face = faces.get(key) ?? { family, weight, italic, ranges: [] }
    face.ranges.push(...ranges)
    faces.set(key, face)
  }
  return [...faces.values()]
}

function styleName(weight: string, italic: boolean): string {
  const number = weight === 'bold' ? 700 : Number.parseInt(weight, 10) || 400
  const base = number >= 650 ? 'Bold' : number >= 550 ? 'Semibold' : ''
  return italic ? `${base}It` : base || 'Regular'
}

/** Signs that the style sheet itself writes: `content: '✓'` or `'\2713'`. */
function marksIn(css: string): string {
  return [...css.matchAll(/content:\s*("[^"]*"|'[^']*')/g)]
    .map(([, text = '']) =>
      text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
    )
    .join('')
}

const isIn = (ranges: FontFace['ranges'], char: string): boolean => isInRanges(ranges, char.codePointAt(0)!)
const unicode = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase()}`
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8)
