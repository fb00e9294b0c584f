/**
 * Words of a page as data: the build writes those of the deck's language into the page, so that its scripts carry no
 * language at all. Phrases with numbers become one text for each plural form.
 */

/** A text; a list of texts; texts by the plural forms of their numbers, `one` or `one|other`. */
export type FrozenWord = string | readonly string[] | Record<string, string>

export interface FrozenWords {
  /** Whose plural forms they follow. */
  lang: string
  words: Record<string, FrozenWord>
}

/** What a phrase is made of: anything that stands in it is turned into text. */
type Phrase = (...values: never[]) => string

/** Numbers that a phrase may say in words of its own. */
const OWN = [0, 1, 2]

/** Numbers to try a phrase with: every form of every language has one among them. */
const SAMPLES = [...Array.from({ length: 120 }, (_, index) => index + 3), 1_000_000, ...OWN]

/** Stands for all numbers where a language has no whole number in its last form. */
const ANY = 37_519
const ANY_TWO = 48_620

/** Turns a table of words into data. */
export function freezeWords(words: object, lang: string): FrozenWords {
  const frozen = Object.entries(words).map(([name, word]: [string, unknown]) => [
    name,
    typeof word === 'function' ? freezePhrase(word as Phrase, lang) : (word as FrozenWord),
  ])
  return { lang, words: Object.fromEntries(frozen) as FrozenWords['words'] }
}

/** The table again. */
export function thawWords<Words>({ lang, words }: FrozenWords): Words {
  const rules = new Intl.PluralRules(lang)
  const thawed = Object.entries(words).map(([name, word]) => {
    if (typeof word === 'string' || Array.isArray(word)) return [name, word]
    const forms = word as Record<string, string>
    const phrase = (...values: unknown[]): string => {
      const text = keysOf(values, rules)
        .map((key) => forms[key])
        .find((form) => form !== undefined)
      return (text ?? '').replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]))
    }
    return [name, phrase]
  })
  return Object.fromEntries(thawed) as Words
}

/** Names of forms, the closest first: `1|few`, `one|few`, …, `other`. */
function keysOf(values: readonly unknown[], rules: Intl.PluralRules): string[] {
  const [first = [], second = ['']] = values
    .slice(0, 2)
    .map((value) => (typeof value === 'number' ? [`${value}`, rules.select(value), 'other'] : ['other']))
  return [...first.flatMap((a) => second.map((b) => `${a}|${b}`)), ...first]
}

/** Only forms that another does not stand for. */
function freezePhrase(phrase: Phrase, lang: string): Record<string, string> {
  const rules = new Intl.PluralRules(lang)
  const say = phrase as unknown as (...values: unknown[]) => string
  const samples = new Map(
    SAMPLES.toReversed().map((number): [string, number] => [rules.select(number), number]),
  )
  const last = samples.get('other')
  const numbers = new Set([last ?? ANY, ...samples.values(), ...OWN])
  const forms: Record<string, string> = {}
  const add = (values: number[], text: string): void => {
    const keys = keysOf(values, rules)
    const known = keys.map((key) => forms[key]).find((form) => form !== undefined)
    if (known === text) return
    // The most general name that is still free.
    const own = values.some((value) => OWN.includes(value))
    const name = (value: number): string =>
      OWN.includes(value)
        ? `${value}`
        : value === (last ?? ANY) || value === ANY_TWO
          ? 'other'
          : rules.select(value)
    forms[own || known !== undefined ? values.map(name).join('|') : values.map(() => 'other').join('|')] =
      text
  }
  if (phrase.length < 2) {
    for (const number of numbers) add([number], fill(say(number), [[number, '{0}']]))
    return forms
  }
  const apart = say(ANY, ANY_TWO)
  const swapped = apart.indexOf(`${ANY_TWO}`) >= 0 && apart.indexOf(`${ANY_TWO}`) < apart.indexOf(`${ANY}`)
  for (const a of numbers)
    for (const b of [last === undefined ? ANY_TWO : last, ...numbers]) {
      const slots: [number, string][] = [
        [a, '{0}'],
        [b, '{1}'],
      ]
      add([a, b], fill(say(a, b), swapped ? slots.toReversed() : slots))
    }
  return forms
}

/** Puts the places of values where their numbers stand, in order. */
function fill(text: string, slots: readonly (readonly [number, string])[]): string {
  let done = ''
  let rest = text
  for (const [number, slot] of slots) {
    const match = new RegExp(`(?<!\\d)${number}(?!\\d)`).exec(rest)
    if (!match) continue
    done += rest.slice(0, match.index) + slot
    rest = rest.slice(match.index + String(number).length)
  }
  return done + rest
}
