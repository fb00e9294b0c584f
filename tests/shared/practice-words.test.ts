import { expect, test } from 'vitest'
import { freezeWords, thawWords } from '../../src/shared/frozen-words.ts'
import { practiceWords, type PracticeWords } from '../../src/shared/practice-words.ts'

const NUMBERS = [...Array.from({ length: 32 }, (_, index) => index), 41, 99, 100, 101, 102, 111, 121, 1000]

const LANGUAGES = ['en', 'de', 'zh', 'fr', 'es', 'it', 'pt', 'ru', 'ja', 'ko', 'he', 'ar']

test.each(LANGUAGES)('%s says in the page what its table says', (lang) => {
  const table = practiceWords(lang)
  const page = thawWords<PracticeWords>(freezeWords(table, lang))
  for (const a of NUMBERS) {
    for (const word of [
      'open',
      'blanksOn',
      'cardsDue',
      'left',
      'minutes',
      'days',
      'tomorrow',
      'ankiSaid',
    ] as const)
      expect(page[word](a), word).toBe(table[word](a))
    for (const b of NUMBERS) {
      for (const word of ['summary', 'blank', 'doneSaid', 'exam'] as const)
        expect(page[word](a, b), `${word} ${a} ${b}`).toBe(table[word](a, b))
    }
  }
  expect(page.revealed('softmax')).toBe(table.revealed('softmax'))
  expect(page.grades).toEqual(table.grades)
})
