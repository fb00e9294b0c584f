/** What marking text says, in the deck's language. */
import { markWordsIn, type MarkWords } from './words/marks.ts'
import { inLanguage } from './words/words.ts'

export type { MarkWords }

/** The words in the language `lang` (BCP 47), in English where we lack the language. */
export function markWords(lang: string): MarkWords {
  return inLanguage(markWordsIn, lang)
}
