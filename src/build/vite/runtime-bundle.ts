/** What the pages run and look like: the lecture runtime and a theme, made by Vite once and kept. */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { packageRoot } from '../paths.ts'
import type { LazyPart } from '../../shared/review.ts'
import type { Theme } from '../themes.ts'
import { keepWoff2 } from './keep-woff2.ts'
import { PLUGINS, type PluginRuntime } from './project-plugins.ts'
import { cacheFolder, sourcesKey, keepFiles, pluginsKey, readKept, shippedFolder } from './runtime-cache.ts'

/** The pages' runtimes by name, each with its entry module under `src/runtime/`. */
export const runtimes = {
  lecture: 'lecture/main.ts',
  print: 'print/main.ts',
  review: 'review/main.ts',
  speaker: 'speaker/main.ts',
  cards: 'review/cards-page.ts',
  index: 'index/main.ts',
} as const
export type RuntimeName = keyof typeof runtimes

/** Parts of the review that load when they are first used, each with its entry module under `src/runtime/`. */
export const lazyParts: Record<LazyPart, string> = {
  cards: 'review/cards-part.ts',
  search: 'review/search/main.ts',
  marks: 'review/marks/main.ts',
}
/** How the file names of such parts begin. */
const PART = 'part-'

export interface RuntimeBundle {
  /** File names of the classic script, if the page needs one, and of the style sheet. */
  scripts: string[]
  styles: string[]
  /** File names of classic scripts that the page loads when they are first used. */
  parts?: Record<string, string>
  /** All files by name: script, style sheet, fonts, images. Names carry a hash of the content. */
  files: Map<string, Uint8Array>
}

/** The bundles of all pages with `theme`. */
export async function runtimeBundles(
  theme: Theme,
  projectRoot: string,
): Promise<Record<RuntimeName, RuntimeBundle>> {
  const names = Object.keys(runtimes) as RuntimeName[]
  const sources = sourcesKey(theme)
  const made = await Promise.all(names.map((name) => runtimeBundle(name, theme, projectRoot, sources)))
  return Object.fromEntries(names.map((name, at) => [name, made[at]!])) as Record<RuntimeName, RuntimeBundle>
}

/**
 * The bundle of one page with `theme`, from the project's cache where nothing that goes into it has changed. Vite is
 * loaded only to make a new one.
 */
export async function runtimeBundle(
  name: RuntimeName,
  theme: Theme,
  projectRoot: string,
  sources: string = sourcesKey(theme),
): Promise<RuntimeBundle> {
  const key = `${name}-${sources}`
  const folder = path.join(cacheFolder(projectRoot), key)
  const kept = readKept(path.join(shippedFolder, key)) ?? readKept(folder)
  if (kept) return describe(kept)
  const made = await makeBundle(name, theme)
  keepFiles(folder, made.files)
  return made
}

/** Makes the bundles that are shipped with Lectern, where they are not up to date, and drops older ones. */
export async function shipBundles(theme: Theme): Promise<void> {
  const sources = sourcesKey(theme)
  const keys = new Set<string>()
  for (const name of Object.keys(runtimes) as RuntimeName[]) {
    const key = `${name}-${sources}`
    keys.add(key)
    const folder = path.join(shippedFolder, key)
    if (!readKept(folder)) keepFiles(folder, (await makeBundle(name, theme)).files)
  }
  for (const key of readdirSync(shippedFolder)) {
    if (!keys.has(key)) rmSync(path.join(shippedFolder, key), { recursive: true, force: true })
  }
}

/**
 * The lecture page's bundle with the runtime parts of a project's plugins behind it: a script of their own, so that the
 * bundle that is shipped with Lectern still serves.
 */
export async function withPlugins(
  lecture: RuntimeBundle,
  parts: readonly PluginRuntime[],
  projectRoot: string,
): Promise<RuntimeBundle> {
  if (parts.length === 0) return lecture
  const folder = path.join(cacheFolder(projectRoot), pluginsKey(parts))
  let files = readKept(folder)
  if (!files) {
    const { projectPlugins } = await import('./project-plugins.ts')
    files = await bundle('plugins', PLUGINS, projectPlugins(parts))
    keepFiles(folder, files)
  }
  const names = [...files.keys()]
  return {
    ...lecture,
    scripts: [...lecture.scripts, ...names.filter((file) => file.endsWith('.js'))],
    styles: [...lecture.styles, ...names.filter((file) => file.endsWith('.css'))],
    files: new Map([...lecture.files, ...files]),
  }
}

async function makeBundle(name: RuntimeName, theme: Theme): Promise<RuntimeBundle> {
  const { themePlugin } = await import('./theme-plugin.ts')
  const at = (module: string): string => path.join(packageRoot, 'src', 'runtime', module)
  const files = await bundle(
    name,
    at(runtimes[name]),
    themePlugin(() => theme),
  )
  for (const [part, module] of Object.entries(name === 'review' ? lazyParts : {}))
    for (const [file, content] of await bundle(PART + part, at(module))) files.set(file, content)
  return describe(files)
}

async function bundle(name: string, entry: string, plugin?: Plugin): Promise<Map<string, Uint8Array>> {
  const { build } = await import('vite')
  const root = path.join(packageRoot, 'src', 'runtime')
  const result = await build({
    configFile: false,
    envDir: false,
    root,
    // Relative, so that the site works under any base path and from disk.
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: plugin ? [plugin] : [],
    build: {
      write: false,
      target: 'es2022',
      // The first with `light-dark()`: rewritten for older ones, a dark slide in a light deck would not find its colours.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      modulePreload: false,
      reportCompressedSize: false,
      assetsDir: '',
      // Fonts stay files of their own: the browser then takes only those that a deck uses.
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        // How long plugins took is no news to an author.
        checks: { pluginTimings: false },
        input: { [name]: entry },
        output: {
          // A classic script: module scripts do not load from file://.
          format: 'iife',
          entryFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  })
  const files = new Map<string, Uint8Array>()
  if (!('output' in result)) throw new Error('Vite gave no single output for the runtime')
  for (const item of result.output) {
    const content = item.type === 'chunk' ? item.code : item.source
    // The entry of a page that only has styles.
    if (item.type === 'chunk' && /^\s*(\(function\s*\(\)\s*\{\s*\}\)\(\);?)?\s*$/.test(item.code)) continue
    files.set(item.fileName, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  return dropOldFonts(files)
}

/** Takes the fonts in older formats out of the style sheets, and the files that then nothing names. */
function dropOldFonts(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const read = (name: string): string => new TextDecoder().decode(files.get(name))
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'))
  for (const name of styles) files.set(name, new TextEncoder().encode(keepWoff2(read(name))))
  const named = [...files.keys()].filter((name) => /\.(css|js)$/.test(name)).map(read)
  for (const name of files.keys()) {
    if (/\.(woff|ttf|otf|eot)$/.test(name) && !named.some((text) => text.includes(name))) files.delete(name)
  }
  return files
}

function describe(files: Map<string, Uint8Array>): RuntimeBundle {
  const names = [...files.keys()]
  const styles = names.filter((file) => file.endsWith('.css'))
  if (styles.length === 0) throw new Error(`The runtime's bundle has no style sheet: ${names.join(', ')}`)
  const scripts = names.filter((file) => file.endsWith('.js') && !file.startsWith(PART))
  const parts = Object.fromEntries(
    names.flatMap((file) => {
      const part = file.startsWith(PART) && /^[a-z]+(?=-)/.exec(file.slice(PART.length))?.[0]
      return part ? [[part, file]] : []
    }),
  )
  return { scripts, styles, parts, files }
}
