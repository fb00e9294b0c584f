import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { AssetStore, fileHost } from '../../src/build/file-host.ts'
import { emptyFolder } from './run.ts'

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'

function project(): { root: string; host: ReturnType<typeof fileHost>; deck: string } {
  const base = emptyFolder()
  const root = path.join(base, 'project')
  const deck = path.join(root, 'slides/talk')
  mkdirSync(deck, { recursive: true })
  writeFileSync(path.join(base, 'secret.txt'), 'secret')
  return { root, deck, host: fileHost(root, path.join(deck, 'index.md'), new AssetStore()) }
}

test('nothing outside the project is read or linked, by path or by symbolic link', () => {
  const { root, host, deck } = project()
  symlinkSync(path.join(root, '../secret.txt'), path.join(deck, 'innocent.txt'))
  symlinkSync(path.join(root, '..'), path.join(deck, 'folder'))
  for (const written of [
    '../../../secret.txt',
    'innocent.txt',
    'folder/secret.txt',
    '%2e%2e/%2e%2e/%2e%2e/secret.txt',
    path.join(root, '../secret.txt'),
    '/../secret.txt',
  ]) {
    expect(host.read(written), written).toBeUndefined()
    expect(host.asset(written), written).toBeUndefined()
  }
})

test('an asset is named by its content and measured', () => {
  const { host, deck } = project()
  writeFileSync(path.join(deck, 'my figure.svg'), SQUARE)
  const first = host.asset('my%20figure.svg')
  expect(first).toEqual({
    url: expect.stringMatching(/^assets\/my-figure-[\w-]{8}\.svg$/),
    width: 40,
    height: 30,
  })
  expect(host.asset('./my figure.svg?v=2#top')).toEqual(first)
  writeFileSync(path.join(deck, 'my figure.svg'), SQUARE.replace('40', '400'))
  const second = host.asset('my figure.svg')
  expect(second).toMatchObject({ width: 400 })
  expect(second!.url).not.toBe(first!.url)
})

test('a path with a leading slash starts at the project, others beside the deck', () => {
  const { root, host, deck } = project()
  writeFileSync(path.join(root, 'shared.bib'), 'project')
  writeFileSync(path.join(deck, 'references.bib'), '\uFEFFdeck')
  expect(host.read('/shared.bib')).toBe('project')
  expect(host.read('references.bib')).toBe('deck')
  expect(host.read('../../shared.bib')).toBe('project')
  expect(host.siblings()).toContain('references.bib')
})

test('files that were asked for in vain are remembered, so that they count once they come', () => {
  const { host, deck } = project()
  expect(host.read('later.bib')).toBeUndefined()
  expect(host.dependencies.get(path.join(deck, 'later.bib'))).toBe('')
})
