/** The fonts that a theme takes from npm: families of Fontsource, named with their weights in its `theme.json`. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from './errors.ts'
import { packageRoot } from './paths.ts'
import type { Theme } from './themes.ts'

/** As `theme.json` names it: `{ "family": "Lato", "weights": [400, 700], "italics": [400] }`. */
interface FontEntry {
  family: string
  weights: number[]
  italics?: number[]
  /** Of the package's subsets; default all. */
  subsets?: string[]
}

export interface ThemeFont {
  family: string
  /** Its name in Fontsource, with which its files begin: `source-sans-3`. */
  id: string
  /** `@fontsource/source-sans-3`, with its folder. */
  package: string
  folder: string
  version: string
  category: string
  styles: { weight: number; italic: boolean }[]
  /** Subsets with their `unicode-range`, the one that wins last. */
  subsets: { name: string; unicodeRange: string }[]
}

interface Metadata {
  id: string
  category: string
  weights: number[]
  styles: string[]
}

/** The fonts of `theme`, and of those that it extends; of one family what it says itself. */
export function themeFonts({ folders }: Theme): ThemeFont[] {
  const families = new Map<string, ThemeFont>()
  for (const folder of folders) {
    const file = path.join(folder, 'theme.json')
    const { fonts = [] } = existsSync(file) ? readJson<{ fonts?: unknown }>(file) : {}
    for (const entry of checkEntries(fonts, file)) families.set(entry.family, readFont(entry, file))
  }
  return [...families.values()]
}

/** The font's file of one subset and style, absolute. */
export function fontFile({ id, folder }: ThemeFont, subset: string, weight: number, italic: boolean): string {
  return path.join(folder, 'files', `${id}-${subset}-${weight}-${italic ? 'italic' : 'normal'}.woff2`)
}

function readFont({ family, weights, italics = [], subsets }: FontEntry, file: string): ThemeFont {
  const name = `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`
  const folder = packageFolder(name, file)
  if (!folder) throw new UsageError(`${file} names the font "${family}". Install it: npm install ${name}`)
  const has = readJson<Metadata>(path.join(folder, 'metadata.json'))
  const ranges = readJson<Record<string, string>>(path.join(folder, 'unicode.json'))
  const lacks = (what: string, there: readonly unknown[]): never => {
    throw new UsageError(`${file}: "${family}" has no ${what}. It has ${there.join(', ')}.`)
  }
  for (const weight of [...weights, ...italics])
    if (!has.weights.includes(weight)) lacks(`weight ${weight}`, has.weights)
  if (italics.length > 0 && !has.styles.includes('italic')) lacks('italics', has.styles)
  for (const subset of subsets ?? []) if (!ranges[subset]) lacks(`subset "${subset}"`, Object.keys(ranges))
  return {
    family,
    id: has.id,
    package: name,
    folder,
    version: readJson<{ version: string }>(path.join(folder, 'package.json')).version,
    category: has.category,
    styles: [
      ...weights.map((weight) => ({ weight, italic: false })),
      ...italics.map((weight) => ({ weight, italic: true })),
    ],
    subsets: Object.entries(ranges)
      .filter(([subset]) => subsets?.includes(subset) ?? true)
      // Numbered parts of large fonts are written `[12]`, their files without the brackets.
      .map(([subset, unicodeRange]) => ({ name: subset.replace(/[[\]]/g, ''), unicodeRange })),
  }
}

function checkEntries(fonts: unknown, file: string): FontEntry[] {
  const isWeights = (value: unknown): boolean =>
    Array.isArray(value) && value.every((weight) => typeof weight === 'number')
  const isEntry = (entry: unknown): entry is FontEntry => {
    const { family, weights, italics = [], subsets = [] } = Object(entry) as Record<string, unknown>
    return typeof family === 'string' && isWeights(weights) && isWeights(italics) && Array.isArray(subsets)
  }
  if (Array.isArray(fonts) && fonts.every(isEntry)) return fonts
  throw new UsageError(
    `${file}: "fonts" takes a list such as [{ "family": "Lato", "weights": [400, 700], "italics": [400] }].`,
  )
}

/** Looked for from the theme upwards, then beside Lectern. */
function packageFolder(name: string, file: string): string | undefined {
  for (const start of [path.dirname(file), packageRoot]) {
    for (let at = start; ; at = path.dirname(at)) {
      const folder = path.join(at, 'node_modules', name)
      if (existsSync(path.join(folder, 'unicode.json'))) return folder
      if (at === path.dirname(at)) break
    }
  }
  return undefined
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}
