/** How alike two texts are: by the pairs of letters that they have in common. */

/** Share of pairs of characters that two texts have in common (Dice), from 0 to 1; spaces and signs do not count. */
export function dice(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)]
  if (x.length + y.length === 0) return 0
  const rest = [...y]
  const common = x.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (x.length + y.length)
}

function pairsOf(text: string): string[] {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ]
  return letters.slice(1).map((letter, index) => letters[index]! + letter)
}
