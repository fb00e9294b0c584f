import { closest, distance } from 'fastest-levenshtein'

/** ` Did you mean "NAME"?` with the nearest of `names`, or nothing where none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const nearest = closest(word, names)
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3))
    ? ` Did you mean "${nearest}"?`
    : ''
}
