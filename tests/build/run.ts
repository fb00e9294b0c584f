import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import pico from 'picocolors'
import { main } from '../../src/cli.ts'

/** A copy of the site folder `tests/sites/NAME` that goes away after the test. */
export function siteCopy(name: string): string {
  const folder = emptyFolder()
  cpSync(path.join(import.meta.dirname, '..', 'sites', name), folder, { recursive: true })
  return folder
}

export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lectern-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A project with the one deck `slides/deck.md`. */
export function projectWith(deck: string): string {
  const folder = emptyFolder()
  mkdirSync(path.join(folder, 'slides'))
  writeFileSync(path.join(folder, 'slides', 'deck.md'), deck)
  return folder
}

/** Runs `lectern ARGV…` in `cwd`. */
export async function lectern(
  cwd: string,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await main(argv, {
    cwd,
    out: (text) => (out += text),
    err: (text) => (err += text),
    colors: pico.createColors(false),
    interactive: false,
  })
  return { code, out, err }
}
