/** Where Lectern itself lives: the same from `src/` (tests) and from the bundled `lib/`. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

function findPackageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'bin', 'lectern.js'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('Lectern cannot find its own package folder')
    folder = parent
  }
  return realpathSync(folder)
}

/** The folder with Lectern's own package.json, runtime sources and themes. */
export const packageRoot: string = findPackageRoot()

/** Lectern's version, as its package.json has it. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** Whether `file` is `folder` or lies in it. Both absolute. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return (
    relative === '' ||
    (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  )
}

/** A path with `/` on every system, for URLs and messages. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/')
}

/** The file as a person at `cwd` would name it: relative where it lies within, else absolute. */
export function shortPath(cwd: string, file: string): string {
  return isInside(cwd, file) ? path.relative(cwd, file) : file
}
