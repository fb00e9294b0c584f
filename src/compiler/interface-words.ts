/** The few words that Lectern itself puts on a slide, in the deck's language; the table is `shared/words/`. */
import { everySlideWords, slideWordsIn } from '../shared/words/slide-words.ts'
import type { SlideWords } from '../shared/words/words.ts'

/** Kinds of callout that are known by name: GitHub's five and what lecturers write beside them. */
export const calloutKinds = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'danger',
  'info',
  'example',
  'question',
  'definition',
  'theorem',
  'lemma',
  'proposition',
  'corollary',
  'proof',
  'remark',
  'axiom',
  'conjecture',
  'exercise',
  'solution',
  'quiz',
  'think',
  'cards',
] as const satisfies readonly (keyof SlideWords)[]

export type CalloutKind = (typeof calloutKinds)[number]

type Word = keyof SlideWords

/** The word in the deck's language (`lang: de-AT` reads German), in English where we lack the language. */
export function interfaceWord(word: Word, lang: string): string {
  return slideWordsIn(lang)[word]
}

/** A numbered thing by name: `Figure 3`, `第 3 节`; some languages put the number inside. */
export function numbered(word: Word, number: string, lang: string): string {
  const name = interfaceWord(word, lang)
  return name.includes('{n}') ? name.replace('{n}', number) : `${name} ${number}`
}

/** A name beside a number: `Theorem 3 (Lagrange)`, `定理 3（拉格朗日）`. */
export function nameBrackets(lang: string): readonly [string, string] {
  return /^(?:zh|ja)\b/i.test(lang) ? ['（', '）'] : [' (', ')']
}

/** The word in every language, for headings that an author wrote. */
export function everyLanguage(word: Word): string[] {
  return everySlideWords.map((table) => table[word])
}
