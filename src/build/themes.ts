/** Themes: a folder with `theme.css`, in the project's `themes/`, of a plugin, or Lectern's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ThemeMetrics } from '../compiler/host.ts'
import { packageRoot } from './paths.ts'

export interface Theme {
  name: string
  /** Absolute folder of the theme. */
  folder: string
  /** Absolute path of its `theme.css`. */
  css: string
}

/** The theme that a deck gets where it names none, or one that is not there. */
export const DEFAULT_THEME = 'lecture'

function themeFolders(projectRoot: string): string[] {
  return [...new Set([path.join(projectRoot, 'themes'), path.join(packageRoot, 'themes')])]
}

/**
 * The theme called `name`: the project's own before those of its plugins (`added`: their folders) before Lectern's.
 * Undefined where there is none.
 */
export function findTheme(
  projectRoot: string,
  name: string,
  added: readonly string[] = [],
): Theme | undefined {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name)) return undefined
  const [own, ...ours] = themeFolders(projectRoot).map((themes) => path.join(themes, name))
  for (const folder of [own!, ...added.filter((one) => path.basename(one) === name), ...ours]) {
    const css = path.join(folder, 'theme.css')
    if (existsSync(css)) return { name, folder, css }
  }
  return undefined
}

/** Names of all themes that a deck of the project can ask for. */
export function themeNames(projectRoot: string, added: readonly string[] = []): string[] {
  const names = themeFolders(projectRoot).flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  names.push(...added.map((folder) => path.basename(folder)))
  return [...new Set(names)].filter((name) => findTheme(projectRoot, name, added)).sort()
}

/** What a theme says of its type in `metrics.json`; one without is taken to be set like Lectern's own. */
export function themeMetrics(
  projectRoot: string,
  name: string,
  added: readonly string[] = [],
): ThemeMetrics | undefined {
  const folders = [findTheme(projectRoot, name, added), findTheme(packageRoot, DEFAULT_THEME)]
  const files = folders.flatMap((theme) => (theme ? path.join(theme.folder, 'metrics.json') : []))
  const file = files.find((one) => existsSync(one))
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as ThemeMetrics)
}
