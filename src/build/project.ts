/** The project: its root, its config and the decks that a command line names. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { CONFIG_NAMES, loadConfig, type LecternConfig } from './config.ts'
import { UsageError } from './errors.ts'
import { isInside, slashed } from './paths.ts'
import { checkPluginFiles, pluginThemes } from './plugins.ts'
import { didYouMean } from './suggest.ts'
import { checkTheme } from './themes.ts'

export interface DeckSource {
  /** The deck's folder in the output and in URLs. */
  name: string
  /** Absolute. */
  file: string
  /** As messages show it: relative to the project, with `/`. */
  path: string
}

export interface Project {
  /** Absolute, symbolic links resolved. Nothing outside of it is read into a deck. */
  root: string
  config: LecternConfig
  /** Default output folder, absolute. */
  out: string
  /** Theme of all decks, whatever they name themselves. */
  theme?: string
  /** Folders of the themes that plugins bring, absolute. */
  themes: string[]
}

/** Markdown files in a folder of decks that are no decks. */
const NOT_DECKS = new Set(['readme', 'changelog', 'contributing', 'license', 'glossary'])
/** Names that the output needs for itself. */
const RESERVED = new Set(['assets', 'index.html', 'cards.html'])

/**
 * Opens the project that the working folder `cwd` lies in: the nearest folder upwards with a config, a `slides` folder
 * or a package.json. Where one of `paths` leads out of it, the project is the one that all of them lie in. `theme` wins
 * over what decks and config name.
 */
export async function openProject(cwd: string, paths: readonly string[], theme?: string): Promise<Project> {
  const here = realpathSync(cwd)
  const targets = paths.map((written) => existing(path.resolve(here, written), written))
  let root = findRoot(here) ?? here
  if (targets.some((target) => !isInside(root, target))) {
    const folder = commonFolder(targets)
    if (folder === path.dirname(folder)) throw new UsageError('These paths lie in no common project.')
    root = findRoot(folder) ?? folder
  }
  const config = await loadConfig(root)
  checkPluginFiles(root, config.plugins)
  const out = path.resolve(isInside(root, here) ? root : here, config.out ?? 'dist')
  const themes = pluginThemes(root, config.plugins)
  if (theme !== undefined) checkTheme(theme, root, themes)
  return { root, config, out, themes, ...(theme !== undefined && { theme }) }
}

function findRoot(folder: string): string | undefined {
  const marks = [...CONFIG_NAMES, 'slides', 'package.json']
  for (let at = folder; ; at = path.dirname(at)) {
    if (marks.some((mark) => existsSync(path.join(at, mark)))) return at
    if (at === path.dirname(at)) return undefined
  }
}

/** The deepest folder that all of `targets` lie in or are. */
function commonFolder(targets: readonly string[]): string {
  const folders = targets.map((target) => (statSync(target).isDirectory() ? target : path.dirname(target)))
  return folders.reduce((common, folder) => {
    while (!isInside(common, folder)) common = path.dirname(common)
    return common
  })
}

function existing(file: string, written: string): string {
  if (existsSync(file)) return realpathSync(file)
  const folder = path.dirname(file)
  const near = existsSync(folder) ? readdirSync(folder) : []
  throw new UsageError(`There is no "${written}".${didYouMean(path.basename(file), near)}`)
}

/** The decks that `paths` (relative to `cwd`) name; those of the project's folder of decks where none are given. */
export function findDecks(project: Project, cwd: string, paths: readonly string[]): DeckSource[] {
  const found = new Map<string, DeckSource>()
  const folder = project.config.decks ?? 'slides'
  const wanted = paths.length > 0 ? paths : [path.join(project.root, folder)]
  if (paths.length === 0 && !existsSync(wanted[0]!)) {
    throw new UsageError(
      `There is no folder "${folder}" in ${project.root}. Name a deck or a folder of decks, or start with "lectern new DIR".`,
    )
  }
  for (const written of wanted) {
    const target = existing(path.resolve(cwd, written), written)
    const decks = statSync(target).isDirectory() ? decksIn(target) : [target]
    if (decks.length === 0)
      throw new UsageError(`There is no deck (NAME.md or NAME/index.md) in "${written}".`)
    for (const file of decks) add(found, describe(project, file))
  }
  return [...found.values()]
}

/** What decks a deck may link to: file → name, of those in the project's folder of decks and in its own. */
export function deckNames(project: Project, { file }: DeckSource): Map<string, string> {
  const own = path.dirname(file)
  const folders = [
    path.join(project.root, project.config.decks ?? 'slides'),
    path.basename(file) === 'index.md' ? path.dirname(own) : own,
  ]
  const names = new Map<string, string>()
  for (const folder of folders) {
    if (!isInside(project.root, folder) || !existsSync(folder)) continue
    for (const deck of decksIn(folder)) {
      const name = nameOf(deck)
      if (!RESERVED.has(name)) names.set(deck, name)
    }
  }
  return names
}

function add(found: Map<string, DeckSource>, deck: DeckSource): void {
  const other = found.get(deck.name)
  if (other && other.file !== deck.file) {
    throw new UsageError(`Two decks are called "${deck.name}": ${other.path} and ${deck.path}. Rename one.`)
  }
  found.set(deck.name, deck)
}

function decksIn(folder: string): string[] {
  const index = path.join(folder, 'index.md')
  if (existsSync(index)) return [index]
  const decks: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (/^[._]/.test(entry.name) || entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    const kind = entry.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : entry
    if (kind?.isDirectory()) {
      if (existsSync(path.join(file, 'index.md'))) decks.push(path.join(file, 'index.md'))
    } else if (
      kind?.isFile() &&
      entry.name.endsWith('.md') &&
      !NOT_DECKS.has(entry.name.slice(0, -3).toLowerCase())
    ) {
      decks.push(file)
    }
  }
  return decks
}

function describe(project: Project, target: string): DeckSource {
  const file = realpathSync(target)
  const relative = slashed(path.relative(project.root, file))
  if (!isInside(project.root, file)) throw new UsageError(`${file} lies outside the project ${project.root}.`)
  if (!/\.(md|markdown)$/i.test(file)) throw new UsageError(`${relative} is no Markdown file.`)
  const name = nameOf(file)
  if (RESERVED.has(name))
    throw new UsageError(`A deck cannot be called "${name}" (${relative}): the output needs the name.`)
  return { name, file, path: relative }
}

function nameOf(file: string): string {
  const base = path.basename(file).replace(/\.(md|markdown)$/i, '')
  return urlName(base === 'index' ? path.basename(path.dirname(file)) : base)
}

/** A file name that needs no escaping in a URL but for letters of other scripts. */
function urlName(base: string): string {
  return base.replace(/[^\p{L}\p{N}\p{M}._~-]+/gu, '-').replace(/^[.-]+|-+$/g, '') || 'deck'
}
