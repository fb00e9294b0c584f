/** "Did you mean": the nearest of the names that exist. */
import { closest, distance } from 'fastest-levenshtein'

/** The name that was meant, or undefined where none is near (more than two fifths of its letters differ). */
export function suggest(name: string, known: readonly string[]): string | undefined {
  // So much longer that none can be near: the distance takes time by both lengths.
  if (name.length > 2 * Math.max(0, ...known.map((one) => one.length)) + 2) return undefined
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
