/** What questions, blanks and cards say, in the deck's language. */
import { practiceWords as en } from './words/practice/en.ts'
import { practiceWords as de } from './words/practice/de.ts'
import { practiceWords as zh } from './words/practice/zh.ts'
import { practiceWords as fr } from './words/practice/fr.ts'
import { practiceWords as es } from './words/practice/es.ts'
import { practiceWords as it } from './words/practice/it.ts'
import { practiceWords as pt } from './words/practice/pt.ts'
import { practiceWords as ru } from './words/practice/ru.ts'
import { practiceWords as ja } from './words/practice/ja.ts'
import { practiceWords as ko } from './words/practice/ko.ts'
import { practiceWords as he } from './words/practice/he.ts'
import { practiceWords as ar } from './words/practice/ar.ts'
import type { PracticeWords } from './words/practice/words.ts'
import { inLanguage } from './words/words.ts'

export type { PracticeWords }

const languages = { en, de, zh, fr, es, it, pt, ru, ja, ko, he, ar } satisfies Record<string, PracticeWords>

/** The words in the language `lang` (BCP 47), in English where we lack the language. */
export function practiceWords(lang: string): PracticeWords {
  return inLanguage(languages, lang)
}
