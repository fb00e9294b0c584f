/**
 * Arrows, marks, fractions, raised and lowered figures: what the web files of most text fonts leave out, and each
 * machine then draws in another font, or not at all. One small family has them for every theme.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { packageRoot } from '../paths.ts'
import { fontCharacters } from '../font-characters.ts'
import { rangesOf } from '../font-faces.ts'

/** The family as themes name it in their font stacks, behind their own. */
export const SIGNS_FAMILY = 'Lectern Signs'

/** Where the family is kept, with its style sheet; made by `npm run prepare`. */
export const signsFolder: string = path.join(packageRoot, 'lib', 'signs')
export const signsSheet: string = path.join(signsFolder, 'signs.css')

/** Another number where the same font gives another family. */
const VERSION = 1

/** What counts as a sign: U+2070 to U+2BFF, but for what readers expect in colour. */
const isSign = (code: number): boolean =>
  code >= 0x2070 && code < 0x2c00 && !/\p{Emoji_Presentation}/u.test(String.fromCodePoint(code))

const STYLES = [
  { file: 'Regular', weight: 400, style: 'normal' },
  { file: 'It', weight: 400, style: 'italic' },
  { file: 'Semibold', weight: 600, style: 'normal' },
  { file: 'SemiboldIt', weight: 600, style: 'italic' },
  { file: 'Bold', weight: 700, style: 'normal' },
  { file: 'BoldIt', weight: 700, style: 'italic' },
] as const

/** Makes the family out of the whole Source Sans, once for each of its versions: about 15 KB a style. */
export async function makeSignFonts(): Promise<void> {
  const require = createRequire(import.meta.url)
  const source = path.dirname(require.resolve('source-sans/package.json'))
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as {
    version: string
  }
  const head = `/* Source Sans ${version}, OFL-1.1: its signs, ${VERSION}. */\n`
  if (existsSync(signsSheet) && readFileSync(signsSheet, 'utf8').startsWith(head)) return
  const { default: subsetFont } = await import('subset-font')
  const temporary = `${signsFolder}.${process.pid}`
  mkdirSync(temporary, { recursive: true })
  const rules: string[] = []
  for (const { file, weight, style } of STYLES) {
    const font = readFileSync(path.join(source, 'TTF', `SourceSans3-${file}.ttf`))
    const codes = [...fontCharacters(font)].filter(isSign).toSorted((a, b) => a - b)
    // Copyright and licence stay with the font.
    const signs = await subsetFont(font, String.fromCodePoint(...codes), {
      targetFormat: 'woff2',
      preserveNameIds: [0, 13, 14],
    })
    writeFileSync(path.join(temporary, `signs-${file}.woff2`), signs)
    rules.push(
      `@font-face{font-family:'${SIGNS_FAMILY}';font-style:${style};font-weight:${weight};font-display:swap;src:url(./signs-${file}.woff2) format('woff2');unicode-range:${rangesOf(codes)}}`,
    )
  }
  writeFileSync(path.join(temporary, path.basename(signsSheet)), `${head}${rules.join('\n')}\n`)
  rmSync(signsFolder, { recursive: true, force: true })
  renameSync(temporary, signsFolder)
}
