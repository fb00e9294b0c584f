/** `lectern check --baseline`: what is known is silent, what is new is told, what is gone is told as such. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, lectern } from './run.ts'

function project(decks: Record<string, string>): {
  write(name: string, text: string): void
  check(...argv: string[]): ReturnType<typeof lectern>
  file: string
  root: string
} {
  const root = emptyFolder()
  mkdirSync(path.join(root, 'slides'))
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(root, 'slides', `${name}.md`), text)
  for (const [name, text] of Object.entries(decks)) write(name, text)
  return {
    write,
    root,
    check: (...argv) => lectern(root, 'check', '--no-browser', '--baseline', 'known.json', ...argv),
    file: path.join(root, 'known.json'),
  }
}

const broken = (name: string): string => `## One\n\n![${name}](${name}.png)\n`

test('what is known is silent, wherever its line has moved', async () => {
  const { write, check } = project({ a: broken('first') })
  expect(await check('--update-baseline')).toMatchObject({
    code: 0,
    out: 'known.json: 1 message set aside.\n',
  })
  write('a', `---\ntitle: Longer\n---\n\n## Before\n\nWords.\n\n${broken('first')}`)
  const { code, out } = await check()
  expect(out).toMatch(/^Checked 1 deck, \d+ slides in .*: no messages, 1 known\n$/)
  expect(code).toBe(0)
})

test('what is new is told, and ends with 1; another of the same kind is new, too', async () => {
  const { write, check } = project({ a: broken('first') })
  await check('--update-baseline')
  write('a', `${broken('first')}\n![second](second.png)\n\n![first](first.png)\n`)
  const { code, out } = await check()
  expect(code).toBe(1)
  expect(out).toContain('slides/a.md:5:1  error  There is no file `second.png`')
  expect(out).toContain('slides/a.md:7:1  error  There is no file `first.png`')
  expect(out).not.toContain('slides/a.md:3')
  expect(out).toContain('2 errors, 1 known')
})

test('what is gone is told, and leaves the file when it is written anew', async () => {
  const { write, check, file } = project({ a: broken('first'), b: broken('second') })
  await check('--update-baseline')
  write('a', '## One\n')
  const { code, out } = await check()
  expect(code).toBe(0)
  expect(out).toContain(
    'slides/a.md #one  gone  There is no file `first.png` beside the deck  asset-missing\n',
  )
  const data = await check('--format', 'json')
  expect(JSON.parse(data.out).messages).toEqual([])
  expect(data.err).toContain('gone')
  await check('--update-baseline')
  expect(JSON.parse(readFileSync(file, 'utf8')).known).toHaveLength(1)
})

test('what a run has not looked at is neither gone nor dropped', async () => {
  const { check, file } = project({ a: broken('first'), b: broken('second') })
  await check('--update-baseline')
  const text = readFileSync(file, 'utf8')
  // As a browser would have told it.
  const measured = text.replace(
    '"known": [\n',
    '"known": [\n{"file":"slides/a.md","slide":"one","rule":"contrast-low","excerpt":"faint"},\n',
  )
  writeFileSync(file, measured)
  expect((await check()).out).not.toContain('gone')
  expect((await check('slides/b.md')).out).toMatch(/^Checked 1 deck.* 1 known\n$/)
  await check('slides/b.md', '--update-baseline')
  expect(JSON.parse(readFileSync(file, 'utf8')).known).toHaveLength(3)
})

test('the file is versioned, sorted, a finding a line, and the same for the same decks', async () => {
  const { check, file, root } = project({ b: broken('x'), a: `${broken('y')}\n![y](y.png)\n` })
  await check('--update-baseline')
  const text = readFileSync(file, 'utf8')
  expect(text.split('\n')).toEqual([
    '{',
    '"version": 1,',
    '"known": [',
    '{"file":"slides/a.md","slide":"one","rule":"asset-missing","excerpt":"There is no file `y.png` beside the deck","count":2},',
    '{"file":"slides/b.md","slide":"one","rule":"asset-missing","excerpt":"There is no file `x.png` beside the deck"}',
    ']',
    '}',
    '',
  ])
  await check('--update-baseline')
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(readdirSync(root).toSorted()).toEqual(['known.json', 'slides'])
})

test.for([
  ['{', 'cannot be read'],
  ['{"version":2,"known":[]}', 'no baseline of version 1'],
  ['{"version":1,"known":[{"file":1}]}', 'no baseline of version 1'],
  ['null', 'no baseline of version 1'],
])('%s is refused, and not written over', async ([text = '', says]) => {
  const { check, file } = project({ a: '## A\n' })
  writeFileSync(file, text)
  for (const argv of [[], ['--update-baseline']]) {
    const { code, err } = await check(...argv)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})

test('a file that is not there, and options that do not go together, are wrong use', async () => {
  const { check, root } = project({ a: '## A\n' })
  expect((await check()).err).toContain('There is no baseline known.json. Write it with --update-baseline.')
  const wrong = async (...argv: string[]) => (await lectern(root, 'check', ...argv)).err
  expect(await wrong('--update-baseline')).toContain('--update-baseline needs --baseline FILE')
  expect(await wrong('--watch', '--format', 'json')).toContain('exclude each other')
  expect(await wrong('--watch', '--baseline', 'x', '--update-baseline')).toContain('exclude each other')
})

test.skipIf(process.getuid?.() === 0)('where it cannot be written, it is as it was', async () => {
  const { check, file, root } = project({ a: broken('first') })
  await check('--update-baseline')
  const text = readFileSync(file, 'utf8')
  rmSync(path.join(root, 'slides/a.md'))
  writeFileSync(path.join(root, 'slides/b.md'), broken('second'))
  chmodSync(root, 0o555)
  const { code } = await check('--update-baseline')
  chmodSync(root, 0o755)
  expect(code).toBe(3)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
