/** A theme names families and weights; their files, what stands in for them and their licence come by that. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fontFaces, type FontFace } from '../../src/build/font-faces.ts'
import { themeFonts } from '../../src/build/theme-fonts.ts'
import { findTheme } from '../../src/build/themes.ts'
import { emptyFolder, lectern } from './run.ts'

/** A project with a deck of `text` in a theme with `fonts`. */
function projectWith(fonts: unknown, text: string): string {
  const project = emptyFolder()
  mkdirSync(path.join(project, 'themes/faculty'), { recursive: true })
  mkdirSync(path.join(project, 'slides'))
  const facts = { fonts }
  writeFileSync(path.join(project, 'themes/faculty/theme.json'), JSON.stringify(facts))
  writeFileSync(path.join(project, 'themes/faculty/theme.css'), '')
  writeFileSync(path.join(project, 'slides/deck.md'), `---\ntheme: faculty\n---\n\n## ${text}\n`)
  return project
}

/** What the lecture page of a built deck may load, without what every theme has. */
function builtFaces(project: string, ...page: string[]): FontFace[] {
  const html = readFileSync(path.join(project, 'dist/deck', ...page, 'index.html'), 'utf8')
  return [...html.matchAll(/href="(?:\.\.\/)+(assets\/[^"]+\.css)"/g)]
    .flatMap(([, sheet]) => fontFaces(readFileSync(path.join(project, 'dist', sheet!), 'utf8')))
    .filter(({ family }) => !/^(?:KaTeX|Lectern)/.test(family))
}

const names = (faces: readonly FontFace[]): string[] =>
  faces.flatMap(({ url }) => (url ? [url.replace(/^\.\/|-.{8}\.woff2$/g, '')] : [])).toSorted()

test('family and weights give the files, their stand-ins and the licence', async () => {
  const project = projectWith([{ family: 'Tinos', weights: [400, 700], italics: [400] }], 'Waves')
  expect(await lectern(project, 'build')).toMatchObject({ code: 0, err: '' })
  const faces = builtFaces(project)
  expect(names(faces)).toEqual(['tinos-latin-400-italic', 'tinos-latin-400-normal', 'tinos-latin-700-normal'])
  const standIns = faces.filter(({ family, url }) => !url && family === 'Tinos Fallback')
  expect(new Set(standIns.map(({ weight, italic }) => `${weight} ${italic}`))).toEqual(
    new Set(['400 false', '700 false', '400 true']),
  )
  expect(readFileSync(path.join(project, 'dist/assets/LICENSES.txt'), 'utf8')).toMatch(
    /^@fontsource\/tinos [\d.]+ \(/m,
  )
})

test.each([
  ['Волны', ['cyrillic', 'latin']],
  ['Κύματα', ['greek', 'latin']],
  ['Sóng và đầu', ['latin', 'latin-ext', 'vietnamese']],
])('a site carries the scripts of its decks: %s', async (text, subsets) => {
  const fonts = [{ family: 'Source Sans 3', weights: [400] }]
  const project = projectWith(fonts, text)
  expect((await lectern(project, 'build')).code).toBe(0)
  const wanted = subsets.map((subset) => `source-sans-3-${subset}-400-normal`)
  for (const page of ['.', 'review', 'print', 'speaker'])
    expect(names(builtFaces(project, page)), page).toEqual(wanted)
  const shipped = readdirSync(path.join(project, 'dist/assets')).filter((name) => name.startsWith('source'))
  expect(shipped.map((name) => name.replace(/-.{8}\.woff2$/, '')).toSorted()).toEqual(wanted)
})

test.each([
  [[{ family: 'Lota', weights: [400] }], 'npm install @fontsource/lota'],
  [[{ family: 'Alegreya Sans', weights: [600] }], 'no weight 600. It has 100, 300, 400, 500, 700, 800, 900.'],
  [[{ family: 'Archivo', weights: [400], subsets: ['greek'] }], 'no subset "greek"'],
  [['Source Sans 3'], '"fonts" takes a list such as'],
])('what a theme cannot have is said: %j', async (fonts, said) => {
  const { code, err } = await lectern(projectWith(fonts, 'Waves'), 'build')
  expect(code).toBe(2)
  expect(err).toContain(said)
})

test('a theme has the fonts of the one that it extends, and its own word on a family of both', () => {
  const project = projectWith(
    [
      { family: 'Source Sans 3', weights: [900] },
      { family: 'Tinos', weights: [400] },
    ],
    '',
  )
  const file = path.join(project, 'themes/faculty/theme.json')
  const facts = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...facts, extends: 'lecture' }))
  const fonts = themeFonts(findTheme(project, 'faculty')!)
  expect(fonts.map(({ family }) => family)).toEqual([
    'Source Sans 3',
    'Source Serif 4',
    'Source Code Pro',
    'Tinos',
  ])
  expect(fonts[0]!.styles).toEqual([{ weight: 900, italic: false }])
})
