/** Words of the pages around slides, by language. */
import { pageWords as en } from './en.ts'
import { pageWords as zh } from './zh.ts'
import { pageWords as de } from './de.ts'
import { pageWords as fr } from './fr.ts'
import { pageWords as es } from './es.ts'
import { pageWords as it } from './it.ts'
import { pageWords as pt } from './pt.ts'
import { pageWords as ru } from './ru.ts'
import { pageWords as ja } from './ja.ts'
import { pageWords as ko } from './ko.ts'
import { pageWords as he } from './he.ts'
import { pageWords as ar } from './ar.ts'
import { inLanguage, type PageWords } from './words.ts'

const languages = { en, zh, de, fr, es, it, pt, ru, ja, ko, he, ar } satisfies Record<string, PageWords>

/** The words in the language `lang` (BCP 47: `de-AT` reads German), in English where we lack the language. */
export function pageWordsIn(lang: string): PageWords {
  return inLanguage(languages, lang)
}
