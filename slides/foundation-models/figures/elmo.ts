/** Two sentences about a bank: one vector for both by Word2Vec, one for each by ELMo. */
import { defineFigure } from 'lectern/figure'
import { blue, box, dot, drawing, ink, line, path, quiet, rule, soft, step, text, violet } from './kit/svg.ts'

/** Each sentence with the column its first word stands in, so that both banks stand in the same column. */
const above = { words: ['we', 'sat', 'on', 'the', 'bank', 'of', 'the', 'river'], start: 0 }
const below = { words: ['the', 'bank', 'lends', 'money'], start: 3 }
const bank = 4
const pitch = 88
const column = (index: number) => 44 + index * pitch

/** Heights of the rows, from the middle outwards; the lower sentence mirrors the upper one. */
const middle = 225
const rows = { words: 36, forward: 106, backward: 172 }
const size = 42

export const figure = defineFigure({
  title: 'Word2Vec gives bank one vector, ELMo one for each sentence',
  description:
    'Two sentences: we sat on the bank of the river; the bank lends money. Word2Vec has one dot for bank, between river and money. ELMo reads each sentence with a forward and a backward LSTM and joins their two states at bank: one vector near river and water, the other near money and loan.',
  draw: () =>
    drawing(
      1128,
      450,
      space(),
      wordToVec(),
      step(1, [
        caption('forward LSTM', rows.forward, blue, 1),
        chain(above, -1, 'forward'),
        chain(below, 1, 'forward'),
      ]),
      step(2, [
        caption('backward LSTM', rows.backward, violet, -1),
        chain(above, -1, 'backward'),
        chain(below, 1, 'backward'),
      ]),
      step(3, [joined(-1), joined(1)]),
      words(above, -1),
      words(below, 1),
    ),
})

type Sentence = typeof above
type Side = -1 | 1

function words(sentence: Sentence, side: Side): string {
  return sentence.words
    .map((word, index) => {
      const here = sentence.start + index
      return text(column(here), middle + side * rows.words + 9, word, {
        size: 26,
        weight: here === bank ? 700 : 400,
        fill: ink,
      })
    })
    .join('')
}

/** The states of one LSTM over a sentence; those that reach bank are strong. */
function chain({ words: list, start }: Sentence, side: Side, name: 'forward' | 'backward'): string {
  const forward = name === 'forward'
  const colour = forward ? blue : violet
  const y = middle + side * rows[name]
  return list
    .map((_, index) => {
      const here = start + index
      const reaches = forward ? here <= bank : here >= bank
      const next = here + (forward ? 1 : -1)
      const last = forward ? index === list.length - 1 : index === 0
      const strong = forward ? next <= bank : next >= bank
      const gap = size / 2 + 4
      const from = column(here) + (forward ? gap : -gap)
      const to = column(next) + (forward ? -gap - 2 : gap + 2)
      return (
        box(column(here) - size / 2, y - size / 2, size, size, {
          stroke: reaches ? colour : quiet,
          tint: here === bank ? 0.95 : reaches ? 0.25 : 0.08,
          radius: 10,
        }) + (last ? '' : line(from, y, to, y, { stroke: strong ? colour : quiet, width: 2.5, arrow: true }))
      )
    })
    .join('')
}

/** The name of a chain, in the room that the shorter sentence leaves. */
function caption(label: string, row: number, colour: string, direction: Side): string {
  const y = middle + row
  return (
    text(22, y + 9, label, { size: 25, weight: 600, fill: colour, anchor: 'start' }) +
    (direction > 0
      ? line(206, y, 246, y, { stroke: colour, width: 3, arrow: true })
      : line(274, y, 234, y, { stroke: colour, width: 3, arrow: true }))
  )
}

const single: [number, number] = [876, middle]
const place = (side: Side): [number, number] => [930, middle + side * 128]

/** Both states at bank become one vector, which has its own place in the space. */
function joined(side: Side): string {
  const [x, y] = place(side)
  const edge = middle + side * (rows.backward + size / 2 + 9)
  const [top, bottom] = [rows.forward - size / 2 - 9, rows.backward + size / 2 + 9]
  const lane = middle + side * 214
  return (
    box(column(bank) - size / 2 - 9, side > 0 ? middle + top : middle - bottom, size + 18, bottom - top, {
      stroke: ink,
      tint: 0,
      radius: 18,
      width: 3.5,
    }) +
    path(
      `M${column(bank)} ${edge}V${lane}H${x - 14}Q${x} ${lane} ${x} ${lane - side * 14}V${y + side * 22}`,
      {
        stroke: ink,
        width: 3,
        arrow: true,
      },
    ) +
    `<path d="M${x} ${y - 14}a14 14 0 0 0 0 28z" fill="${blue}"/><path d="M${x} ${y - 14}a14 14 0 0 1 0 28z" fill="${violet}"/>` +
    text(x - 26, y + 10, 'bank', { size: 30, weight: 700, anchor: 'end' })
  )
}

/** What Word2Vec does: both words lead to the same dot. */
function wordToVec(): string {
  const [x, y] = single
  const stem = (side: Side) =>
    line(column(bank), middle + side * 18, column(bank), middle, { stroke: quiet, width: 3 })
  return (
    stem(-1) +
    stem(1) +
    line(column(bank), middle, x - 20, y, { stroke: quiet, width: 3, arrow: true }) +
    dot(x, y, 12, soft) +
    text(x + 24, y - 4, 'bank', { size: 30, weight: 700, anchor: 'start', fill: soft }) +
    text(x + 24, y + 26, 'Word2Vec: one dot', { size: 24, anchor: 'start', fill: soft })
  )
}

/** The words that give the space its two regions. */
function space(): string {
  const known: [string, number, number][] = [
    ['river', 1000, 72],
    ['water', 1032, 132],
    ['money', 1000, 378],
    ['loan', 1032, 318],
  ]
  return (
    line(776, 20, 776, 430, { stroke: rule, width: 2 }) +
    known
      .map(([word, x, y]) => dot(x, y, 8, ink) + text(x + 16, y + 9, word, { size: 27, anchor: 'start' }))
      .join('')
  )
}
