/** Words in the page say what the tables say, in every language and for every number. */
import { describe, expect, test } from 'vitest'
import { freezeWords, thawWords } from '../../src/shared/frozen-words.ts'
import { markWords } from '../../src/shared/mark-words.ts'
import { practiceWords } from '../../src/shared/practice-words.ts'
import { reviewWords } from '../../src/shared/review-words.ts'

const languages = ['en', 'de', 'zh', 'fr', 'es', 'it', 'pt', 'ru', 'ja', 'ko', 'he', 'ar']
const numbers = [...Array.from({ length: 32 }, (_, index) => index), 100, 101, 111, 1000]

type Table = Record<string, unknown>

describe.each([
  ['review', reviewWords],
  ['practice', practiceWords],
  ['marks', markWords],
] as const)('%s', (_, table) => {
  test.each(languages)('%s', (lang) => {
    const words = table(lang) as unknown as Table
    const own = words === (table('en') as unknown as Table) ? 'en' : lang
    const json = JSON.parse(JSON.stringify(freezeWords(words, own))) as ReturnType<typeof freezeWords>
    const thawed = thawWords<Table>(json)
    const wrong: string[] = []
    for (const [name, word] of Object.entries(words)) {
      if (typeof word !== 'function') {
        expect(thawed[name]).toEqual(word)
        continue
      }
      const say = word as (...values: unknown[]) => string
      const again = thawed[name] as typeof say
      const takesText = ['resume', 'revealed', 'nextDue'].includes(name)
      for (const a of takesText ? ['Ein Titel'] : numbers)
        for (const b of say.length > 1 ? numbers : [0])
          if (say(a, b) !== again(a, b)) wrong.push(`${name}(${a}, ${b}): ${say(a, b)} / ${again(a, b)}`)
    }
    expect(wrong).toEqual([])
  })
})
