/** Evenly spread numbers between 0 and 1 that are the same on every build. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
