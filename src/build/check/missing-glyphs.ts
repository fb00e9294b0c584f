/** Characters of a deck that its theme's fonts lack: boxes, or letters of whatever font the machine in the room has. */
import { plural } from '../terminal.ts'
import type { UsedCharacters } from './characters.ts'
import type { Finding } from './finding.ts'
import type { Coverage } from './font-coverage.ts'

/** Scripts that a theme leaves to the fonts of the reader's system, by the languages it names fonts for (`scripts.css`). */
const SYSTEM_SCRIPTS: readonly (readonly [langs: RegExp, scripts: RegExp])[] = [
  [/^ja\b/i, /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\uFF00-\uFFEF\u3000-\u303F]/u],
  [/^zh-(?:Hant|TW|HK|MO)\b/i, /[\p{scx=Han}\p{scx=Bopomofo}\uFF00-\uFFEF\u3000-\u303F]/u],
  [/^ko\b/i, /[\p{scx=Hangul}\p{scx=Han}\uFF00-\uFFEF\u3000-\u303F]/u],
  [/^(?:he|yi)\b/i, /\p{scx=Hebrew}/u],
  [/^(?:ar|fa|ur)\b/i, /\p{scx=Arabic}/u],
]

/** Scripts told by name, and a language that a theme has fonts for, where there is one. */
const SCRIPTS: readonly (readonly [name: string, lang?: string])[] = [
  ['Han', 'zh'],
  ['Hiragana', 'ja'],
  ['Katakana', 'ja'],
  ['Hangul', 'ko'],
  ['Hebrew', 'he'],
  ['Arabic', 'ar'],
  ...(
    'Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Kannada Khmer Lao Latin ' +
    'Malayalam Mongolian Myanmar Oriya Sinhala Syriac Tamil Telugu Thaana Thai Tibetan'
  )
    .split(' ')
    .map((name) => [name] as const),
]
const patterns = SCRIPTS.map(([name, lang]) => ({
  name,
  lang,
  // The full stops and brackets of Chinese and Japanese belong to no script alone.
  has: name === 'Han' ? /[\p{scx=Han}\u3000-\u303F\uFF00-\uFFEF]/u : new RegExp(`\\p{sc=${name}}`, 'u'),
}))

interface Lacking {
  first: UsedCharacters
  /** The first of them that was met. */
  character: string
  characters: Set<string>
  slides: Set<string>
}

/**
 * One finding a script, for letters, or a character, for signs: where it first stands, and on how many slides. Nothing
 * is said of emoji, of signs that Lectern's fonts for paper have, and of scripts whose language the text names.
 */
export async function missingGlyphs(used: readonly UsedCharacters[], coverage: Coverage): Promise<Finding[]> {
  const lacking = new Map<string, Lacking>()
  for (const one of used) {
    for (const character of one.characters) {
      if (isLeftToSystem(character, one)) continue
      if (await coverage.has(one.families, character)) continue
      const key = scriptOf(character)?.name ?? character
      const known = lacking.get(key) ?? { first: one, character, characters: new Set(), slides: new Set() }
      known.characters.add(character)
      known.slides.add(one.slug)
      lacking.set(key, known)
    }
  }
  return [...lacking.values()].map(findingOf)
}

/** Code is all of one font, and cannot say what language a word in it is. */
function isLeftToSystem(character: string, { lang, isCode }: UsedCharacters): boolean {
  return SYSTEM_SCRIPTS.some(([langs, scripts]) => (isCode || langs.test(lang)) && scripts.test(character))
}

function findingOf({ first, character, characters, slides }: Lacking): Finding {
  const script = scriptOf(character)
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const others = characters.size > 1 ? ` and ${plural(characters.size - 1, 'more character')}` : ''
  const of = script ? ` of the ${script.name} script` : ''
  const more = slides.size > 1 ? `, nor what stands on ${plural(slides.size - 1, 'more slide')}` : ''
  return {
    rule: 'glyph-missing',
    // Every system has a font with most signs; letters of a script are what a slide says.
    ...(!script && { severity: 'info' as const }),
    slug: first.slug,
    reason: `The theme’s fonts lack “${character}” (${code})${others}${of}, on the slide \`#${first.slug}\`${more}`,
    ...(script?.lang !== undefined && {
      fix: `Say what language it is, as by \`[${character}]{lang=${script.lang}}\` or \`lang: ${script.lang}\`: fonts are named by language.`,
    }),
    words: [character],
  }
}

function scriptOf(character: string): (typeof patterns)[number] | undefined {
  return patterns.find(({ has }) => has.test(character))
}
