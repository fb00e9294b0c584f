import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emptyFolder, lectern, siteCopy } from './run.ts'

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

/** Everything that a page loads or links to: attribute values that are URLs. */
const urls = (html: string): string[] =>
  [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)]
    .map((match) => match[1]!)
    .filter((url) => !url.startsWith('#'))

test('a build gives an index, and lecture, print, review and speaker pages and the manifest of each deck, and says where', async () => {
  const site = siteCopy('two-decks')
  const { code, out } = await lectern(site, 'build')
  expect(code).toBe(0)
  const dist = path.join(site, 'dist')
  expect(files(dist).filter((file) => !file.startsWith('assets') && !file.startsWith('.'))).toEqual([
    'cards.html',
    'first/index.html',
    'first/manifest.json',
    'first/print/index.html',
    'first/review/cards.js',
    'first/review/index.html',
    'first/speaker/index.html',
    'index.html',
    'second/index.html',
    'second/manifest.json',
    'second/print/index.html',
    'second/review/cards.js',
    'second/review/index.html',
    'second/speaker/index.html',
  ])
  expect(out).toContain('dist/first/index.html')
  expect(out).toMatch(/Built 2 decks, \d+ slides in .*: no messages/)
  const manifest = JSON.parse(readFileSync(path.join(dist, 'first/manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({ deck: 'first', title: 'First' })
})

test('every URL of every page is relative and leads to a file of the site', async () => {
  const site = siteCopy('two-decks')
  await lectern(site, 'build')
  const dist = path.join(site, 'dist')
  for (const page of files(dist).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(path.join(dist, page), 'utf8')
    expect(html).not.toContain('\uFDD0')
    expect(html).not.toContain('type="module"')
    for (const url of urls(html)) {
      expect(url).not.toMatch(/^(\/|[a-z]+:)/)
      const target = path.join(dist, path.dirname(page), decodeURI(url.replace(/[?#].*$/, '')))
      expect(existsSync(target) && !target.endsWith('/'), `${page}: ${url}`).toBe(true)
    }
  }
  const assets = readdirSync(path.join(dist, 'assets'))
  expect(assets.filter((name) => /\.(woff|ttf)$/.test(name))).toEqual([])
  expect(assets.some((name) => /^figure-one-.*\.svg$/.test(name))).toBe(true)
})

test('--single-file puts everything into the pages', async () => {
  const site = siteCopy('two-decks')
  expect((await lectern(site, 'build', '--single-file', 'slides/second')).code).toBe(0)
  const dist = path.join(site, 'dist')
  expect(existsSync(path.join(dist, 'assets'))).toBe(false)
  const html = readFileSync(path.join(dist, 'second/index.html'), 'utf8')
  // Booleans, since a page that fails would be printed whole.
  expect(html.includes('src="data:image/svg+xml;base64,')).toBe(true)
  expect(html.includes('href="data:text/csv;base64,')).toBe(true)
  const parts = html.replace(/\b(?:data:)[^"')]*/g, 'data')
  expect(/<script[^>]*\ssrc=/.test(parts)).toBe(false)
  expect(/<link[^>]*stylesheet/.test(parts)).toBe(false)
  const [style] = /<style>[^]*?<\/style>/.exec(parts)!
  expect([...style.matchAll(/url\(["']?([^"')]*)/g)].filter(([, url]) => !/^(data|#)/.test(url!))).toEqual([])
  // One end for each script element: nothing inlined ends its element early.
  expect(parts.match(/<script\b/g)?.length).toBe(parts.match(/<\/script>/g)?.length)
})

test('a deck with errors is written, and the command ends with 1', async () => {
  const site = siteCopy('errors')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(1)
  expect(err).toContain('slides/broken.md:8:1')
  expect(err).toContain('asset-missing')
  expect(existsSync(path.join(site, 'dist/broken/index.html'))).toBe(true)
})

test('--strict counts warnings, --base gives canonical links', async () => {
  const site = siteCopy('errors')
  writeFileSync(path.join(site, 'slides/broken.md'), '---\ntitle: T\ncolour: red\n---\n\n## S\n')
  expect((await lectern(site, 'build')).code).toBe(0)
  const { code } = await lectern(site, 'build', '--strict', '--base', '/course')
  expect(code).toBe(1)
  process.env.LECTERN_BROWSER = path.join(site, 'no-browser')
  onTestFinished(() => void delete process.env.LECTERN_BROWSER)
  expect(await lectern(site, 'build', '--base', 'https://example.org/course')).toMatchObject({
    code: 0,
    err: expect.stringContaining('No picture for links'),
  })
  const html = readFileSync(path.join(site, 'dist/broken/print/index.html'), 'utf8')
  expect(html).toContain('<link rel="canonical" href="https://example.org/course/broken/print/">')
  expect(html).toContain('<meta property="og:title" content="T">')
  expect(html).toContain('<meta property="og:url" content="https://example.org/course/broken/print/">')
  expect(html).not.toContain('og:image')
})

test('what cannot be built leaves the last output as it was', async () => {
  const site = siteCopy('two-decks')
  await lectern(site, 'build')
  const before = files(path.join(site, 'dist'))
  writeFileSync(path.join(site, 'lectern.config.json'), '{ "ruels": {} }')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(2)
  expect(err).toContain('Did you mean "rules"?')
  expect(files(path.join(site, 'dist'))).toEqual(before)
  expect(readdirSync(site).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a folder with files of somebody else, or with the project in it, is not replaced', async () => {
  const site = siteCopy('two-decks')
  mkdirSync(path.join(site, 'thesis'))
  writeFileSync(path.join(site, 'thesis/chapter.txt'), 'years of work')
  const foreign = await lectern(site, 'build', '--out', 'thesis')
  expect(foreign).toMatchObject({ code: 2, err: expect.stringContaining('no build has written') })
  expect((await lectern(site, 'build', '--out', '.')).code).toBe(2)
  expect((await lectern(site, 'build', '--out', '..')).code).toBe(2)
  expect(readFileSync(path.join(site, 'thesis/chapter.txt'), 'utf8')).toBe('years of work')
})

test('severities of the project hold, and rules can be off', async () => {
  const site = siteCopy('errors')
  const config = { rules: { 'asset-missing': 'warning', 'front-matter-unknown': 'off' } }
  writeFileSync(path.join(site, 'lectern.config.json'), JSON.stringify(config))
  const { code, out } = await lectern(site, 'check', '--no-browser', '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(out).counts).toMatchObject({ error: 0, warning: 1 })
})

test('the folder that "new" makes builds at once without messages', async () => {
  const folder = emptyFolder()
  expect((await lectern(folder, 'new', 'course')).code).toBe(0)
  // From its own repository it is no package of the registry: npm links this very Lectern.
  const { devDependencies } = JSON.parse(readFileSync(path.join(folder, 'course/package.json'), 'utf8'))
  const linked = path.join(folder, 'course', devDependencies.lectern.replace(/^file:/, ''), 'package.json')
  expect(JSON.parse(readFileSync(linked, 'utf8')).name).toBe('lectern')
  const { code, err } = await lectern(path.join(folder, 'course'), 'build', '--strict')
  expect(err).toBe('')
  expect(code).toBe(0)
  expect((await lectern(folder, 'new', 'course')).code).toBe(2)
})

test('a project sets theme, language, footer and macros for decks that do not', async () => {
  const site = siteCopy('two-decks')
  writeFileSync(path.join(site, 'slides/first.md'), '## Reals\n\n$\\R$\n')
  writeFileSync(path.join(site, 'slides/second/index.md'), '---\nlang: en\n---\n\n## S\n')
  const config = 'export default { lang: "de", theme: "own", macros: { R: "\\\\mathbb{R}" } }'
  writeFileSync(path.join(site, 'lectern.config.ts'), config)
  mkdirSync(path.join(site, 'themes/own'), { recursive: true })
  writeFileSync(path.join(site, 'themes/own/theme.css'), '.own-theme { color: red }')
  expect(await lectern(site, 'build')).toMatchObject({ code: 0, err: '' })
  const html = readFileSync(path.join(site, 'dist/first/index.html'), 'utf8')
  expect(/<html lang="de"/.test(html)).toBe(true)
  expect(html.includes('mathbb">R<')).toBe(true)
  expect(readFileSync(path.join(site, 'dist/second/index.html'), 'utf8').includes('<html lang="en"')).toBe(
    true,
  )
  const style = /href="\.\.\/(assets\/[^"]+\.css)"/.exec(html)![1]!
  expect(readFileSync(path.join(site, 'dist', style), 'utf8').includes('.own-theme')).toBe(true)
})

test('--theme wins over the theme that a deck names, for every command that takes decks', async () => {
  const site = siteCopy('two-decks')
  writeFileSync(path.join(site, 'slides/first.md'), '---\ntheme: gone\n---\n\n## One\n')
  expect(await lectern(site, 'check', '--no-browser')).toMatchObject({ code: 1 })
  expect((await lectern(site, 'check', '--no-browser', '--theme', 'chalk')).code).toBe(0)
  expect(await lectern(site, 'build', '--theme', 'chalk')).toMatchObject({ code: 0, err: '' })
  const html = readFileSync(path.join(site, 'dist/first/index.html'), 'utf8')
  expect(/<html[^>]* data-theme="([^"]+)"/.exec(html)?.[1]).toBe('chalk')
  const style = /href="\.\.\/(assets\/[^"]+\.css)"/.exec(html)![1]!
  expect(readFileSync(path.join(site, 'dist', style), 'utf8').includes('Alegreya Sans')).toBe(true)
  for (const command of ['dev', 'pdf'])
    expect((await lectern(site, command, '--theme', 'chalc')).err, command).toContain('Did you mean "chalk"?')
})
