/** One engine under two interfaces: a box to continue, and a dialogue that remembers. */
import { defineFigure } from 'lectern/figure'
import { blue, box, drawing, ink, line, path, quiet, soft, text, warm } from './kit/svg.ts'

const left = { x: 1.5, width: 452 }
const right = { x: 560, width: 566.5 }
const top = 94
const floor = 308

/** A line of the dialogue: what a person says stands right, the answer left. */
function bubble(row: number, words: string, width: number, mine: boolean): string {
  const x = mine ? right.x + right.width - width : right.x
  const y = top + row * 55
  return (
    box(x, y, width, 48, { stroke: mine ? quiet : blue, width: 0, tint: 0.17, radius: 22 }) +
    text(x + width / 2, y + 33, words, { size: 27, fill: mine ? ink : blue, weight: mine ? 400 : 600 })
  )
}

const heading = (x: number, title: string, what: string, colour: string) =>
  text(x, 34, title, { size: 42, weight: 600, anchor: 'start', display: true, fill: colour }) +
  text(x, 70, what, { size: 26, anchor: 'start', fill: soft })

export const figure = defineFigure({
  title: 'The same engine under two interfaces: a text to continue, and from 30 November 2022 a dialogue',
  description:
    'Before, the beginning of a sentence stands in a box and the model continues it. In the dialogue the second question says only "it", and the model knows what is meant. Under both lies the GPT-3.5 series, for the dialogue with RLHF.',
  draw: () =>
    drawing(
      1128,
      396,
      heading(left.x, 'Before', 'a text to continue', soft),
      heading(right.x, '30 November 2022', 'ChatGPT, a research preview: it remembers', blue),
      box(left.x, top, left.width, floor - top - 8, { stroke: quiet, tint: 0.05, radius: 14 }),
      text(left.x + 28, top + 56, 'The capital of France is', { size: 28, anchor: 'start' }),
      ...['Paris. The capital of', 'Italy is Rome. The capital', 'of Spain is'].map((words, index) =>
        text(left.x + 28, top + 98 + index * 42, words, {
          size: 28,
          weight: 600,
          fill: blue,
          anchor: 'start',
        }),
      ),
      bubble(0, 'What is the capital of France?', 432, true),
      bubble(1, 'Paris.', 120, false),
      bubble(2, 'How many people live in it?', 392, true),
      bubble(3, 'About two million.', 280, false),
      path(
        `M${right.x + 128} ${top + 84}C${right.x + 164} ${top + 86} ${right.x + 124} ${top + 138} ${right.x + 166} ${top + 140}`,
        {
          stroke: warm,
          width: 3,
          dash: '2 8',
          arrow: true,
        },
      ),
      line(left.x + left.width / 2, floor + 2, left.x + left.width / 2, floor + 26, {
        stroke: quiet,
        width: 3,
      }),
      line(right.x + right.width / 2, floor + 2, right.x + right.width / 2, floor + 26, {
        stroke: quiet,
        width: 3,
      }),
      box(left.x, floor + 28, 1125, 58, { stroke: blue, tint: 0.1, radius: 14 }),
      box(right.x, floor + 28, right.width, 58, { fill: blue, width: 0, tint: 0.12, radius: 14 }),
      text(left.x + left.width / 2, floor + 68, 'GPT-3.5 series', { size: 30, weight: 600, fill: blue }),
      text(right.x + right.width / 2, floor + 68, '+ RLHF for dialogue', {
        size: 30,
        weight: 600,
        fill: blue,
      }),
    ),
})
