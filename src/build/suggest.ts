import { closest, distance } from 'fastest-levenshtein'

/** The nearest of `names`; undefined where none is near. */
export function suggest(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const nearest = closest(word, names)
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined
}

/** ` Did you mean "NAME"?` with the nearest of `names`, or nothing where none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const nearest = suggest(word, names)
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}
