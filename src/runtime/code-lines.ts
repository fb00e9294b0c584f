/** The lines of a step of code, written `1,3-5` and counted from 1; none for `none`. */
export function linesOf(state: string): Set<number> {
  const lines = new Set<number>()
  for (const range of state.split(',')) {
    const [first = 0, last = first] = range.split('-').map(Number)
    for (let line = first; line <= last; line++) lines.add(line)
  }
  return lines
}
