/** Of a theme's fonts a site carries the scripts that its decks are written in. */
import { createHash } from 'node:crypto'
import type { Compiled } from '../compiler/compiled.ts'
import { pageWordsIn } from '../shared/words/page-words.ts'
import { slideWordsIn } from '../shared/words/slide-words.ts'
import { speakerWords } from '../shared/speaker-words.ts'
import { FACE, fontFace, isInRanges, type FontFace } from './font-faces.ts'
import { beyondAscii, shownCharacters } from './han-fonts.ts'
import { pageWords } from './pages/page-words.ts'
import type { RuntimeBundle } from './vite/runtime-bundle.ts'
import { SIGNS_FAMILY } from './vite/sign-fonts.ts'

/**
 * The code points of all that pages with `decks` show: slides, notes, and their own words. ASCII always; signs never, which
 * have a family of their own.
 */
export function usedCharacters(decks: readonly Compiled[]): number[] {
  const used = new Set<string>()
  for (const deck of decks) {
    const { lang } = deck.manifest
    const words = [pageWordsIn(lang), pageWords(lang), speakerWords(lang), slideWordsIn(lang)]
    for (const one of [...shownCharacters(deck), ...beyondAscii(JSON.stringify(words))]) used.add(one)
  }
  const codes = Array.from(used, (character) => character.codePointAt(0)!)
  return [0x61, ...codes.filter((code) => code < 0x2070 || code > 0x2bff)]
}

/**
 * `bundle` without the faces, and their files, that none of `characters` asks for. Signs stay: the runtime's buttons
 * have them, too.
 */
export function withUsedFonts(bundle: RuntimeBundle, characters: readonly number[]): RuntimeBundle {
  return withFaces(bundle, (face) => face.family === SIGNS_FAMILY || isAskedFor(face, characters))
}

/** The same for a page that is not shown before its fonts are there: without what stands in for them until then, too. */
export function withPrintFonts(bundle: RuntimeBundle, characters: readonly number[]): RuntimeBundle {
  return withFaces(bundle, (face) => face.url !== undefined && isAskedFor(face, characters))
}

function isAskedFor({ ranges }: FontFace, characters: readonly number[]): boolean {
  return characters.some((code) => isInRanges(ranges, code))
}

function withFaces(bundle: RuntimeBundle, keep: (face: FontFace) => boolean): RuntimeBundle {
  const files = new Map(bundle.files)
  const styles = bundle.styles.map((name) => {
    const css = new TextDecoder().decode(files.get(name))
    const dropped = new Set<string>()
    const kept = new Set<string>()
    const used = css.replace(FACE, (rule) => {
      const face = fontFace(rule)
      const isKept = keep(face)
      if (face.url !== undefined) (isKept ? kept : dropped).add(face.url)
      return isKept ? rule : ''
    })
    if (used === css) return name
    files.delete(name)
    const renamed = name.replace(/[^-]*\.css$/, `${hash(used)}.css`)
    files.set(renamed, new TextEncoder().encode(used))
    for (const url of dropped) if (!kept.has(url)) files.delete(url.replace(/^\.\//, ''))
    return renamed
  })
  return { ...bundle, styles, files }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
