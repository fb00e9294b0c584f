/** How long a text takes to read. */

const HAN = /\p{Script=Han}/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu

/** Words and Han characters, counted apart since they are read at different speeds. */
export function countWords(text: string): { latin: number; han: number } {
  const han = text.match(HAN)?.length ?? 0
  const latin = text.replace(HAN, ' ').match(WORD)?.length ?? 0
  return { latin, han }
}

/** Whole minutes, at least 1: 238 words (Brysbaert 2019) or 255 Han characters a minute. */
export function readingMinutes({ latin, han }: { latin: number; han: number }): number {
  return Math.max(1, Math.round(latin / 238 + han / 255))
}
