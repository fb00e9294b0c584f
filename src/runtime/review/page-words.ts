/** What the page says, in the one language that the build has written into it (`thaw-page-words.ts`). */
import type { MarkWords } from '../../shared/mark-words.ts'
import type { PracticeWords } from '../../shared/practice-words.ts'
import type { ReviewWords } from '../../shared/review-words.ts'

/** By the names of their tables; on `window`, since the parts that load later are scripts of their own. */
export interface PageWords {
  review: ReviewWords
  practice: PracticeWords
  marks: MarkWords
}

const words = (): PageWords => (window as unknown as { lecternWords: PageWords }).lecternWords

/** Words of the reading view; the page's language is the only one there is. */
export const reviewWords = (_lang?: string): ReviewWords => words().review

/** Words of questions, blanks and cards. */
export const practiceWords = (_lang?: string): PracticeWords => words().practice

/** Words of marking text. */
export const markWords = (): MarkWords => words().marks
