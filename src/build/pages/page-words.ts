/** The words that a page's scripts say, as data in the page: the scripts themselves know no language. */
import { type FrozenWords, freezeWords } from '../../shared/frozen-words.ts'
import { markWords } from '../../shared/mark-words.ts'
import { practiceWords } from '../../shared/practice-words.ts'
import { type ReviewData } from '../../shared/review.ts'
import { reviewWords } from '../../shared/review-words.ts'

/** Words of the review in the language `lang`. */
export function pageWords(lang: string): ReviewData['words'] {
  return {
    review: freeze(reviewWords, lang),
    practice: freeze(practiceWords, lang),
    marks: freeze(markWords, lang),
  }
}

/** A language that a table lacks speaks English, by English's plural forms. */
function freeze(table: (lang: string) => object, lang: string): FrozenWords {
  const words = table(lang)
  return freezeWords(words, words === table('en') ? 'en' : lang)
}
