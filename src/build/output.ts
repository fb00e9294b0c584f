/** Writing all or nothing: a folder beside the output is filled first and takes its place by a rename. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs'
import path from 'node:path'
import { EnvironmentError, UsageError } from './errors.ts'
import { isInside } from './paths.ts'

/** A file's content, or the absolute path of the file to copy. */
export type OutputFile = { content: string | Uint8Array } | { copy: string }

/** Marks a folder as one that a build may replace. */
const MARK = '.lectern-output'

/**
 * Refuses a folder that must not be replaced: one that holds the project or a deck, or is full of files that no
 * build has written. Throws a usage error.
 */
export function checkOutput(out: string, keep: readonly string[]): void {
  const folder = existsSync(out) ? realpathSync(out) : out
  for (const file of keep) {
    if (isInside(folder, file))
      throw new UsageError(`--out ${out} would be replaced, and ${file} lies in it.`)
  }
  if (!existsSync(folder)) return
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    throw new UsageError(`--out ${out} is not a folder.`)
  }
  if (names.length > 0 && !names.includes(MARK)) {
    throw new UsageError(
      `${out} holds files that no build has written. Empty it, or name another folder by --out.`,
    )
  }
}

/**
 * Writes `files` (path in the output → content) so that `out` at any time holds all of the old or all of the new. All
 * in one turn: a signal such as Ctrl-C is heard before or after, and what a killed process leaves is mended next time.
 */
export function writeOutput(out: string, files: ReadonlyMap<string, OutputFile>): void {
  const target = existsSync(out) ? realpathSync(out) : out
  const parent = path.dirname(target)
  const prefix = `.${path.basename(target)}.`
  const fresh = path.join(parent, `${prefix}new-${process.pid}`)
  const old = path.join(parent, `${prefix}old-${process.pid}`)
  try {
    mkdirSync(parent, { recursive: true })
    mend(parent, target, prefix)
    fill(fresh, files)
    replace(target, fresh, old)
  } catch (cause) {
    if (typeof (cause as NodeJS.ErrnoException).code !== 'string') throw cause
    throw new EnvironmentError(`${target} cannot be written: ${(cause as Error).message}. It is as it was.`, {
      cause,
    })
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** How often another build may take the place between our two renames. */
const MOST_TRIES = 20

function replace(target: string, fresh: string, old: string): void {
  for (let left = MOST_TRIES; ; left--) {
    try {
      if (existsSync(target)) renameSync(target, old)
    } catch (cause) {
      // Another build has just moved it away.
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    }
    try {
      renameSync(fresh, target)
      rmSync(old, { recursive: true, force: true })
      return
    } catch (cause) {
      const taken = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((cause as NodeJS.ErrnoException).code ?? '')
      if (taken && left > 0 && existsSync(target)) {
        // Another build has put its output there meanwhile; the last one counts.
        rmSync(old, { recursive: true, force: true })
        continue
      }
      if (existsSync(old)) renameSync(old, target)
      throw cause
    }
  }
}

function fill(folder: string, files: ReadonlyMap<string, OutputFile>): void {
  const made = new Set<string>()
  for (const [name, file] of [...files, [MARK, { content: '' }] as const]) {
    const target = path.join(folder, name)
    const parent = path.dirname(target)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    if ('copy' in file) copyFileSync(file.copy, target)
    else writeFileSync(target, file.content)
  }
}

/** Cleans up after builds that were killed: puts the old output back where the new one never came, drops the rest. */
function mend(parent: string, target: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(prefix) && /^(new|old)-(\d+)$/.exec(name.slice(prefix.length))
    if (!match || isRunning(Number(match[2]))) continue
    const folder = path.join(parent, name)
    if (match[1] === 'old' && !existsSync(target)) renameSync(folder, target)
    else rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
