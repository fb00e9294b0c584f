/** What the lecture page says: data in the page, so that its script carries no language. */
import { WORDS_ID } from '../../shared/markup.ts'
import type { LectureWords } from '../../shared/words/words.ts'

let words: LectureWords | undefined

/** The words of the deck's language. */
export function lectureWords(): LectureWords {
  words ??= JSON.parse(document.querySelector(`script#${WORDS_ID}`)!.textContent) as LectureWords
  return words
}
