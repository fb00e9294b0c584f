/** The table of system fonts holds: it is compared with free fonts that have their widths letter by letter. */
import { fromBuffer } from '@capsizecss/unpack'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unpackFont } from '../../src/build/unpack-font.ts'
import { SYSTEM_FONTS } from '../../src/build/vite/fallback-fonts.ts'

const { resolve } = createRequire(import.meta.url)
const liberation = path.join(path.dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts')
const styles = ['400-normal', '700-normal', '400-italic', '700-italic']
const twin = (id: string): string[] =>
  styles.map((style) => resolve(`@fontsource/${id}/files/${id}-latin-${style}.woff2`))

test.each([
  [
    'sans-serif',
    ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((style) =>
      path.join(liberation, `LiberationSans-${style}.ttf`),
    ),
  ],
  ['serif', twin('tinos')],
  ['monospace', twin('cousine')],
] as const)('%s', async (kind, files) => {
  const { widths } = SYSTEM_FONTS[kind].at(-1)!
  for (const [at, file] of files.entries()) {
    const { xWidthAvg, unitsPerEm } = await fromBuffer(await unpackFont(readFileSync(file)))
    expect(widths[at]).toBeCloseTo(xWidthAvg / unitsPerEm, 3)
  }
})
