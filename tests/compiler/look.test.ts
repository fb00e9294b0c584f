/** What a deck's front matter changes of its theme: tokens that can be read on the theme's grounds. */
import { expect, test } from 'vitest'
import { themeNames, themePalette } from '../../src/build/themes.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { compile } from '../../src/compiler/compile.ts'
import { contrastOf, readColour } from '../../src/compiler/colours.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { groundsOf } from '../../src/compiler/look/palette.ts'

async function look(front: string, files: Record<string, string> = {}, path = 'deck.md') {
  const host = { ...memoryHost(files), palette: (name: string) => themePalette(packageRoot, name) }
  const { style, messages, assets } = await compile(`---\n${front}\n---\n\n## A\n`, host, {
    name: 'deck',
    path,
  })
  return {
    ...style,
    assets,
    said: messages.map(
      ({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`,
    ),
  }
}

const tokenIn = (css: string, token: string): [string, string] => {
  const [, light, dark] = new RegExp(`${token}:light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
  return [light!, dark!]
}

test('a deck that changes nothing has no sheet', async () => {
  expect(await look('title: A')).toEqual({ slides: '', tokens: '', assets: [], said: [] })
})

test('colours of every notation, sizes in px', async () => {
  expect(readColour('rebeccapurple')).toBe('#663399')
  expect(readColour('hsl(120 100% 25%)')).toBe('#008000')
  expect(readColour('oklch(0.5 0.1 250)')).toMatch(/^#[\da-f]{6}$/)
  for (const none of ['', 'blu', '#12', 'var(--x)', '#0a78', 'red;}', 'currentcolor'])
    expect(readColour(none), none).toBeUndefined()
  const { slides, tokens, said } = await look('accent: "#00775a"\ntext-size: 34\ncorner-radius: 4px')
  expect(said).toEqual([])
  expect(slides).toMatch(/^@layer reset,.*,deck;\n@layer deck\{\n:root\{--accent:light-dark\(#00775a, #\w+\)/)
  expect(slides).toContain('--type:34px;--radius:4px')
  expect(tokens).toBe(slides)
})

test('what is no colour or no size is told at its value, a comment for a colour too', async () => {
  const { said, slides } = await look(
    'accent: #0a7\nhighlight-color: blu\nsection-color: { light: red, dusk: blue }\ntext-size: 12\ncorner-radius: 2em',
  )
  expect(slides).toBe('')
  expect(said).toEqual([
    'deck.md:2:9 front-matter-type `accent` is empty: after a space, `#` begins a comment in YAML',
    'deck.md:3:18 front-matter-type `highlight-color` takes a colour, or a map of one for `light` and one for `dark`, not `blu`',
    'deck.md:4:16 front-matter-type `section-color` takes a colour, or a map of one for `light` and one for `dark`, not a map with `dusk`',
    'deck.md:5:12 front-matter-type `text-size` takes a number from 28 to 44: px on a stage that is 720 px high, not `12`',
    'deck.md:6:16 front-matter-type `corner-radius` takes a number from 0 to 40: px on a stage that is 720 px high, not `2em`',
  ])
})

test.each(themeNames(packageRoot))(
  'any accent can be read on the grounds of %s, in both schemes',
  async (theme) => {
    const { paper, surface, section, contrast } = groundsOf(themePalette(packageRoot, theme))
    for (const colour of ['#ffcc00', '#000000', '#ffffff', '#e91e63', '#00aa77', '#3344ff', '#808080']) {
      const { slides } = await look(`theme: ${theme}\naccent: "${colour}"\nhighlight-color: "${colour}"`)
      for (const token of ['--accent', '--highlight']) {
        const [light, dark] = tokenIn(slides, token)
        for (const ground of [paper.light, surface.light])
          expect(contrastOf(light, ground), `${light} on ${ground}`).toBeGreaterThanOrEqual(contrast)
        for (const ground of [paper.dark, surface.dark, section.light, section.dark])
          expect(contrastOf(dark, ground), `${dark} on ${ground}`).toBeGreaterThanOrEqual(contrast)
      }
      const [, ink = ''] = /--accent-ink:(?:light-dark\()?(#\w+)/.exec(slides) ?? []
      expect(contrastOf(tokenIn(slides, '--accent')[0], ink)).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('grounds of openers become dark enough for white, and an accent is read on them', async () => {
  const { slides, said } = await look('section-color: "#ffe0e0"\naccent: "#7a0019"')
  const section = /--section:(#\w+)/.exec(slides)![1]!
  expect(contrastOf(section, '#ffffff')).toBeGreaterThanOrEqual(10)
  expect(contrastOf(tokenIn(slides, '--accent')[1], section)).toBeGreaterThanOrEqual(4.5)
  expect(said).toEqual([
    expect.stringMatching(
      /^deck\.md:2:16 look-contrast `section-color`: white is hard to read on #ffe0e0; in the light scheme #\w+ is shown$/,
    ),
  ])
})

test('a pair is taken as it is where it can be read, and each of it is told where it cannot', async () => {
  const { slides, said } = await look('accent: { light: "#005a44", dark: "#001108" }')
  expect(tokenIn(slides, '--accent')[0]).toBe('#005a44')
  expect(said).toEqual([
    expect.stringContaining('#001108 is hard to read on the theme’s paper; in the dark scheme'),
  ])
})

test('a sheet beside the deck comes after its tokens; its messages stand at its own lines', async () => {
  const css = ':root { --edge: 40px }\n.slide h2 { background: url(dot.svg) url(none.svg) }\n'
  const { slides, tokens, assets, said } = await look('accent: "#00775a"', { 'deck.css': css, 'dot.svg': '' })
  expect(slides.indexOf('--accent')).toBeLessThan(slides.indexOf('--edge'))
  expect(slides).toContain('url("\uFDD0assets/dot.svg")')
  expect(tokens).toContain(':root{--edge: 40px}')
  expect(tokens).not.toContain('h2')
  expect(assets).toEqual(['assets/dot.svg'])
  expect(said).toEqual(['deck.css:2:38 asset-missing There is no file `none.svg` beside the deck'])
})

test('beside `index.md` it is `style.css`', async () => {
  const files = { 'style.css': 'h2{color:red}', 'index.css': 'h2{color:blue}' }
  expect((await look('title: A', files, 'waves/index.md')).slides).toContain('color:red')
  expect((await look('title: A', files, 'waves.md')).slides).toBe('')
})
