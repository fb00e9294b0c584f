/** A file at once or not at all. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { EnvironmentError } from './errors.ts'

/** Throws where `file` will not be writable, before anything is done for it. */
export function checkWritable(file: string): void {
  try {
    let folder = path.dirname(file)
    while (!existsSync(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder)
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`)
    accessSync(folder, constants.W_OK)
    if (/\.pdf$/i.test(file) && statSync(file, { throwIfNoEntry: false })?.isDirectory())
      throw new Error('it is a folder')
  } catch (cause) {
    throw new EnvironmentError(`${file} cannot be written: ${(cause as Error).message}.`, { cause })
  }
}

/**
 * Writes `content` beside `file` and renames it into place; what stood there stays where that fails. All in one turn: a
 * signal such as Ctrl-C is heard before or after.
 */
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
