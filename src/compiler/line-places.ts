/** Lines and columns of places in a text, as Markdown counts lines. */
import type { Point } from 'unist'

/**
 * Gives the function that tells line and column (both from 1) of an offset in `source`. A line ends with LF, CR LF or
 * CR alone, as in CommonMark 0.31 §2.1.
 */
export function linePlaces(source: string): (offset: number) => Point & { offset: number } {
  const starts = [0]
  for (const { index, 0: end } of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1, offset }
  }
}
