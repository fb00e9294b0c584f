/** "Did you mean": the nearest of the names that exist. */
import { closest, distance } from 'fastest-levenshtein'
import { greatest } from './greatest.ts'

/** The name that was meant, or undefined where none is near (more than two fifths of its letters differ). */
export function suggest(name: string, known: readonly string[]): string | undefined {
  // So much longer that none can be near: the distance takes time by both lengths.
  if (name.length > 2 * greatest(known.map((one) => one.length)) + 2) return undefined
  if (known.length === 0) return undefined
  const lower = name.toLowerCase()
  const best = closest(lower, known as string[])
  return distance(lower, best) <= Math.max(1, Math.round(Math.max(name.length, best.length) * 0.4))
    ? best
    : undefined
}

/** `Did you mean “x”?` for a message's mend, or the fallback. */
export function didYouMean(name: string, known: readonly string[], fallback: string): string {
  const best = suggest(name, known)
  return best ? `Did you mean \`${best}\`?` : fallback
}

/** Of so many names at most the nearest is looked for: a deck where thousands are wrong has another fault. */
const MOST_ASKED = 100

/** The same for one list that is asked of many times. */
export class Suggestions {
  readonly #list: () => readonly string[]
  #known: readonly string[] | undefined
  #asked = 0

  constructor(list: () => readonly string[]) {
    this.#list = list
  }

  /** `Did you mean “x”?`, or the fallback. */
  didYouMean(name: string, fallback: string): string {
    if (this.#asked++ >= MOST_ASKED) return fallback
    return didYouMean(name, (this.#known ??= this.#list()), fallback)
  }
}
