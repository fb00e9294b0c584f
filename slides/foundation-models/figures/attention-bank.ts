/** One attention head reads the word bank in two sentences: scores, weights, and the two vectors it leaves with. */
import { scaleLinear } from 'd3-scale'
import { defineFigure } from 'lectern/figure'
import { blue, box, drawing, green, ink, path, quiet, soft, step, text } from './kit/svg.ts'
import { json } from './kit/table.ts'

interface Toy {
  attention: {
    sentences: string[][]
    expected_for_bank: Record<string, { scores: number[]; weights: number[]; output: number[] }>
  }
}

const panelWidth = 480
const pitch = panelWidth / 5
const rows = { word: 140, score: 190, weight: 236, bar: 262 }
/** The axes of the toy vectors; the parts of an output add up to 1. */
const parts = [
  { name: 'water', colour: blue },
  { name: 'finance', colour: green },
  { name: 'function', colour: quiet },
]
const stroke = scaleLinear([0, 0.4], [2, 12])

export const figure = defineFigure({
  title: 'The word bank attends to river in one sentence, to money in the other, and leaves with two vectors',
  description:
    'Of the five weights of bank, 0.40 falls on river in “the bank of the river” and 0.38 on money in “the bank holds the money”; as much falls on bank itself. The sum of the values is mostly water in the first sentence (0.59) and mostly finance in the second (0.60).',
  table: (tools) => ({
    columns: ['sentence', 'word', 'score', 'weight'],
    rows: panels(json<Toy>(tools, 'attention-toy.json')).flatMap(({ words, scores, weights }) =>
      words.map((word, index) => [words.join(' '), word, scores[index]!, weights[index]!]),
    ),
  }),
  draw(tools) {
    const all = panels(json<Toy>(tools, 'attention-toy.json'))
    const label = (y: number, value: string) => text(0, y, value, { size: 24, fill: soft, anchor: 'start' })
    return drawing(
      1128,
      342,
      ...all.map((panel) => words(panel)),
      step(
        2,
        all.map((panel) => arcs(panel, true)),
      ),
      step(
        2,
        all.map((panel) => arcs(panel, false)),
        'fade-out',
      ),
      step(1, [
        label(rows.score, 'score'),
        ...all.map((panel) => numbers(panel, panel.scores, rows.score, false)),
      ]),
      step(2, [
        label(rows.weight, 'weight'),
        ...all.map((panel) => numbers(panel, panel.weights, rows.weight, true)),
      ]),
      step(3, [label(rows.bar + 29, 'sum'), ...all.map((panel) => output(panel))]),
    )
  },
})

interface Panel {
  left: number
  words: string[]
  scores: number[]
  weights: number[]
  output: number[]
}

function panels({ attention }: Toy): Panel[] {
  return Object.values(attention.expected_for_bank).map((expected, index) => ({
    left: index === 0 ? 112 : 640,
    words: attention.sentences[index]!,
    ...expected,
  }))
}

const centre = ({ left }: Panel, index: number) => left + pitch * (index + 0.5)

function words(panel: Panel): string {
  return panel.words
    .map((word, index) =>
      text(centre(panel, index), rows.word, word, { size: 30, weight: word === 'bank' ? 700 : 400 }),
    )
    .join('')
}

/** From bank to every word, itself included; in the second state as thick as the weight. */
function arcs(panel: Panel, weighted: boolean): string {
  const from = panel.words.indexOf('bank')
  const top = rows.word - 34
  return panel.weights
    .map((weight, index) => {
      const [a, b] = [centre(panel, from), centre(panel, index)]
      const far = index - from
      const rise = 40 + Math.abs(far) * 30
      // Arcs to the right nest in each other, so the longest leaves first; bank's own is a loop at its left.
      const out = a + (far < 0 ? -42 : 38 - far * 11)
      const d =
        far === 0
          ? `M${a - 25} ${top}C${a - 40} ${top - 92} ${a + 8} ${top - 92} ${a - 7} ${top}`
          : `M${out} ${top}C${out} ${top - rise} ${b} ${top - rise} ${b} ${top}`
      const strong = weight > 0.3
      return weighted
        ? path(d, { stroke: strong ? blue : quiet, width: Math.round(stroke(weight) * 10) / 10 })
        : path(d, { stroke: quiet, width: 2.5, dash: '2 8' })
    })
    .join('')
}

function numbers(panel: Panel, values: number[], y: number, strong: boolean): string {
  return values
    .map((value, index) => {
      const high = strong && value > 0.3
      return text(centre(panel, index), y, value.toFixed(2), {
        size: strong ? 30 : 26,
        weight: high ? 700 : 400,
        fill: high ? blue : strong ? ink : soft,
      })
    })
    .join('')
}

/** The sum as one bar of the three parts of the vector. */
function output(panel: Panel): string {
  const width = panelWidth - 12
  let x = panel.left + 6
  return panel.output
    .map((value, index) => {
      const { name, colour } = parts[index]!
      const middle = x + (value * width) / 2
      const main = value > 0.5
      const marks = [
        box(x + 1.5, rows.bar, value * width - 3, 42, {
          stroke: colour,
          width: 0,
          tint: main ? 0.9 : 0.3,
          radius: 6,
          data: `${panel.words.at(-1)} ${name} ${value}`,
        }),
        text(middle, rows.bar + 31, value.toFixed(2), {
          size: 28,
          weight: main ? 700 : 400,
          fill: main ? 'var(--paper)' : ink,
        }),
        // The last two stand close: the outer one gives way.
        text(
          middle + (index === 2 ? 8 : 0),
          rows.bar + 72,
          name,
          main ? { size: 25, weight: 600 } : { size: 24, fill: soft },
        ),
      ]
      x += value * width
      return marks.join('')
    })
    .join('')
}
