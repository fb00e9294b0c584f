import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, lectern } from './run.ts'

const slides = '---\nmarp: true\n---\n\n# A\n\n![w:100](a.png)\n'

test('a deck of another tool is written beside it, and never over one that is there', async () => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, 'talk.md'), slides)
  const first = await lectern(folder, 'import', 'talk.md', '-o', 'new/talk.md')
  expect(first.code).toBe(0)
  expect(first.err).toContain('Read as marp into new/talk.md: nothing left to do by hand')
  const target = path.join(folder, 'new/talk.md')
  expect(readFileSync(target, 'utf8')).toContain('![](a.png){width=100}')
  writeFileSync(target, 'mine')
  const second = await lectern(folder, 'import', 'talk.md', '-o', 'new/talk.md')
  expect(second.code).toBe(2)
  expect(second.err).toContain('is there already')
  expect(readFileSync(target, 'utf8')).toBe('mine')
})

test('without a file to write the text goes out, the remarks beside it', async () => {
  const folder = emptyFolder()
  writeFileSync(
    path.join(folder, 'talk.md'),
    '# A\n\n---\n\nclass: middle\n\n.big[\n\ntext\n\n]\n\n???\nSaid\n',
  )
  const { code, out, err } = await lectern(folder, 'import', 'talk.md')
  expect(code).toBe(0)
  expect(out).toContain(':::notes\nSaid\n:::')
  expect(err).toMatch(/talk\.md:7 .*`\.class\[` that goes over several lines/)
})

test('wrong use is told', async () => {
  const folder = emptyFolder()
  expect(await lectern(folder, 'import', 'nope.md')).toMatchObject({ code: 2 })
  writeFileSync(path.join(folder, 'talk.md'), slides)
  const { code, err } = await lectern(folder, 'import', 'talk.md', '--from', 'slidv')
  expect(code).toBe(2)
  expect(err).toContain('Did you mean "slidev"?')
  expect(existsSync(path.join(folder, 'out.md'))).toBe(false)
})
