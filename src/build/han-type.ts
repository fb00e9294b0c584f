/** Chinese type for the pages of a site: of each part of the font only the characters that its decks use. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiled } from '../compiler/compiled.ts'
import { pageWordsIn } from '../shared/words/page-words.ts'
import { speakerWords } from '../shared/speaker-words.ts'
import { pageWords } from './pages/page-words.ts'
import {
  beyondAscii,
  HAN_FAMILY,
  HAN_QUOTES_FAMILY,
  hanFaces,
  hasHanQuotes,
  QUOTES_RANGE,
  shownCharacters,
  type Face,
} from './han-fonts.ts'
import { cacheFolder, keepFiles, readKept } from './vite/runtime-cache.ts'
import type { RuntimeBundle } from './vite/runtime-bundle.ts'

/** A style sheet and the fonts that it names, by file name. */
export interface HanType {
  sheet: string
  files: ReadonlyMap<string, Uint8Array>
}

/** The weights between which themes set Chinese. */
const WEIGHTS = { min: 400, max: 700 }
/** Part of each name in the cache; another number where the same characters give other files. */
const VERSION = 1

/**
 * Chinese type for pages that show `decks`; undefined where they have no Han characters. Kept in the project's cache,
 * since cutting a font takes some 50 ms.
 */
export async function hanType(decks: readonly Compiled[], projectRoot: string): Promise<HanType | undefined> {
  const faces = new Map(decks.flatMap((deck) => hanFaces(deck).map((face) => [face.file, face] as const)))
  if (faces.size === 0) return undefined
  const used = new Set(decks.flatMap(charactersOf))
  const quotes = (face: Face): boolean => decks.some((deck) => hasHanQuotes(face, deck))
  const parts = [...faces.values()].map((face) => ({
    face,
    quotes: quotes(face),
    characters: [...used]
      .filter((character) => isIn(face, character.codePointAt(0)!))
      .toSorted()
      .join(''),
  }))
  const key = JSON.stringify([VERSION, parts.map(({ face, ...part }) => [path.basename(face.file), part])])
  const folder = path.join(cacheFolder(projectRoot), `han-${hash(Buffer.from(key), 24)}`)
  const kept = readKept(folder)
  if (kept) return describe(kept)
  const files = new Map<string, Uint8Array>()
  const rules: string[] = []
  for (const { face, quotes: quoted, characters } of parts) {
    const content = await cut(face.file, characters)
    const name = path.basename(face.file).replace(/\.woff2$/, `-${hash(content, 8)}.woff2`)
    files.set(name, content)
    rules.push(rule(HAN_FAMILY, name, rangeOf(characters)))
    if (quoted) rules.push(rule(HAN_QUOTES_FAMILY, name, QUOTES_RANGE))
  }
  const css = new TextEncoder().encode(`${rules.join('\n')}\n`)
  files.set(`han-${hash(css, 8)}.css`, css)
  keepFiles(folder, files)
  return describe(files)
}

/** `bundle` with Chinese type, where there is any. */
export function withHanType(bundle: RuntimeBundle, han: HanType | undefined): RuntimeBundle {
  if (!han) return bundle
  return { ...bundle, styles: [...bundle.styles, han.sheet], files: new Map([...bundle.files, ...han.files]) }
}

function describe(files: ReadonlyMap<string, Uint8Array>): HanType {
  return { sheet: [...files.keys()].find((name) => name.endsWith('.css'))!, files }
}

/** Han characters and Chinese quotation marks of all that a deck shows, and of what its pages say around it. */
function charactersOf(deck: Compiled): string[] {
  const { lang } = deck.manifest
  const chinese = /^zh\b/i.test(lang)
  const around = chinese ? [pageWordsIn(lang), pageWords(lang), speakerWords(lang)] : []
  // Signs, too, that a part of the font has beside its Han characters.
  return [...shownCharacters(deck), ...beyondAscii(JSON.stringify(around)), ...(chinese ? '“”‘’…—' : '')]
}

function isIn({ ranges }: Face, code: number): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to)
}

/** `U+4E00,U+8BCD`: what is not in the file is left to the machine's own fonts without asking for it. */
function rangeOf(characters: string): string {
  return Array.from(characters, (one) => `U+${one.codePointAt(0)!.toString(16)}`).join(',')
}

function rule(family: string, name: string, range: string): string {
  return `@font-face{font-family:'${family}';font-style:normal;font-display:swap;font-weight:100 900;src:url(${name}) format('woff2');unicode-range:${range}}`
}

/** Loaded only where a part is not in the cache. */
async function cut(file: string, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(readFileSync(file), characters, {
    targetFormat: 'woff2',
    // Copyright and licence stay with the font.
    preserveNameIds: [0, 13, 14],
    variationAxes: { wght: WEIGHTS },
  })
}

function hash(content: Uint8Array, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length)
}
