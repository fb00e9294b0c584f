import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeOutput } from '../../src/build/output.ts'
import { emptyFolder } from './run.ts'

const visible = (folder: string): string[] => readdirSync(folder).sort()

test('a write that fails half-way leaves the old output and nothing else', () => {
  const folder = emptyFolder()
  const out = path.join(folder, 'dist')
  writeOutput(out, new Map([['index.html', { content: 'old' }]]))
  const files = new Map([
    ['index.html', { content: 'new' }],
    ['video.mp4', { copy: path.join(folder, 'gone.mp4') }],
  ])
  expect(() => writeOutput(out, files)).toThrow(/It is as it was/)
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('old')
  expect(visible(folder)).toEqual(['dist'])
})

test('files of the last output that the new one lacks are gone', () => {
  const out = path.join(emptyFolder(), 'dist')
  writeOutput(out, new Map([['a/index.html', { content: '' }]]))
  writeOutput(out, new Map([['b/index.html', { content: '' }]]))
  expect(visible(out)).toEqual(['.lectern-output', 'b'])
})

test('what a killed build left is mended: the old output comes back, the half-written one goes', () => {
  const folder = emptyFolder()
  const out = path.join(folder, 'dist')
  // No process has this number.
  const dead = 4_194_999
  mkdirSync(path.join(folder, `.dist.new-${dead}`))
  mkdirSync(path.join(folder, `.dist.old-${dead}`))
  writeFileSync(path.join(folder, `.dist.old-${dead}`, 'index.html'), 'old')
  const broken = new Map([['x', { copy: path.join(folder, 'gone') }]])
  expect(() => writeOutput(out, broken)).toThrow()
  expect(visible(folder)).toEqual(['dist'])
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('old')
  expect(existsSync(path.join(out, 'x'))).toBe(false)
})
