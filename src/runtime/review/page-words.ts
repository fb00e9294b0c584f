/** What the page says, in the one language that the build has written into it. */
import { type FrozenWords, thawWords } from '../../shared/frozen-words.ts'
import type { MarkWords } from '../../shared/mark-words.ts'
import type { PracticeWords } from '../../shared/practice-words.ts'
import type { ReviewWords } from '../../shared/review-words.ts'
import type { ReviewData } from '../../shared/review.ts'
import { readReviewData } from './page-data.ts'

const thawed = new Map<FrozenWords, unknown>()

/** Words of the reading view; the page's language is the only one there is. */
export function reviewWords(_lang?: string): ReviewWords {
  return words('review') as ReviewWords
}

/** Words of questions, blanks and cards. */
export function practiceWords(_lang?: string): PracticeWords {
  return words('practice') as PracticeWords
}

/** Words of marking text. */
export function markWords(): MarkWords {
  return words('marks') as MarkWords
}

let data: ReturnType<typeof readReviewData> | undefined

function words(table: keyof ReviewData['words']): unknown {
  data ??= readReviewData()
  const frozen = data.words[table]
  if (!thawed.has(frozen)) thawed.set(frozen, thawWords(frozen))
  return thawed.get(frozen)
}
