/**
 * The ranges of `3-10,15-` in a text of `count` lines, from 1, both ends included; `-8` begins at the first line, `15-` ends
 * at the last. Undefined where it cannot be read, or names a line that is not there.
 */
export function lineRanges(written: string, count: number): [number, number][] | undefined {
  const ranges: [number, number][] = []
  for (const part of written.split(',')) {
    const match = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(part)
    if (!match || (match[1] === '' && match[3] === '')) return undefined
    const from = match[1] === '' ? 1 : Number(match[1])
    const to = match[3] !== '' ? Number(match[3]) : match[2] === '' ? from : count
    if (from < 1 || to < from || from > count || (match[3] !== '' && to > count)) return undefined
    ranges.push([from, to])
  }
  return ranges
}
