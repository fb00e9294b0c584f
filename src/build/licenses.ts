/** Under which licences a site's fonts and libraries stand, as one text beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ThemeFont } from './theme-fonts.ts'

/** The file's name below the folder of assets. */
export const LICENSES_FILE = 'LICENSES.txt'

/** Packages whose fonts a site may carry beside those of its themes, by how the names of the files begin. */
const FONTS: readonly (readonly [begin: string, ...packages: string[]])[] = [
  ['KaTeX_', 'katex'],
  ['noto-sans-sc-', '@fontsource-variable/noto-sans-sc'],
  ['signs-', 'source-sans', '@fontsource/noto-sans-math', '@fontsource/noto-sans-symbols-2'],
]

/** Libraries in the pages' scripts and styles. */
const LIBRARIES = ['reveal.js', 'katex', 'perfect-freehand', 'idb', 'minisearch', 'ts-fsrs']

/**
 * The licences of what is in a site with files of these names: each text once, after the packages that stand under it.
 * `themeFonts` are those that the themes take from npm; others are named as the project's own.
 */
export function licensesText(names: Iterable<string>, themeFonts: readonly ThemeFont[] = []): string {
  const fonts = [...names].filter((name) => name.endsWith('.woff2'))
  const isThere = (begin: string): boolean => fonts.some((name) => name.startsWith(begin))
  const known = [...FONTS, ...themeFonts.map((font) => [`${font.id}-`, font.package] as const)]
  const folders = new Map(themeFonts.map((font) => [font.package, font.folder]))
  const packages = new Set(LIBRARIES)
  for (const [begin, ...sources] of known)
    if (isThere(begin)) for (const source of sources) packages.add(source)
  const byText = new Map<string, string[]>()
  for (const name of packages) {
    const { version, license, text } = readPackage(folders.get(name) ?? folderOf(name))
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`)
  const own = fonts.filter((name) => !known.some(([begin]) => name.startsWith(begin))).toSorted()
  if (own.length > 0)
    parts.push(
      `Fonts of the project's own themes, under the licences that it has for them:\n\n${own.join('\n')}`,
    )
  const line = `\n\n${'-'.repeat(78)}\n\n`
  return `Made with Lectern. The fonts and libraries in this folder stand under the following licences.${line}${parts.join(line)}\n`
}

function folderOf(name: string): string | undefined {
  return (createRequire(import.meta.url).resolve.paths(name) ?? [])
    .map((modules) => path.join(modules, name))
    .find((found) => existsSync(path.join(found, 'package.json')))
}

function readPackage(folder: string | undefined): { version: string; license: string; text: string } {
  if (folder === undefined) return { version: '', license: 'not installed', text: '' }
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
    license: string
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  return { version, license, text: file ? readFileSync(path.join(folder, file), 'utf8').trim() : '' }
}
