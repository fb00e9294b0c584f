/** The pictures that the README and the themes show: there, sharp, and light. `npm run pictures` takes them. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { packageRoot } from '../src/build/paths.ts'
import { themeNames } from '../src/build/themes.ts'

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8')
const shown = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, path]) => ({ alt, path: path! }))
const previews = themeNames(packageRoot).map((name) => `themes/${name}/preview.png`)
/** Twice the width that a code host gives a page's text, px. */
const SHARP = 1660

test('each picture has words, is there, and is sharp on dense screens', () => {
  expect(shown.map(({ path }) => path)).toEqual([
    '.github/pictures/uses.webp',
    '.github/pictures/roadmap.webp',
    '.github/pictures/themes.webp',
  ])
  for (const { alt, path } of shown) {
    expect(alt).toMatch(/\w+ \w+/)
    expect(imageSize(readFileSync(join(packageRoot, path))).width, path).toBeGreaterThanOrEqual(SHARP)
  }
})

test('the road moves', () => {
  const chunks = readFileSync(join(packageRoot, '.github/pictures/roadmap.webp'), 'latin1')
  expect(chunks.split('ANMF').length).toBeGreaterThan(50)
})

test('each theme has its preview', () => {
  for (const path of previews) {
    expect(existsSync(join(packageRoot, path)), path).toBe(true)
    expect(imageSize(readFileSync(join(packageRoot, path)))).toMatchObject({ width: 1280, height: 720 })
  }
})

test('they are light', () => {
  const size = (path: string): number => statSync(join(packageRoot, path)).size
  expect(size('.github/pictures/roadmap.webp')).toBeLessThanOrEqual(600_000)
  const all = [...shown.map(({ path }) => path), ...previews].reduce((sum, path) => sum + size(path), 0)
  expect(all).toBeLessThanOrEqual(3_000_000)
})
