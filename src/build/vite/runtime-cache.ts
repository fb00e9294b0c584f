/** Where made bundles are kept, and the key that tells when one no longer fits. */
import { createHash, type Hash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { packageRoot, packageVersion } from '../paths.ts'
import { themeFonts } from '../theme-fonts.ts'
import type { Theme } from '../themes.ts'
import type { PluginRuntime } from './project-plugins.ts'

/** Bundles with Lectern's own theme, made when it was packed or installed from its sources. */
export const shippedFolder: string = path.join(packageRoot, 'lib', 'runtimes')

/** The project's `node_modules/.cache/lectern`; the user's own folder of caches where it has none. */
export function cacheFolder(projectRoot: string): string {
  const modules = path.join(projectRoot, 'node_modules')
  if (existsSync(modules)) return path.join(modules, '.cache', 'lectern')
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'lectern')
}

/** Libraries that are bundled into the runtime, or bundle it; a theme's fonts come on top. */
const LIBRARIES = [
  'vite',
  'reveal.js',
  'katex',
  'idb',
  'minisearch',
  '@fontsource-variable/noto-sans-sc',
  'source-sans',
  'subset-font',
  '@capsizecss/unpack',
]

/**
 * What goes into the bundles with a theme: changes with Lectern's version, its libraries' versions, the sources of the
 * runtime and of its bundling, and the theme's files.
 */
export function sourcesKey(theme: Theme): string {
  const hash = createHash('sha256')
  hash.update(`${packageVersion()}\0${theme.name}\0`)
  for (const library of LIBRARIES) hash.update(`${library}@${installedVersion(library)}\0`)
  for (const font of themeFonts(theme)) hash.update(`${font.package}@${font.version}\0`)
  for (const folder of ['src/runtime', 'src/shared', 'src/build/vite'])
    addFolder(hash, path.join(packageRoot, folder))
  for (const folder of theme.folders) addFolder(hash, folder)
  return hash.digest('hex').slice(0, 24)
}

/** What a module of a plugin may import from beside it. */
const MODULE_FILES = /\.(?:[cm]?[jt]sx?|json|css|svg|woff2)$/

/** Changes with Lectern's version and with every module, style and font in the folders of the plugins' modules. */
export function pluginsKey(parts: readonly PluginRuntime[]): string {
  const hash = createHash('sha256').update(`${packageVersion()}\0vite@${installedVersion('vite')}\0`)
  addFolder(hash, path.join(packageRoot, 'src/runtime/plugins'))
  addFolder(hash, path.join(packageRoot, 'src/build/vite'))
  for (const { name, file } of parts) {
    hash.update(`${name}\0${path.basename(file)}\0`)
    addFolder(hash, path.dirname(file), MODULE_FILES)
  }
  return `plugins-${hash.digest('hex').slice(0, 24)}`
}

function installedVersion(library: string): string {
  const require = createRequire(import.meta.url)
  for (const folder of require.resolve.paths(library) ?? []) {
    const file = path.join(folder, library, 'package.json')
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  }
  return 'missing'
}

function addFolder(hash: Hash, folder: string, only = /(?:)/): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const file = path.join(folder, entry.name)
    if (/^(?:\.|node_modules$)/.test(entry.name)) continue
    if (entry.isDirectory()) addFolder(hash, file, only)
    else if (only.test(entry.name)) hash.update(`${entry.name}\0`).update(readFileSync(file)).update('\0')
  }
}

/** List of the files of a kept bundle with their sizes: what was deleted or cut since then is noticed. */
const LIST = 'files.json'
/** How many bundles are kept; the oldest go first. */
const MOST_KEPT = 60

/** The files kept in `folder`; undefined where they are not there or not whole. */
export function readKept(folder: string): Map<string, Uint8Array> | undefined {
  try {
    const sizes = JSON.parse(readFileSync(path.join(folder, LIST), 'utf8')) as Record<string, number>
    const files = new Map<string, Uint8Array>()
    for (const [name, size] of Object.entries(sizes)) {
      const content = readFileSync(path.join(folder, name))
      if (content.length !== size) return undefined
      files.set(name, content)
    }
    return files
  } catch {
    return undefined
  }
}

/** Keeps files in `folder` by one rename, so that a reader finds all of them or none. A cache that fails is no failure. */
export function keepFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const temporary = `${folder}.${process.pid}`
  try {
    mkdirSync(temporary, { recursive: true })
    for (const [name, content] of files) writeFileSync(path.join(temporary, name), content)
    const sizes = Object.fromEntries([...files].map(([name, content]) => [name, content.length]))
    writeFileSync(path.join(temporary, LIST), JSON.stringify(sizes))
    rmSync(folder, { recursive: true, force: true })
    renameSync(temporary, folder)
    dropOldest(path.dirname(folder))
  } catch {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function dropOldest(cache: string): void {
  const kept = readdirSync(cache)
    .map((name) => path.join(cache, name))
    .filter((folder) => existsSync(path.join(folder, LIST)))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of kept.slice(MOST_KEPT)) rmSync(folder, { recursive: true, force: true })
}
