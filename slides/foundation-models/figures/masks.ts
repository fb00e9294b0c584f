/** Who sees whom: the attention masks of GPT-1 and BERT, and the word that each has to guess. */
import { defineFigure } from 'lectern/figure'
import { blue, box, drawing, green, ink, line, quiet, soft, step, text } from './kit/svg.ts'

interface Mask {
  name: string
  words: string[]
  sees(row: number, column: number): boolean
  /** What a row has to guess, if anything. */
  guesses: string[]
  colour: string
}

const masks: Mask[] = [
  {
    name: 'GPT-1',
    words: ['the', 'bank', 'lends', 'money'],
    sees: (row, column) => column <= row,
    guesses: ['bank', 'lends', 'money', '…'],
    colour: blue,
  },
  {
    name: 'BERT',
    words: ['the', '[MASK]', 'lends', 'money'],
    sees: () => true,
    guesses: ['', 'bank', '', ''],
    colour: green,
  },
]

const cell = { width: 83, height: 58, gap: 6 }
const labelWidth = 104
const top = 48

export const figure = defineFigure({
  title: 'GPT-1 sees what came before, BERT sees both sides',
  description:
    'Two masks over four words, a row for each word that looks. GPT-1: a triangle, each word sees itself and those before it, and guesses the next. BERT: a full square, each word sees all, and the word behind [MASK] is guessed.',
  draw: () => drawing(1128, 284, ...masks.map((mask, index) => drawMask(mask, index * 586))),
})

function drawMask({ name, words, sees, guesses, colour }: Mask, left: number): string {
  const x = (column: number) => left + labelWidth + column * cell.width
  const y = (row: number) => top + row * cell.height
  const label = (word: string) => ({ size: 24, weight: word === '[MASK]' ? 600 : 400 }) as const
  const every = words.flatMap((_, row) => words.map((__, column) => [row, column] as const))
  const square = (row: number, column: number, stroke: string, tint: number) =>
    box(x(column) + cell.gap / 2, y(row) + cell.gap / 2, cell.width - cell.gap, cell.height - cell.gap, {
      stroke,
      width: tint > 0.2 ? 0 : 1.5,
      tint,
      radius: 8,
      data: tint > 0.2 ? `${name} ${row} sees ${column}` : undefined,
    })
  return [
    text(left, 30, name, { size: 34, weight: 700, fill: colour, anchor: 'start', display: true }),
    ...words.map((word, column) => text(x(column) + cell.width / 2, 30, word, label(word))),
    ...words.map((word, row) =>
      text(x(0) - 12, y(row) + cell.height / 2 + 8, word, { ...label(word), anchor: 'end' }),
    ),
    ...every.map(([row, column]) => square(row, column, quiet, 0.05)),
    step(
      1,
      every
        .filter(([row, column]) => sees(row, column))
        .map(([row, column]) => square(row, column, colour, 0.75)),
    ),
    step(
      2,
      guesses.map((word, row) => {
        const middle = y(row) + cell.height / 2
        return word
          ? line(x(4) + 6, middle, x(4) + 32, middle, { stroke: ink, width: 3, arrow: true }) +
              text(x(4) + 42, middle + 8, word, {
                size: 26,
                weight: 700,
                anchor: 'start',
                fill: word === '…' ? soft : ink,
              })
          : ''
      }),
    ),
  ].join('')
}
