import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, lectern, siteCopy } from './run.ts'

test.for([
  { argv: ['biuld'], says: 'Did you mean "build"?' },
  { argv: ['build', '--sigle-file'], says: 'Did you mean "--single-file"?' },
  { argv: ['build', '--out'], says: 'value is missing' },
  { argv: ['build', 'slides/frist.md'], says: 'Did you mean "first.md"?' },
  { argv: ['build', 'slides/second/data.csv'], says: 'no Markdown file' },
  { argv: ['check', '--format', 'jsno'], says: 'Did you mean "json"?' },
  { argv: ['dev', '--port', 'many'], says: '--port takes a number' },
  { argv: ['build', '--theme', 'papr'], says: 'Did you mean "paper"?' },
  { argv: ['new', 'course', '--theme', 'chalc'], says: 'Did you mean "chalk"?' },
  { argv: ['new'], says: 'Missing required args' },
  { argv: ['build', '--base', 'nonsense'], says: '--base takes' },
])('wrong use ends with 2 and says what to do: $argv', async ({ argv, says }) => {
  const { code, err } = await lectern(siteCopy('two-decks'), ...argv)
  expect(code).toBe(2)
  expect(err).toContain(says)
  expect(err).toContain('--help')
})

test('two decks of one name are refused', async () => {
  const site = siteCopy('two-decks')
  mkdirSync(path.join(site, 'slides/first'))
  writeFileSync(path.join(site, 'slides/first/index.md'), '# Again')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(2)
  expect(err).toContain('Two decks are called "first"')
})

test('check prints places, code frames and mends', async () => {
  const { code, out } = await lectern(siteCopy('errors'), 'check', '--no-browser')
  expect(code).toBe(1)
  expect(out).toContain('slides/broken.md:8:1  error')
  expect(out).toContain('> 8 | ![Not there](nowhere.png)')
  expect(out).toContain('fix:')
  expect(out).toMatch(/Checked 1 deck, \d+ slides? in .*: 1 error, 1 warning/)
})

test('check gives its messages as data', async () => {
  const { code, out } = await lectern(siteCopy('errors'), 'check', '--no-browser', '--format', 'json')
  expect(code).toBe(1)
  const { messages, counts } = JSON.parse(out)
  expect(counts).toEqual({ error: 1, warning: 1, info: 0 })
  expect(messages[1]).toMatchObject({
    rule: 'asset-missing',
    severity: 'error',
    file: 'slides/broken.md',
    line: 8,
  })
})

test('check speaks the language of workflow commands', async () => {
  const { out } = await lectern(siteCopy('errors'), 'check', '--no-browser', '--format', 'github')
  expect(out).toMatch(/^::warning file=slides\/broken\.md,line=3,col=1,title=front-matter-unknown::.+$/m)
  expect(out).toMatch(/^::error file=slides\/broken\.md,line=8,.*title=asset-missing::.+$/m)
})

test('decks of several folders outside the working folder share the project above them', async () => {
  const site = siteCopy('two-decks')
  const elsewhere = emptyFolder()
  const paths = [path.join(site, 'slides/second'), path.join(site, 'slides/first.md')]
  const { code, out } = await lectern(elsewhere, 'build', ...paths)
  expect(code).toBe(0)
  expect(out).toContain('dist/second/index.html')
  // Beside the caller, not in a project that is not theirs.
  expect(existsSync(path.join(elsewhere, 'dist/first/index.html'))).toBe(true)
})
