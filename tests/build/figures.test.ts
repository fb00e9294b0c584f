/** Figure modules: run when something that goes into them has changed, explained when they fail. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AssetStore, fileHost, type FileHost } from '../../src/build/file-host.ts'
import { startPreview } from '../../src/build/dev/preview.ts'
import { emptyFolder, lectern } from './run.ts'

/** A module that counts in `runs.txt` how often it ran. */
const COUNTING = `import { appendFileSync } from 'node:fs'
import { defineFigure } from 'lectern/figure'
import { radius } from './kit.ts'
appendFileSync(new URL('../runs.txt', import.meta.url), 'x')
export const figure = defineFigure({
  title: ({ options }: { options: Record<string, string> }) => \`Drawn in \${options.colour ?? 'black'}\`,
  draw: ({ read, options }) =>
    \`<svg viewBox="0 0 9 9"><circle r="\${radius}" fill="\${options.colour ?? 'black'}"/><text>\${read('data/x.csv').trim()}</text></svg>\`,
})
`

interface Site {
  root: string
  /** Writes a file of the deck's folder. */
  write(name: string, text: string): string
  /** A host as a new run of the command has it. */
  host(): FileHost
  runs(): number
}

function site(files: Record<string, string> = {}): Site {
  const root = path.join(emptyFolder(), 'project')
  const folder = path.join(root, 'slides/talk')
  // Where the cache goes; else it would be the user's own.
  mkdirSync(path.join(root, 'node_modules'), { recursive: true })
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
  const all = {
    'index.md': '## A\n\n::figure{src=figures/a.ts colour=red}\n\n::figure{src=figures/a.ts}\n',
    'figures/a.ts': COUNTING,
    'figures/kit.ts': 'export const radius: number = 3\n',
    'data/x.csv': '1,2\n',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) write(name, text)
  return {
    root,
    write,
    host: () => fileHost(root, path.join(folder, 'index.md'), new AssetStore()),
    runs: () => readFileSync(path.join(folder, 'runs.txt'), 'utf8').length,
  }
}

const drawn = async (host: FileHost, options: Record<string, string> = {}) =>
  host.figure('figures/a.ts', options)

test('a module draws with its options and its data', async () => {
  const { host } = site()
  expect(await drawn(host(), { colour: 'red' })).toEqual({
    title: 'Drawn in red',
    svg: '<svg viewBox="0 0 9 9"><circle r="3" fill="red"/><text>1,2</text></svg>',
  })
})

test('it runs again only when something that goes into it has changed', async () => {
  const { host, runs, write } = site()
  const first = await drawn(host())
  expect(await drawn(host())).toEqual(first)
  expect(runs()).toBe(1)
  // The same bytes once more are no change.
  write('data/x.csv', '1,2\n')
  expect(await drawn(host())).toEqual(first)
  expect(runs()).toBe(1)

  await drawn(host(), { colour: 'red' })
  expect(runs()).toBe(2)
  write('data/x.csv', '3,4\n')
  expect(await drawn(host())).toMatchObject({ svg: expect.stringContaining('3,4') })
  expect(runs()).toBe(3)
  write('figures/kit.ts', 'export const radius: number = 4\n')
  expect(await drawn(host())).toMatchObject({ svg: expect.stringContaining('r="4"') })
  expect(runs()).toBe(4)
  write('figures/a.ts', COUNTING.replace('9 9', '8 8'))
  expect(await drawn(host())).toMatchObject({ svg: expect.stringContaining('0 0 8 8') })
  expect(runs()).toBe(5)
  expect(await drawn(host())).toMatchObject({ svg: expect.stringContaining('0 0 8 8') })
  expect(runs()).toBe(5)
})

test('a kept drawing loads no Vite', async () => {
  const { host, write } = site()
  const first = await drawn(host())
  vi.doMock('../../src/build/figures/figure-runner.ts', () => ({
    startRunner: () => Promise.reject(new Error('loaded')),
  }))
  onTestFinished(() => vi.doUnmock('../../src/build/figures/figure-runner.ts'))
  expect(await drawn(host())).toEqual(first)
  write('data/x.csv', '5,6\n')
  await expect(drawn(host())).rejects.toThrow('loaded')
})

test('a kept drawing that is not whole is made again', async () => {
  const { host, root, runs } = site()
  const first = await drawn(host())
  const cache = path.join(root, 'node_modules/.cache/lectern/figures')
  const [name, ...others] = readdirSync(cache)
  expect(others).toEqual([])
  writeFileSync(path.join(cache, name!), readFileSync(path.join(cache, name!), 'utf8').slice(0, 50))
  expect(await drawn(host())).toEqual(first)
  expect(runs()).toBe(2)
})

test('figures that are drawn at the same time load a module once', async () => {
  const { host, runs } = site()
  const one = host()
  const results = await Promise.all(['red', 'blue', 'green'].map((colour) => drawn(one, { colour })))
  expect(results).toMatchObject([
    { title: 'Drawn in red' },
    { title: 'Drawn in blue' },
    { title: 'Drawn in green' },
  ])
  expect(runs()).toBe(1)
})

test.each(['first', 'kept'])('the deck depends on all that goes into a drawing (%s)', async (run) => {
  const { host, root } = site()
  if (run === 'kept') await drawn(host())
  const one = host()
  await drawn(one)
  const names = [...one.dependencies].map(([file, stamp]) => [path.relative(root, file), stamp !== ''])
  expect(Object.fromEntries(names)).toEqual({
    'slides/talk/figures/a.ts': true,
    'slides/talk/figures/kit.ts': true,
    'slides/talk/data/x.csv': true,
  })
})

const at = 'slides/talk/figures/a.ts'

