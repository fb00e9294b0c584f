import { blue, box, ink, labelled, path, svg, text, warm } from './kit/svg.ts'

const words = ['the', 'old', 'bank', 'holds', 'money']

function half(x: number, name: string, inward: boolean): string[] {
  const colour = inward ? blue : warm
  const centre = (index: number) => x + 48 + index * 104
  return [
    text(x, 30, name, { anchor: 'start', size: 26, weight: 700, fill: colour }),
    ...words.map((word, index) =>
      index === 2
        ? labelled(centre(index) - 46, 116, 92, 52, word, colour)
        : box(centre(index) - 46, 116, 92, 52, {}) + text(centre(index), 150, word, { fill: ink }),
    ),
    ...[0, 1, 3, 4].map((index) => {
      const [from, to] = inward
        ? [centre(index), centre(2) + (index - 2) * 13]
        : [centre(2) + (index - 2) * 13, centre(index)]
      return path(`M${from} 110Q${(from + to) / 2} ${Math.abs(index - 2) === 2 ? 26 : 66} ${to} 108`, {
        stroke: colour,
        arrow: true,
      })
    }),
  ]
}

/** One sentence, two guessing games. */
export function windows(): string {
  return svg(
    1100,
    176,
    'CBOW guesses the middle word from both sides, skip-gram the neighbours from the middle word',
    ...half(4, 'CBOW', true),
    ...half(572, 'skip-gram', false),
  )
}
