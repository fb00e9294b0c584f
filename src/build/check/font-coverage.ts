/** Which characters the fonts of a theme have, read from the files themselves: a `unicode-range` promises too much. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontCharacters } from '../font-characters.ts'
import { SIGN, SIGN_FONTS } from '../export/static-fonts.ts'
import { isInRanges, type FontFace } from '../font-faces.ts'
import { unpackFont } from '../unpack-font.ts'

export interface Coverage {
  /** Whether one of the families, in any of its weights, has the character; or what Lectern brings for signs. */
  has(families: readonly string[], character: string): Promise<boolean>
}

/** The coverage of `faces`, whose bytes `read` gives by the address in the style sheet. A file is read when asked for. */
export function fontCoverage(faces: readonly FontFace[], read: (url: string) => Uint8Array): Coverage {
  const byUrl = new Map<string, Promise<Set<number>>>()
  const charactersAt = (url: string): Promise<Set<number>> => {
    if (!byUrl.has(url)) byUrl.set(url, unpackFont(read(url)).then(fontCharacters))
    return byUrl.get(url)!
  }
  return {
    async has(families, character) {
      const code = character.codePointAt(0)!
      for (const { family, ranges, url } of faces) {
        if (!url || !families.includes(family) || !isInRanges(ranges, code)) continue
        if ((await charactersAt(url)).has(code)) return true
      }
      return SIGN.test(character) && (await signs()).has(code)
    },
  }
}

let known: Promise<Set<number>> | undefined

/** Arrows, marks and signs that every system has, and Lectern brings for paper. */
function signs(): Promise<Set<number>> {
  const { resolve } = createRequire(import.meta.url)
  known ??= Promise.all(
    SIGN_FONTS.map(async (file) =>
      fontCharacters(await unpackFont(readFileSync(resolve(file('400', false))))),
    ),
  ).then((sets) => new Set(sets.flatMap((set) => [...set])))
  return known
}
