/** `lectern new`: a folder with a first deck that builds at once. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../errors.ts'
import { firstProject } from '../new-project.ts'
import { packageRoot, packageVersion, shortPath, slashed } from '../paths.ts'
import { checkTheme } from '../themes.ts'
import type { Terminal } from '../terminal.ts'

/** Writes a first project into `folder`, which must be empty or not there yet; its decks have `theme`. */
export async function create(folder: string, terminal: Terminal, theme?: string): Promise<number> {
  if (theme !== undefined) checkTheme(theme, packageRoot)
  const target = path.resolve(terminal.cwd, folder)
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) throw new UsageError(`"${folder}" is a file.`)
    const names = readdirSync(target).filter((name) => name !== '.git')
    if (names.length > 0) throw new UsageError(`"${folder}" is not empty. Name a new folder.`)
  }
  const files = firstProject(path.basename(target), whereLecternIs(target), theme)
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(target, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    terminal.out(`${shortPath(terminal.cwd, file)}\n`)
  }
  const inside = shortPath(terminal.cwd, target)
  terminal.out(`\nNext:\n${inside ? `  cd ${inside}\n` : ''}  npm install\n  npx lectern dev\n`)
  return 0
}

/** What was installed comes from the registry again; what runs from its own repository is linked from there. */
function whereLecternIs(target: string): string {
  if (packageRoot.split(path.sep).includes('node_modules')) return `^${packageVersion()}`
  return `file:${slashed(path.relative(target, packageRoot))}`
}
