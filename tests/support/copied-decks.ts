/** Decks of any folder, copied where they may be built: files of corpora often lie where nothing can be written. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, sep } from 'node:path'

export interface CopiedDeck {
  /** Where it came from. */
  path: string
  /** The copy. */
  deck: string
}

/** Markdown below `paths`; a deck in a folder of its own (`index.md`) comes with all that lies beside it. */
export function* copiedDecks(paths: readonly string[], folder: string): Generator<CopiedDeck> {
  let count = 0
  for (const path of paths.flatMap(markdownFiles)) {
    // A deck of this project finds its figures' packages only where it is.
    if (path.startsWith(process.cwd() + sep)) {
      yield { path, deck: path }
      continue
    }
    const name = `deck-${++count}`
    mkdirSync(join(folder, name), { recursive: true })
    if (basename(path) === 'index.md') cpSync(dirname(path), join(folder, name), { recursive: true })
    else copyFileSync(path, join(folder, name, 'index.md'))
    yield { path, deck: join(folder, name, 'index.md') }
  }
}

function markdownFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^\.(?:md|qmd|Rmd)$/.test(extname(name)))
    .map((name) => join(path, name))
    .sort()
}
