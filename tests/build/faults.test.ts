/** What can go wrong around a build: what the user sees, and what is on disk after. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { writeOutput } from '../../src/build/output.ts'
import { disturb } from '../support/disturb.ts'
import { emptyFolder, lectern, siteCopy } from './run.ts'

const repository = path.join(import.meta.dirname, '../..')

/** The command in a process of its own; gives its exit code or signal, and what it said. */
function run(
  cwd: string,
  env: Record<string, string>,
  ...argv: string[]
): Promise<{ end: number | string; err: string }> {
  const preload = env.DIE_IN
    ? ['--import', pathToFileURL(path.join(repository, 'tests/support/die-at.mjs')).href]
    : []
  const child = spawn(process.execPath, [...preload, path.join(repository, 'bin/lectern.js'), ...argv], {
    cwd,
    env: { ...process.env, ...env },
  })
  let err = ''
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  return new Promise((done) => child.once('exit', (code, signal) => done({ end: signal ?? code ?? '', err })))
}

/** A project with its output built. */
async function builtSite(): Promise<{ site: string; out: string; index: () => string }> {
  const site = siteCopy('two-decks')
  expect((await lectern(site, 'build')).code).toBeLessThan(2)
  const out = path.join(site, 'dist')
  return { site, out, index: () => readFileSync(path.join(out, 'index.html'), 'utf8') }
}

const rest = (site: string): string[] => readdirSync(site).filter((name) => name.startsWith('.dist'))

test.each([
  ['while files are written', { DIE_IN: 'writeFileSync', DIE_AT: '3' }, true],
  ['between the old output and the new', { DIE_IN: 'renameSync', DIE_AT: '1' }, false],
])('kill -9 %s: the next build mends it', async (_, env, stays) => {
  const { site, out, index } = await builtSite()
  const before = index()
  expect(await run(site, env, 'build')).toMatchObject({ end: 'SIGKILL' })
  expect(existsSync(out)).toBe(stays)
  if (stays) expect(index()).toBe(before)
  expect(rest(site).length).toBeGreaterThan(0)

  expect((await lectern(site, 'build')).code).toBeLessThan(2)
  expect(index()).toBe(before)
  expect(rest(site)).toEqual([])
})

test.each([
  ['a full disk', 'writeFileSync', 'ENOSPC'],
  ['a full disk while copying', 'copyFileSync', 'ENOSPC'],
  ['a read-only folder', 'mkdirSync', 'EROFS'],
  ['a folder of someone else', 'mkdirSync', 'EACCES'],
  ['too many open files', 'writeFileSync', 'EMFILE'],
] as const)('%s: one line, exit 3, the old output', async (_, call, code) => {
  const { site, index } = await builtSite()
  const before = index()
  disturb(call, (file) => file.includes('.dist.new-'), code)
  const { code: exit, err } = await lectern(site, 'build')
  expect(exit).toBe(3)
  expect(err).toMatch(new RegExp(`^lectern: .*dist cannot be written: ${code}.* It is as it was\\.\\n$`))
  expect(index()).toBe(before)
  expect(rest(site)).toEqual([])
})

test('a cache that cannot be written is done without', async () => {
  const site = siteCopy('two-decks')
  disturb('mkdirSync', (file) => /cache/.test(file), 'ENOSPC')
  expect((await lectern(site, 'build')).code).toBeLessThan(2)
  expect(existsSync(path.join(site, 'dist/index.html'))).toBe(true)
})

test('a deck that may not be read: one line, exit 3, the old output', async () => {
  const { site, index } = await builtSite()
  const before = index()
  disturb('readFileSync', (file) => file.includes('first.md'), 'EACCES')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(3)
  expect(err).toBe('lectern: slides/first.md cannot be read: EACCES: stand-in.\n')
  expect(index()).toBe(before)
})

test.each([
  ['may not be read', 'EACCES'],
  ['went away while it was read', 'ENOENT'],
])('a picture or part that %s is a message, and the deck is there', async (_, code) => {
  const site = siteCopy('two-decks')
  writeFileSync(path.join(site, 'slides/_part.md'), 'Part')
  writeFileSync(path.join(site, 'slides/pic.png'), '')
  writeFileSync(
    path.join(site, 'slides/first.md'),
    '## A\n\nText\n\n![p](pic.png)\n\n::include{file=_part.md}\n',
  )
  disturb('readFileSync', (file) => /pic\.png|_part\.md/.test(file), code)
  const { code: exit, err } = await lectern(site, 'build')
  expect(exit).toBe(1)
  expect(err).toContain('slides/first.md:5:1')
  expect(err).toContain('slides/first.md:7:1')
  expect(readFileSync(path.join(site, 'dist/first/index.html'), 'utf8')).toContain('Text')
})

test('a folder where a picture or part should be is a message', async () => {
  const site = siteCopy('two-decks')
  mkdirSync(path.join(site, 'slides/pic.png'))
  mkdirSync(path.join(site, 'slides/part.md'))
  writeFileSync(path.join(site, 'slides/first.md'), '## A\n\n![p](pic.png)\n\n::include{file=part.md}\n')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(1)
  expect(err).toMatch(/pic\.png[^]*part\.md/)
})

test('a picture that goes away before it is copied: one line, exit 3, the old output', async () => {
  const { site, index } = await builtSite()
  const before = index()
  const picture = path.join(site, 'slides/pic.svg')
  writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
  writeFileSync(path.join(site, 'slides/first.md'), '## A\n\n![p](pic.svg)\n')
  disturb(
    'mkdirSync',
    (file) => file.includes('.dist.new-'),
    () => rmSync(picture, { force: true }),
  )
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(3)
  expect(err).toMatch(/^lectern: .*dist cannot be written: ENOENT.*pic\.svg.* It is as it was\.\n$/)
  expect(index()).toBe(before)
  expect(rest(site)).toEqual([])
})

test('another build takes the place between the two renames: the last one counts, whole', () => {
  const folder = emptyFolder()
  const out = path.join(folder, 'dist')
  writeOutput(out, new Map([['old.html', { content: 'old' }]]))
  let rivals = 2
  disturb(
    'renameSync',
    (file) => file.includes('.dist.new-') && rivals > 0,
    () => {
      rivals--
      mkdirSync(out, { recursive: true })
      writeFileSync(path.join(out, 'rival.html'), 'rival')
    },
  )
  writeOutput(out, new Map([['new.html', { content: 'new' }]]))
  expect(readdirSync(out).sort()).toEqual(['.lectern-output', 'new.html'])
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('two builds at once: both end well, and the output is whole', async () => {
  const { site, index } = await builtSite()
  const before = index()
  const ends = await Promise.all([run(site, {}, 'build'), run(site, {}, 'build')])
  for (const { end } of ends) expect(end).toBeLessThan(2)
  expect(index()).toBe(before)
  expect(existsSync(path.join(site, 'dist/first/index.html'))).toBe(true)
  expect(rest(site)).toEqual([])
})
