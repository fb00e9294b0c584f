/** Words on slides, by language. */
import { slideWords as en } from './en.ts'
import { slideWords as zh } from './zh.ts'
import { slideWords as de } from './de.ts'
import { slideWords as fr } from './fr.ts'
import { slideWords as es } from './es.ts'
import { slideWords as it } from './it.ts'
import { slideWords as pt } from './pt.ts'
import { slideWords as ru } from './ru.ts'
import { slideWords as ja } from './ja.ts'
import { slideWords as ko } from './ko.ts'
import { slideWords as he } from './he.ts'
import { slideWords as ar } from './ar.ts'
import { inLanguage, type SlideWords } from './words.ts'

const languages = { en, zh, de, fr, es, it, pt, ru, ja, ko, he, ar } satisfies Record<string, SlideWords>

/** The words in the language `lang` (BCP 47: `de-AT` reads German), in English where we lack the language. */
export function slideWordsIn(lang: string): SlideWords {
  return inLanguage(languages, lang)
}

/** The words of every language. */
export const everySlideWords: readonly SlideWords[] = Object.values(languages)
