/** A link to another deck's Markdown file, as editors and code hosts follow it, leads to that deck's pages. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lectern, projectWith } from './run.ts'

const hrefs = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>link/g)].map(([, href]) => href!)

/** A project with `deck.md`, `other.md`, `Möbius/index.md` and a `part.md` that is no deck. */
function course(links: string): string {
  const folder = projectWith(links)
  const slides = path.join(folder, 'slides')
  mkdirSync(path.join(slides, 'Möbius'))
  writeFileSync(path.join(slides, 'other.md'), `# Other\n\n## Deep\n\n[link](Möbius/index.md)\n`)
  writeFileSync(path.join(slides, 'Möbius', 'index.md'), '# Strip\n\n[link](../deck.md)\n')
  writeFileSync(path.join(slides, 'Möbius', 'part.md'), 'Part\n')
  return folder
}

test('in the lecture to the lecture, in the review to the review, with the slide', async () => {
  const folder = course(
    '# Deck\n\n[link](other.md) [link](other.md#deep) [link](./other.md#/deep/1) [link](/slides/other.md)\n\n:::notes\n[link](other.md#deep)\n:::\n',
  )
  expect(await lectern(folder, 'build')).toMatchObject({ code: 0, err: '' })
  const page = (...way: string[]): string =>
    readFileSync(path.join(folder, 'dist', ...way, 'index.html'), 'utf8')
  expect(hrefs(page('deck'))).toEqual([
    '../other/index.html',
    '../other/index.html#/deep',
    '../other/index.html#/deep/1',
    '../other/index.html',
    '../other/index.html#/deep',
  ])
  expect(hrefs(page('deck', 'review'))).toEqual([
    '../../other/review/index.html',
    '../../other/review/index.html#deep',
    '../../other/review/index.html#deep',
    '../../other/review/index.html',
    '../../other/review/index.html#deep',
  ])
  expect(hrefs(page('other'))).toEqual(['../M%C3%B6bius/index.html'])
  expect(hrefs(page('Möbius'))).toEqual(['../deck/index.html'])
  expect(readdirSync(path.join(folder, 'dist/assets')).filter((name) => name.endsWith('.md'))).toEqual([])
})

test('a Markdown file that is no deck is a file to fetch', async () => {
  const folder = course('# Deck\n\n[link](Möbius/part.md)\n')
  await lectern(folder, 'build')
  const [href] = hrefs(readFileSync(path.join(folder, 'dist/deck/index.html'), 'utf8'))
  expect(href).toMatch(/^\.\.\/assets\/part-[\w-]{8}\.md$/)
})

test('decks beside it count where they are no project', async () => {
  const folder = projectWith('# Unused\n')
  writeFileSync(path.join(folder, 'a.md'), '# A\n\n[link](b.md)\n')
  writeFileSync(path.join(folder, 'b.md'), '# B\n')
  await lectern(folder, 'build', 'a.md', 'b.md')
  expect(hrefs(readFileSync(path.join(folder, 'dist/a/index.html'), 'utf8'))).toEqual(['../b/index.html'])
})

test('check knows the slides of the other deck', async () => {
  const folder = course('# Deck\n\n[link](other.md#depe)\n')
  const { out, err } = await lectern(folder, 'check')
  expect(out + err).toContain('There is no slide `#depe` in the deck `other`')
  expect(out + err).toContain('deep')
})
