/** `lectern.config.ts|js|mjs|json`: what a project may set, read and checked. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeckDefaults } from '../compiler/deck-facts.ts'
import { rules, type RuleId, type Severity } from '../compiler/diagnostics.ts'
import type { LecternPlugin } from '../compiler/plugin.ts'
import type { JsonSchema } from '../compiler/schema.ts'
import { UsageError } from './errors.ts'
import { checkPlugins } from './plugins.ts'
import { didYouMean } from './suggest.ts'

export interface LecternConfig {
  /** Folder of the decks, relative to the project. Default `slides`. */
  decks?: string
  /** Folder that `build` writes, relative to the project. Default `dist`. */
  out?: string
  /** Whether raw HTML in decks is taken as it is; or the names of the decks for which it is. Default false. */
  trustHtml?: boolean | string[]
  /** Hosts whose pages may stand in a slide by `::iframe`: `['www.geogebra.org']`. Default none. */
  iframes?: string[]
  /** Theme, language and footer of decks that name none themselves. */
  theme?: string
  lang?: string
  footer?: string
  /** TeX macros of all decks, `'\\R': '\\mathbb{R}'`; a deck's own come on top. */
  macros?: Record<string, string>
  /** Severity of single rules, or `off`. */
  rules?: Partial<Record<RuleId, Severity | 'off'>>
  /** What the project adds to the language and the lecture page: `plugins: [definePlugin({ … })]`. */
  plugins?: LecternPlugin[]
}

/** Types a project's config: `export default defineConfig({ … })`. Gives it back unchanged. */
export function defineConfig(config: LecternConfig): LecternConfig {
  return config
}

export const CONFIG_NAMES = [
  'lectern.config.ts',
  'lectern.config.js',
  'lectern.config.mjs',
  'lectern.config.json',
]

/**
 * Reads the config of the project at `root`; an empty one where there is none. A `.ts` file goes through Vite's
 * loader, so that it works on every Node that Lectern supports; the others need no bundler.
 */
export async function loadConfig(root: string): Promise<LecternConfig> {
  const name = CONFIG_NAMES.find((candidate) => existsSync(path.join(root, candidate)))
  if (!name) return {}
  const file = path.join(root, name)
  let loaded: unknown
  try {
    loaded = await readConfig(file, root)
  } catch (cause) {
    throw new UsageError(`${name} cannot be read: ${(cause as Error).message}`, { cause })
  }
  return checkConfig(loaded, name)
}

async function readConfig(file: string, root: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'))
  if (!file.endsWith('.ts')) {
    return ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: unknown }).default
  }
  const { loadConfigFromFile } = await import('vite')
  const result = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, root, 'silent')
  return result?.config
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

/** The facts that the config sets for decks that do not set them. */
export function deckDefaults({ theme, lang, footer, macros = {} }: LecternConfig): DeckDefaults {
  const named = Object.entries(macros).map(([name, body]) => [name.replace(/^\\?/, '\\'), body])
  const given = Object.entries({ theme, lang, footer }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), macros: Object.fromEntries(named) }
}

interface ConfigKey {
  /** What it is for, in one line. */
  what: string
  takes: string
  ok: (value: unknown) => boolean
  /** The same for editors; none for what only a module can hold. */
  schema?: JsonSchema
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textKey = { ok: isText, schema: { type: 'string', minLength: 1 } }

/** What each key takes, and how to tell. */
export const configKeys: Record<keyof LecternConfig, ConfigKey> = {
  decks: { what: 'Folder of the decks (default: slides)', takes: 'a folder', ...textKey },
  out: { what: 'Folder that a build writes (default: dist)', takes: 'a folder', ...textKey },
  trustHtml: {
    what: 'Whether raw HTML is taken as it is, in all decks or in those named',
    takes: 'true, false or a list of deck names',
    ok: (value) => typeof value === 'boolean' || (Array.isArray(value) && value.every(isText)),
    schema: { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string', minLength: 1 } }] },
  },
  iframes: {
    what: 'Hosts whose pages may stand in a slide by `::iframe`',
    takes: 'a list of host names',
    ok: (value) => Array.isArray(value) && value.every((host) => isText(host) && !/[/:\s]/.test(host)),
    schema: { type: 'array', items: { type: 'string', pattern: '^[^/:\\s]+$' } },
  },
  theme: { what: 'Theme of decks that name none', takes: 'a name', ...textKey },
  lang: { what: 'Language of decks that name none', takes: 'a language tag', ...textKey },
  footer: { what: 'Footer of decks that have none', takes: 'a text', ...textKey },
  macros: {
    what: 'TeX macros of all decks; those of a deck come on top',
    takes: 'an object of TeX macros',
    ok: (value) => isMap(value) && Object.values(value).every(isText),
    schema: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
  },
  rules: { what: 'Severity of single rules, or `off`', takes: 'an object of rule names', ok: isMap },
  plugins: { what: 'What the project adds to the language', takes: 'a list of plugins', ok: Array.isArray },
}

function checkConfig(value: unknown, name: string): LecternConfig {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${name} must export an object as default.`)
  }
  for (const [key, given] of Object.entries(value)) {
    // For editors; see `config-schema.ts`.
    if (key === '$schema') continue
    const known = Object.hasOwn(configKeys, key) ? configKeys[key as keyof LecternConfig] : undefined
    if (!known)
      throw new UsageError(`${name}: unknown key "${key}".${didYouMean(key, Object.keys(configKeys))}`)
    if (given !== undefined && !known.ok(given))
      throw new UsageError(`${name}: "${key}" takes ${known.takes}.`)
  }
  const config = value as LecternConfig
  if (config.plugins) checkPlugins(config.plugins, name)
  for (const [rule, severity] of Object.entries(config.rules ?? {})) {
    if (!Object.hasOwn(rules, rule)) {
      throw new UsageError(`${name}: unknown rule "${rule}".${didYouMean(rule, Object.keys(rules))}`)
    }
    if (!['error', 'warning', 'info', 'off'].includes(severity)) {
      throw new UsageError(`${name}: rule "${rule}" takes error, warning, info or off.`)
    }
  }
  return config
}
