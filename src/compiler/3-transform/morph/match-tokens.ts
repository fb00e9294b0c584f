/** Which token of one listing is which of the next. */

/** A word that stands across others that stay must be at least this long to be followed there, in letters, … */
const FAR_WORD = 4
/** … or it has not gone farther than this, in tokens. */
const NEAR = 12

interface Tile {
  before: number
  after: number
  length: number
  weight: number
}

/**
 * Gives for each token of `after` the index of the same token in `before`, undefined where it is new. No token is taken
 * twice. Longest common stretches first, wherever they stand (greedy string tiling, Wise 1993), so that a line that was
 * moved is found again, which a diff of lines in order would not do; then the single marks between them, in order.
 */
export function matchTokens(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const found: (number | undefined)[] = Array.from({ length: after.length })
  const taken = new Set<number>()
  const take = (from: number, to: number): void => {
    found[to] = from
    taken.add(from)
  }
  // What both begin and end with is most of a listing, as a rule, and costs nothing.
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) take(head, head++)
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // Brackets belong to the word before them.
  while (tail > 0 && weightOf(after.at(-tail)!) === 0) tail--
  for (let at = 1; at <= tail; at++) take(before.length - at, after.length - at)
  for (;;) {
    const tile = heaviest(before, after, found, taken)
    if (!tile) break
    for (let at = 0; at < tile.length; at++) take(tile.before + at, tile.after + at)
  }
  fillGaps(before, after, found, taken)
  return found
}

/** The longest stretch, by letters of its words, that is free on both sides; of equals the one that moved least. */
function heaviest(
  before: readonly string[],
  after: readonly string[],
  found: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
): Tile | undefined {
  let best: Tile | undefined
  let above: Tile[] = []
  for (let to = 0; to < after.length; to++) {
    const row: Tile[] = []
    if (found[to] === undefined)
      for (let from = 0; from < before.length; from++) {
        if (before[from] !== after[to] || taken.has(from)) continue
        const last = above[from - 1]
        const weight = (last?.weight ?? 0) + weightOf(after[to]!)
        const length = (last?.length ?? 0) + 1
        const tile = { before: from - length + 1, after: to - length + 1, length, weight }
        row[from] = tile
        if (weight > 0 && isBetter(tile, best) && mayStand(tile, found)) best = tile
      }
    above = row
  }
  return best
}

/** Marks alone say nothing about what belongs together. */
function weightOf(token: string): number {
  return /[\p{L}\p{N}]/u.test(token) ? token.length : 0
}

function isBetter(tile: Tile, best: Tile | undefined): boolean {
  if (!best || tile.weight !== best.weight) return tile.weight > (best?.weight ?? 0)
  const moved = Math.abs(tile.after - tile.before) - Math.abs(best.after - best.before)
  return moved < 0 || (moved === 0 && tile.length > best.length)
}

/** A short word far away across what stays is another one: `i` of a second loop, say. */
function mayStand(tile: Tile, found: readonly (number | undefined)[]): boolean {
  if (tile.weight >= FAR_WORD || Math.abs(tile.after - tile.before) <= NEAR) return true
  const crosses = found.some((from, to) => from !== undefined && from < tile.before !== to < tile.after)
  return !crosses
}

/** What stands between the same two neighbours on both sides is matched in order: brackets around a new word, say. */
function fillGaps(
  before: readonly string[],
  after: readonly string[],
  found: (number | undefined)[],
  taken: Set<number>,
): void {
  let from = -1
  for (let to = 0; to < after.length; to++) {
    const known = found[to]
    if (known !== undefined) {
      from = known
      continue
    }
    const end = found.findIndex((place, at) => at > to && place !== undefined)
    const last = end < 0 ? before.length : found[end]!
    // A new word between keeps its neighbours apart; the search goes on from the last one found.
    for (let at = from + 1; at < last; at++) {
      if (before[at] !== after[to] || taken.has(at)) continue
      found[to] = from = at
      taken.add(at)
      break
    }
  }
}
