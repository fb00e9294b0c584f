import { statSync } from 'node:fs'

/** What the file looks like from outside: another size, time or inode is another content. `''` where there is none. */
export function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() ? `${stat.size}:${stat.mtimeMs}:${stat.ino}` : ''
}
