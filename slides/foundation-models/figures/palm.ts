/** PaLM at three sizes on two sets of word problems: smooth, and jumping. */
import { scaleLinear } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { short } from './kit/scale.ts'
import { blue, box, drawing, line, soft, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

const floor = 396
const y = scaleLinear([0, 100], [floor, 108])

const panels = [
  { benchmark: 'MAWPS SingleOp (one step)', title: 'One step', shape: 'early, then saturated', colour: blue },
  {
    benchmark: 'MAWPS MultiArith (several steps)',
    title: 'Several steps',
    shape: 'almost flat, then a jump',
    colour: warm,
  },
]

const rowsOf = (tools: FigureTools, benchmark: string) =>
  table(tools, 'cot-one-step.csv').filter((row) => row.family === 'PaLM' && row.benchmark === benchmark)

function draw(tools: FigureTools): string {
  return drawing(
    1128,
    444,
    ...panels.flatMap(({ benchmark, title, shape, colour }, panel) => {
      const left = panel * 604
      return [
        text(left, 34, title, { size: 36, weight: 600, fill: colour, anchor: 'start', display: true }),
        text(left, 70, shape, { size: 26, fill: soft, anchor: 'start' }),
        ...rowsOf(tools, benchmark).flatMap((row, index) => {
          const middle = left + 82 + index * 180
          const value = Number(row.standard)
          return [
            text(middle, floor + 38, short(Number(row.params)), { size: 28 }),
            step(index + 1, [
              box(middle - 62, y(value), 124, floor - y(value), {
                stroke: colour,
                tint: 0.36,
                width: 0,
                radius: 6,
                data: `${row.params} ${row.standard}`,
              }),
              text(middle, y(value) - 14, `${Math.round(value)}%`, {
                size: 46,
                weight: 600,
                fill: colour,
                display: true,
              }),
            ]),
          ]
        }),
        line(left, floor, left + 524, floor, { width: 2.5 }),
      ]
    }),
  )
}

export const figure = defineFigure({
  title: 'PaLM solves one-step problems better with each size; several-step problems jump at the largest',
  table: (tools) => ({
    columns: ['Problems', 'Parameters', 'Solved (%)'],
    rows: panels.flatMap(({ benchmark, title }) =>
      rowsOf(tools, benchmark).map((row) => [title, short(Number(row.params)), Number(row.standard)]),
    ),
  }),
  draw,
})
