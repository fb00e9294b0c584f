/** A file at once or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EnvironmentError } from '../errors.ts'

/** Writes `content` beside `file` and renames it into place; what stood there stays where that fails. */
export function writeWhole(file: string, content: Uint8Array): void {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.new-${process.pid}`)
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(fresh, content)
    renameSync(fresh, file)
  } catch (cause) {
    rmSync(fresh, { force: true })
    throw new EnvironmentError(`${file} cannot be written: ${(cause as Error).message}.`, { cause })
  }
}
