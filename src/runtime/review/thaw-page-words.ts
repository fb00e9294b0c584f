/** Makes words of the data that the build has written into the page: once, for its script and the parts that load later. */
import { thawWords } from '../../shared/frozen-words.ts'
import { readReviewData } from './page-data.ts'
import type { PageWords } from './page-words.ts'

/** Called before anything is said. */
export function thawPageWords(): void {
  const words = Object.entries(readReviewData().words).map(([table, frozen]) => [table, thawWords(frozen)])
  Object.assign(window, { lecternWords: Object.fromEntries(words) as PageWords })
}
