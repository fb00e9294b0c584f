import { blue, box, rule, svg, text, warm } from './kit/svg.ts'

const words = ['the', 'bank', 'lends', 'money']

function mask(
  title: string,
  rows: string[],
  sees: (row: number, column: number) => boolean,
  colour: string,
): string {
  return svg(
    400,
    232,
    title,
    ...rows.flatMap((word, row) => [
      text(112, 36 + row * 56, word, { anchor: 'end', fill: word === '[MASK]' ? warm : undefined }),
      ...words.map((_, column) =>
        sees(row, column)
          ? box(126 + column * 66, 4 + row * 56, 60, 50, { stroke: colour, tint: 0.55, radius: 5 })
          : box(126 + column * 66, 4 + row * 56, 60, 50, {
              stroke: rule,
              tint: 0.02,
              radius: 5,
              dash: '3 6',
              width: 1.5,
            }),
      ),
    ]),
  )
}

/** Each position sees itself and what came before. */
export function maskCausal(): string {
  return mask('A triangle: no position sees what comes later', words, (row, column) => column <= row, blue)
}

/** Each position sees every other; some words are hidden. */
export function maskFull(): string {
  return mask(
    'A full square: every position sees all others',
    ['the', '[MASK]', 'lends', 'money'],
    () => true,
    warm,
  )
}
