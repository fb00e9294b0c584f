/** Citation styles and locales that come with Lectern. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isInside, packageRoot } from './paths.ts'

/** The text of `styles/NAME.csl` or `locales/LANG.xml`; undefined where there is none. */
export function readCsl(name: string): string | undefined {
  const folder = path.join(packageRoot, 'src', 'csl')
  const file = path.join(folder, name)
  return isInside(folder, file) && existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
