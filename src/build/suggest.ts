/** “Did you mean” in the words of the command line. */
import { suggest } from '../compiler/suggest.ts'

/** ` Did you mean "NAME"?` with the nearest of `names`, or nothing where none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const nearest = suggest(word, names)
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}
