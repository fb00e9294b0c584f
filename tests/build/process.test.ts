import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { siteCopy } from './run.ts'

const bin = path.join(import.meta.dirname, '../../bin/lectern.js')

function start(cwd: string, ...argv: string[]): ChildProcess & { text(pattern: RegExp): Promise<string> } {
  const child = spawn(process.execPath, [bin, ...argv], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const wait = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = pattern.exec(text)
        if (found) resolve(found[0])
        else child.stdout.once('data', look)
      }
      look()
    })
  child.stdout.on('data', (data: Buffer) => (text += data.toString()))
  return Object.assign(child, { text: wait })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

test('the command answers --help and --version', () => {
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', timeout: 20_000 })
  expect(run('--version').stdout).toMatch(/lectern\/\d+\.\d+\.\d+/)
  expect(run('build', '--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('--single-file'),
  })
  expect(run('bogus')).toMatchObject({ status: 2, stdout: '' })
})

test('Ctrl-C ends the preview with 0', async () => {
  const child = start(siteCopy('two-decks'), 'dev')
  const url = await child.text(/http:\/\/127\.0\.0\.1:\d+\//)
  expect((await fetch(`${url}first/`)).status).toBe(200)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(0)
})

test('Ctrl-C ends a check that watches with 0', async () => {
  const child = start(siteCopy('two-decks'), 'check', '--watch', '--no-browser')
  await child.text(/Ctrl-C ends it/)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(0)
})

test('a taken port is named, with exit code 3', async () => {
  const site = siteCopy('two-decks')
  const first = start(site, 'dev')
  const port = /\d+(?=\/$)/.exec(await first.text(/http:\/\/127\.0\.0\.1:\d+\//))![0]
  const second = spawnSync(process.execPath, [bin, 'dev', '--port', port], {
    cwd: site,
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(second).toMatchObject({ status: 3, stderr: expect.stringContaining(`Port ${port} is taken`) })
})

test('Ctrl-C leaves a build done or not begun, and nothing half-written', async () => {
  const site = siteCopy('two-decks')
  const child = start(site, 'build')
  child.once('spawn', () => child.kill('SIGINT'))
  await ended(child)
  expect(readdirSync(site).filter((name) => name.startsWith('.'))).toEqual([])
})