test.each<[string, Record<string, string>, object]>([
  [
    'throws',
    {
      'figures/a.ts':
        'export const figure = {\n  title: "x",\n  draw: () => { throw new Error("no data") },\n}\n',
    },
    { problem: 'figure-failed', reason: `${at}:3:23: no data` },
  ],
  [
    'throws in what it imports',
    {
      'figures/kit.ts':
        'interface A { a: string }\n\nthrow new TypeError("bad kit")\nexport const radius = 1\n',
    },
    { problem: 'figure-failed', reason: 'slides/talk/figures/kit.ts:3:7: bad kit' },
  ],
  [
    'throws what is no error',
    { 'figures/a.ts': 'throw "words"' },
    { problem: 'figure-failed', reason: `${at}: It threw words` },
  ],
  [
    'is no TypeScript',
    { 'figures/a.ts': 'const ok = 1\nexport const figure = {{\n' },
    { problem: 'figure-failed', reason: `${at}:2:24: Unexpected token` },
  ],
  [
    'imports what is not there',
    { 'figures/a.ts': 'import { x } from "./nowhere.ts"\nexport const figure = x\n' },
    { problem: 'figure-failed', reason: `${at}:1:19: There is no module \`./nowhere.ts\`` },
  ],
  [
    'imports a package that is not there',
    { 'figures/a.ts': 'import { x } from "no-such-package"\nexport const figure = x\n' },
    {
      problem: 'figure-failed',
      reason: `${at}:1:19: There is no module \`no-such-package\``,
    },
  ],
  [
    'reads what is not there',
    { 'figures/a.ts': COUNTING.replace('data/x.csv', 'data/y.csv') },
    {
      problem: 'figure-failed',
      reason: expect.stringContaining('There is no file `data/y.csv` beside the deck'),
    },
  ],
  [
    'exports another name',
    { 'figures/a.ts': 'export const figur = 1\n' },
    {
      problem: 'figure-export',
      reason: 'The module exports no `figure`, but `figur`',
      fix: 'Rename `figur` to `figure`.',
    },
  ],
  [
    'exports nothing',
    { 'figures/a.ts': 'export {}\n' },
    { problem: 'figure-export', reason: 'The module exports no `figure`' },
  ],
  [
    'exports no figure',
    { 'figures/a.ts': 'export const figure = "<svg/>"\n' },
    { problem: 'figure-export', reason: '`figure` has no function `draw`' },
  ],
  [
    'draws nothing',
    { 'figures/a.ts': 'export const figure = { title: "x", draw() {} }\n' },
    { problem: 'figure-svg', reason: '`draw` gave nothing instead of an `<svg>`' },
  ],
  [
    'has no title',
    { 'figures/a.ts': 'export const figure = { draw: () => "<svg viewBox=\'0 0 1 1\'></svg>" }\n' },
    { problem: 'figure-export', reason: '`figure` has no `title`' },
  ],
])('a module that %s is explained', async (_, files, expected) => {
  const { host } = site(files)
  expect(await drawn(host())).toMatchObject(expected)
})

test('a mended module draws, whatever was wrong', async () => {
  const { host, write } = site({ 'figures/a.ts': COUNTING.replace('./kit.ts', './later.ts') })
  const one = host()
  expect(await drawn(one)).toMatchObject({ problem: 'figure-failed' })
  const later = write('figures/later.ts', 'export const radius = 1\n')
  // So that the preview sees it come.
  expect(one.dependencies.get(later)).toBe('')
  expect(await drawn(one)).toMatchObject({ title: 'Drawn in black' })
})

test('nothing outside the project is run or read', async () => {
  const { host, root } = site({
    'figures/a.ts': COUNTING.replace('data/x.csv', '../../../secret.csv'),
  })
  writeFileSync(path.join(root, '../secret.csv'), 'secret')
  writeFileSync(path.join(root, '../outside.ts'), COUNTING)
  symlinkSync(path.join(root, '../outside.ts'), path.join(root, 'slides/talk/figures/link.ts'))
  const one = host()
  expect(await drawn(one)).toMatchObject({ problem: 'figure-failed' })
  expect(await one.figure('figures/link.ts', {})).toBeUndefined()
  expect(await one.figure('../../../outside.ts', {})).toBeUndefined()
  expect(await one.figure('figures/no.ts', {})).toBeUndefined()
  expect(await one.figure('data/x.csv', {})).toMatchObject({ problem: 'figure-export' })
})

test('build, print page and preview show the same drawing', async () => {
  const { root } = site()
  expect(await lectern(root, 'build')).toMatchObject({ code: 0 })
  const preview = await startPreview(root, [], { port: undefined })
  onTestFinished(() => preview.close())
  const pages = [
    readFileSync(path.join(root, 'dist/talk/index.html'), 'utf8'),
    readFileSync(path.join(root, 'dist/talk/print/index.html'), 'utf8'),
    await (await fetch(`${preview.urls[0]}talk/`)).text(),
    await (await fetch(`${preview.urls[0]}talk/print/`)).text(),
  ].map((page) => page.match(/<figure class="figure drawing".*?<\/figure>/g))
  expect(pages[0]).toHaveLength(2)
  expect(pages[0]![0]).toContain('fill="red"')
  for (const page of pages) expect(page).toEqual(pages[0])
})

test('a deck with a broken figure is built, with the message in its place', async () => {
  const { root } = site({ 'figures/a.ts': 'export const figure = { title: "x", draw: () => lost }\n' })
  const { code, err } = await lectern(root, 'build')
  expect(code).toBe(1)
  expect(err).toMatch(/slides\/talk\/index\.md:3:1 .*slides\/talk\/figures\/a\.ts:1:\d+: lost is not defined/)
  const page = readFileSync(path.join(root, 'dist/talk/index.html'), 'utf8')
  expect(page).toContain('lost is not defined')
})
