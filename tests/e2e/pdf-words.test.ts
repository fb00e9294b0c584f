/** Slides of words alone are laid out for print only; they look as if they had been shown before. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/build/paths.ts'
import { themeNames } from '../../src/build/themes.ts'
import { lectern, projectWith } from '../build/run.ts'
import { fontsOf, imagesOf, openPdf } from '../support/pdf-file.ts'
import { differingPart, drawnPages } from '../support/pdf-pixels.ts'
import { photo } from '../support/test-pictures.ts'

const front = '---\ntitle: Words\nauthor: A. Uthor\nlang: en\ndescription: Test\n---\n\n'
const words = `${front}# Part

## Text

Plain, **strong**, *soft*, ***both***, \`code\` and 词向量, Слово, λόγος; $\\mathbb{R} \\ni \\mathcal{L} + \\mathfrak{g}$ → ✓ ½

> A quotation

## Blocks

- one
  1. two

::: tip
$$\\sum_{i=1}^n \\frac{\\sqrt{x_i}}{\\mathsf{y}}$$
:::

## Code

\`\`\`ts {1}
const a = 'b' // c
\`\`\`

| a | b |
|---|---|
| *c* | **d** |

## Question

::: quiz
- [x] right
- [ ] wrong
:::
`
/** A slide that is measured in the page, with which all are shown before they are printed. */
const measured = `\n## Too much\n\n${'- A line that takes its room\n'.repeat(40)}`

async function made(folder: string, ...options: string[]): Promise<Buffer> {
  expect(await lectern(folder, 'pdf', '-o', 'deck.pdf', ...options)).toMatchObject({ code: 0 })
  return readFileSync(path.join(folder, 'deck.pdf'))
}

describe.each(themeNames(packageRoot))('in the theme %s', (theme) => {
  test.each(['--light', '--dark'])(
    'they look the same %s, in fonts that come with the deck',
    async (scheme) => {
      const bytes = await made(projectWith(words), '--theme', theme, scheme)
      const pages = await drawnPages(bytes, 640)
      const shown = await drawnPages(await made(projectWith(words + measured), '--theme', theme, scheme), 640)
      expect(pages.size).toBe(6)
      expect(shown.size).toBeGreaterThan(6)
      const whole = { left: Infinity, top: Infinity }
      for (const [label, page] of pages)
        expect(differingPart(page, shown.get(label)!, 8, 10, whole), `page ${label}`).toBe(0)
      const fonts = fontsOf(await openPdf(bytes))
      expect(fonts.length).toBeGreaterThan(8)
      expect(fonts.filter(({ embedded, kind }) => !embedded || kind === 'Type3')).toEqual([])
      expect(
        fonts.map((font) => font.name).filter((name) => /OpenSans|DejaVu|Liberation/.test(name)),
      ).toEqual([])
    },
  )
})

test('a picture behind all slides, from the deck or from its theme, is printed', async () => {
  const style = '.slide { background: url(behind.jpg) }\n'
  const picture = await (await photo(320, 180)).encode('jpeg', 80)
  const ofDeck = projectWith(`${front}## One\n\nText\n`)
  writeFileSync(path.join(ofDeck, 'slides', 'deck.css'), style)
  writeFileSync(path.join(ofDeck, 'slides', 'behind.jpg'), picture)
  const ofTheme = projectWith(`${front.replace('---\n', '---\ntheme: own\n')}## One\n\nText\n`)
  const theme = path.join(ofTheme, 'themes', 'own')
  mkdirSync(theme, { recursive: true })
  writeFileSync(path.join(theme, 'theme.json'), '{"name": "own", "extends": "lecture"}')
  writeFileSync(path.join(theme, 'theme.css'), style)
  writeFileSync(path.join(theme, 'behind.jpg'), picture)
  for (const folder of [ofDeck, ofTheme])
    expect(imagesOf(await openPdf(await made(folder)))).toEqual([
      expect.objectContaining({ width: 320, height: 180 }),
    ])
})
