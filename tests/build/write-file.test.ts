/** A file at once or not at all. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkWritable, writeWhole } from '../../src/build/write-file.ts'
import { emptyFolder } from './run.ts'

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  return { ...real, writeFileSync: vi.fn(real.writeFileSync), default: real }
})

test('folders on the way are made, and what stood there gives way', () => {
  const file = path.join(emptyFolder(), 'a', 'b', 'deck.pdf')
  checkWritable(file)
  writeWhole(file, Buffer.from('old'))
  writeWhole(file, Buffer.from('new'))
  expect(fs.readFileSync(file, 'utf8')).toBe('new')
  expect(fs.readdirSync(path.dirname(file))).toEqual(['deck.pdf'])
})

test('on a full disk the old file stays, and no part of the new one', async () => {
  const file = path.join(emptyFolder(), 'deck.pdf')
  writeWhole(file, Buffer.from('old'))
  const mocked = vi.mocked((await import('node:fs')).writeFileSync)
  mocked.mockImplementationOnce((to, content) => {
    fs.appendFileSync(to as string, (content as Buffer).subarray(0, 1))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  })
  onTestFinished(() => void mocked.mockReset())
  expect(() => writeWhole(file, Buffer.from('new'))).toThrow(/cannot be written: ENOSPC/)
  expect(fs.readFileSync(file, 'utf8')).toBe('old')
  expect(fs.readdirSync(path.dirname(file))).toEqual(['deck.pdf'])
})
