/** The line numbers of `1,3-5`, `all` or `none`, counted from 1 and kept within the text. */
export function linesOf(ranges: string, count: number): Set<number> {
  const lines = new Set<number>()
  if (ranges === 'none') return lines
  for (const range of ranges === 'all' ? [`1-${count}`] : ranges.split(',')) {
    const [first, last] = range.split('-').map(Number)
    for (let line = first ?? 1; line <= Math.min(last ?? first ?? 0, count); line++) lines.add(line)
  }
  return lines
}
