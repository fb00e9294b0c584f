/** Plugins of a project: checked as they come from its config, and where their files lie. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LecternPlugin } from '../compiler/plugin.ts'
import { UsageError } from './errors.ts'
import { didYouMean } from './suggest.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (fits: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(fits)
const isFunction = (value: unknown): boolean => typeof value === 'function'
const isFile = (value: unknown): boolean =>
  value instanceof URL || (typeof value === 'string' && value !== '')

/** What each key of a plugin takes. */
const keys: Record<keyof LecternPlugin, { takes: string; ok: (value: unknown) => boolean }> = {
  name: { takes: 'a name', ok: (value) => typeof value === 'string' && /^[\w@/.-]+$/.test(value) },
  directives: { takes: 'a list of directives, each with name, kinds, what and run', ok: isList(isDirective) },
  remark: { takes: 'a list of functions over the Markdown tree', ok: isList(isFunction) },
  rehype: { takes: 'a list of functions over the HTML tree of a slide', ok: isList(isFunction) },
  handlers: {
    takes: 'an object of functions by node type',
    ok: (value) => isObject(value) && Object.values(value).every(isFunction),
  },
  runtime: { takes: 'the path of a module', ok: isFile },
  theme: { takes: 'the path of a folder', ok: isFile },
}

function isDirective(value: unknown): boolean {
  if (!isObject(value)) return false
  const { name, kinds, what, run } = value
  const named = typeof name === 'string' && typeof what === 'string' && isFunction(run)
  return named && isList((kind) => kind === 'container' || kind === 'leaf')(kinds)
}

/** Throws a usage error that names the plugin and its fault. */
export function checkPlugins(value: unknown, config: string): void {
  if (!Array.isArray(value)) throw new UsageError(`${config}: "plugins" takes a list of plugins.`)
  const names = new Set<string>()
  for (const [index, plugin] of value.entries()) {
    const name = isObject(plugin) && typeof plugin.name === 'string' ? `plugin "${plugin.name}"` : undefined
    const where = `${config}: ${name ?? `plugin ${index + 1}`}`
    if (!isObject(plugin)) throw new UsageError(`${where} is no object. Write definePlugin({ name, … }).`)
    if (!name) throw new UsageError(`${where} has no name.`)
    if (names.has(name)) throw new UsageError(`${where} is there twice.`)
    names.add(name)
    for (const [key, given] of Object.entries(plugin)) {
      const known = Object.hasOwn(keys, key) ? keys[key as keyof LecternPlugin] : undefined
      if (!known) throw new UsageError(`${where}: unknown key "${key}".${didYouMean(key, Object.keys(keys))}`)
      if (given !== undefined && !known.ok(given))
        throw new UsageError(`${where}: "${key}" takes ${known.takes}.`)
    }
  }
}

/** Absolute path of what a plugin names. */
function located(root: string, file: string | URL): string {
  return file instanceof URL || file.startsWith('file:') ? fileURLToPath(file) : path.resolve(root, file)
}

/** Throws a usage error where a file or folder that a plugin names is not there. */
export function checkPluginFiles(root: string, plugins: readonly LecternPlugin[] = []): void {
  for (const { name, runtime, theme } of plugins) {
    for (const [key, given] of Object.entries({ runtime, theme })) {
      const file = given && located(root, given)
      if (file && !existsSync(file)) throw new UsageError(`Plugin "${name}": "${key}" is not there: ${file}`)
    }
  }
}

/** The runtime modules of all plugins: name and absolute path, in the order of the config. */
export function pluginRuntimes(
  root: string,
  plugins: readonly LecternPlugin[] = [],
): { name: string; file: string }[] {
  return plugins.flatMap(({ name, runtime }) => (runtime ? [{ name, file: located(root, runtime) }] : []))
}

/** Absolute folders of the themes that plugins bring. */
export function pluginThemes(root: string, plugins: readonly LecternPlugin[] = []): string[] {
  return plugins.flatMap(({ theme }) => (theme ? [located(root, theme)] : []))
}
