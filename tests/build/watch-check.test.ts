/** `lectern check --watch`: what is told after a change, and how it ends. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import pico from 'picocolors'
import { check } from '../../src/build/commands/check.ts'
import { emptyFolder } from './run.ts'

/** A watch over `decks` that ends with the test. */
function watching(decks: Record<string, string>, interactive = false) {
  const root = emptyFolder()
  mkdirSync(path.join(root, 'slides'))
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(root, 'slides', `${name}.md`), text)
  for (const [name, text] of Object.entries(decks)) write(name, text)
  let out = ''
  const waiting: (() => void)[] = []
  const print = (text: string): void => {
    out += text
    for (const wake of waiting.splice(0)) wake()
  }
  let end = (): void => undefined
  const until = new Promise<void>((resolve) => (end = resolve))
  const terminal = { cwd: root, out: print, err: print, colors: pico.createColors(false), interactive }
  const code = check([], { browser: false, watch: true, until }, terminal)
  onTestFinished(async () => {
    end()
    await code
  })
  /** What has been printed up to the next time that it waits. */
  const next = async (): Promise<string> => {
    const mark = 'Waiting for changes. Ctrl-C ends it.\n'
    while (!out.includes(mark)) await new Promise<void>((resolve) => waiting.push(resolve))
    const [text = '', ...rest] = out.split(mark)
    out = rest.join(mark)
    return text
  }
  return { root, write, next, end, code }
}

test('a change is looked at, what is mended is told no more, and the end is 0', async () => {
  const { write, next, end, code } = watching({ a: '## A\n\n![x](x.png)\n', b: '## B\n' })
  expect(await next()).toContain('slides/a.md:3:1  error')
  write('a', '## A\n\nMended.\n')
  expect(await next()).toMatch(/^Checked 2 decks, 2 slides in .*: no messages\n$/)
  write('b', '## B\n\n![y](y.png)\n')
  expect(await next()).toContain('slides/b.md:3:1  error')
  end()
  expect(await code).toBe(0)
})

test('decks that come and go, and a picture that was missing', async () => {
  const { root, write, next } = watching({ a: '## A\n\n![x](x.svg)\n' })
  expect(await next()).toContain('There is no file `x.svg`')
  writeFileSync(
    path.join(root, 'slides/x.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  )
  expect(await next()).toContain('no messages')
  write('b', '## B\n')
  expect(await next()).toContain('Checked 2 decks')
  rmSync(path.join(root, 'slides/a.md'))
  expect(await next()).toContain('Checked 1 deck,')
})

test('a person gets a clean screen, and only when the new report is there', async () => {
  const { write, next } = watching({ a: '## A\n' }, true)
  expect(await next()).toMatch(/^\u001B\[2J\u001B\[3J\u001B\[HChecked/)
  write('a', '## Again\n')
  expect(await next()).toMatch(/^\u001B\[2J\u001B\[3J\u001B\[HChecked/)
})

test('wrong use ends it at once', async () => {
  const terminal = {
    cwd: emptyFolder(),
    out: () => 0,
    err: () => 0,
    colors: pico.createColors(false),
    interactive: false,
  }
  await expect(check([], { browser: false, watch: true }, terminal)).rejects.toThrow(
    'There is no folder "slides"',
  )
})
