/** Themes: a folder with `theme.css` and, where it extends another, `theme.json`; in the project's `themes/`, of a plugin, or Lectern's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ThemeMetrics, ThemePalette } from '../compiler/host.ts'
import { UsageError } from './errors.ts'
import { packageRoot } from './paths.ts'
import { didYouMean } from './suggest.ts'

export interface Theme {
  name: string
  /** Absolute folder of the theme. */
  folder: string
  /** Absolute paths of the style sheets: those of the themes it extends, then its own `theme.css`. */
  sheets: string[]
  /** Folders of the same themes: the theme's own last. */
  folders: string[]
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
  const folder = foldersCalled(projectRoot, name, added)[0]
  if (folder === undefined) return undefined
  const folders = [folder]
  // A theme may extend one of its own name: a project's `lecture` builds on Lectern's.
  for (let base = baseOf(folder); base !== undefined; base = baseOf(folders[0]!)) {
    const found = foldersCalled(projectRoot, base, added).find((one) => !folders.includes(one))
    if (found === undefined) break
    folders.unshift(found)
  }
  return { name, folder, folders, sheets: folders.map((one) => path.join(one, 'theme.css')) }
}

/** All folders of themes called `name`, the one that counts first. */
function foldersCalled(projectRoot: string, name: string, added: readonly string[]): string[] {
  const [own, ...ours] = themeFolders(projectRoot).map((themes) => path.join(themes, name))
  return [own!, ...added.filter((one) => path.basename(one) === name), ...ours].filter((folder) =>
    existsSync(path.join(folder, 'theme.css')),
  )
}

/** The name of the theme that the one in `folder` extends. */
function baseOf(folder: string): string | undefined {
  const { extends: base } = factsOf(folder)
  return typeof base === 'string' ? base : undefined
}

/** The contrast that the theme in `folder` promises for its text. */
function contrastOf(folder: string): number | undefined {
  const { contrast } = factsOf(folder)
  return typeof contrast === 'number' ? contrast : undefined
}

/** A theme's `theme.json`; empty where it has none. */
function factsOf(folder: string): Record<string, unknown> {
  const file = path.join(folder, 'theme.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
}

/** Names of all themes that a deck of the project can ask for. */
export function themeNames(projectRoot: string, added: readonly string[] = []): string[] {
  const names = themeFolders(projectRoot).flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  names.push(...added.map((folder) => path.basename(folder)))
  return [...new Set(names)].filter((name) => findTheme(projectRoot, name, added)).sort()
}

/** Throws a usage error where there is no theme called `name`. */
export function checkTheme(name: string, projectRoot: string, added: readonly string[] = []): void {
  if (findTheme(projectRoot, name, added)) return
  const names = themeNames(projectRoot, added)
  throw new UsageError(`There is no theme "${name}".${didYouMean(name, names)} Themes: ${names.join(', ')}.`)
}

/** The tokens of a theme's grounds as its style sheets set them last, and the contrast that it promises. */
export function themePalette(
  projectRoot: string,
  name: string,
  added: readonly string[] = [],
): ThemePalette | undefined {
  const theme = findTheme(projectRoot, name, added)
  if (!theme) return undefined
  const css = theme.sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n')
  const contrast = theme.folders.map(contrastOf).findLast((promised) => promised !== undefined)
  const tokens = ['paper', 'surface', 'section'].flatMap((token) => {
    const value = [...css.matchAll(new RegExp(`--${token}:\\s*([^;}]+)`, 'g'))].at(-1)?.[1]
    return value === undefined ? [] : [[token, value.trim()]]
  })
  return { ...Object.fromEntries(tokens), ...(contrast !== undefined && { contrast }) }
}

/** What a theme says of its type in `metrics.json`; one without is taken to be set like Lectern's own. */
export function themeMetrics(
  projectRoot: string,
  name: string,
  added: readonly string[] = [],
): ThemeMetrics | undefined {
  const themes = [findTheme(projectRoot, name, added), findTheme(packageRoot, DEFAULT_THEME)]
  const folders = themes.flatMap((theme) => theme?.folders.toReversed() ?? [])
  const files = folders.map((folder) => path.join(folder, 'metrics.json'))
  const file = files.find((one) => existsSync(one))
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as ThemeMetrics)
}
