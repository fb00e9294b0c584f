/** Under which licences a site's fonts and libraries stand, as one text beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The file's name below the folder of assets. */
export const LICENSES_FILE = 'LICENSES.txt'

/** Packages whose files a site may carry, by how the names of those begin. */
const FONTS: readonly (readonly [begin: string, ...packages: string[]])[] = [
  ['KaTeX_', 'katex'],
  ['alegreya-sans-', '@fontsource/alegreya-sans'],
  ['archivo-', '@fontsource/archivo'],
  ['atkinson-hyperlegible-next-', '@fontsource/atkinson-hyperlegible-next'],
  ['noto-sans-sc-', '@fontsource-variable/noto-sans-sc'],
  ['signs-', 'source-sans', '@fontsource/noto-sans-math', '@fontsource/noto-sans-symbols-2'],
  ['source-code-pro-', '@fontsource/source-code-pro'],
  ['source-sans-3-', '@fontsource/source-sans-3'],
  ['source-serif-4-', '@fontsource/source-serif-4'],
]

/** Libraries in the pages' scripts and styles. */
const LIBRARIES = ['reveal.js', 'katex', 'perfect-freehand', 'idb', 'minisearch', 'ts-fsrs']

/**
 * The licences of what is in a site with files of these names: each text once, after the packages that stand under it.
 * Fonts that are not Lectern's are named as the project's own.
 */
export function licensesText(names: Iterable<string>): string {
  const fonts = [...names].filter((name) => name.endsWith('.woff2'))
  const packages = new Set(LIBRARIES)
  for (const [begin, ...sources] of FONTS)
    if (fonts.some((name) => name.startsWith(begin))) for (const source of sources) packages.add(source)
  const byText = new Map<string, string[]>()
  for (const name of packages) {
    const { version, license, text } = readPackage(name)
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`)
  const own = fonts.filter((name) => !FONTS.some(([begin]) => name.startsWith(begin))).toSorted()
  if (own.length > 0)
    parts.push(
      `Fonts of the project's own themes, under the licences that it has for them:\n\n${own.join('\n')}`,
    )
  const line = `\n\n${'-'.repeat(78)}\n\n`
  return `Made with Lectern. The fonts and libraries in this folder stand under the following licences.${line}${parts.join(line)}\n`
}

function readPackage(name: string): { version: string; license: string; text: string } {
  const require = createRequire(import.meta.url)
  const folder = (require.resolve.paths(name) ?? [])
    .map((modules) => path.join(modules, name))
    .find((found) => existsSync(path.join(found, 'package.json')))
  if (folder === undefined) return { version: '', license: 'not installed', text: '' }
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
    license: string
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  return { version, license, text: file ? readFileSync(path.join(folder, file), 'utf8').trim() : '' }
}
