import { scaleLinear } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { blue, box, drawing, ink, line, paper, path, rule, soft, step, text, warm } from './kit/svg.ts'
import { json } from './kit/table.ts'

interface Cost {
  bars: { who: string; what: string; value: number; atLeast?: boolean; source: string }[]
}

const read = (tools: FigureTools) => json<Cost>(tools, 'gpt4-cost.json').bars

/** A bar whose right end is open: three strokes that fade where the number is not known. */
function openEnd(x: number, y: number, height: number): string {
  return [0, 1, 2]
    .map((index) =>
      path(`M${x + 16 + index * 26} ${y}l26 ${height / 2}l-26 ${height / 2}`, {
        stroke: warm,
        width: 5,
        opacity: 1 - index * 0.3,
      }),
    )
    .join('')
}

/** Three answers to one question; the last bar has an open end. */
export const figure = defineFigure({
  title: 'What the training of GPT-4 cost, by who counts',
  table: (tools) => ({
    columns: ['Source', 'What is counted', 'Million US dollars'],
    rows: read(tools).map(({ who, what, value, atLeast }) => [
      who,
      what,
      atLeast ? `more than ${value}` : value,
    ]),
  }),
  draw(tools) {
    const bars = read(tools)
    const x = scaleLinear([0, 100], [382, 960])
    const [height, pitch] = [94, 142]
    return drawing(
      1128,
      462,
      ...[0, 50, 100].map(
        (value) =>
          line(x(value), 4, x(value), 430, { stroke: rule, width: value === 0 ? 2.5 : 1.5 }) +
          text(x(value), 456, value === 0 ? '0' : `$${value}M`, { size: 20, fill: soft }),
      ),
      ...bars.map(({ who, what }, index) => {
        const y = 22 + index * pitch
        return (
          text(356, y + 42, who, { anchor: 'end', size: 32, weight: 700, fill: ink }) +
          text(356, y + 76, what, { anchor: 'end', size: 25, fill: soft })
        )
      }),
      ...bars.map(({ value, atLeast }, index) => {
        const y = 22 + index * pitch
        const colour = atLeast ? warm : blue
        return step(index + 1, [
          box(382, y, x(value) - 382, height, { fill: paper, tint: 1, radius: 0, width: 0 }),
          box(382, y, x(value) - 382, height, {
            stroke: colour,
            tint: 0.24,
            radius: 0,
            width: 0,
            data: `${value}`,
          }),
          line(382, y, 382, y + height, { stroke: colour, width: 5 }),
          atLeast
            ? openEnd(x(value) - 10, y + 2, height - 4)
            : line(x(value), y, x(value), y + height, { stroke: colour, width: 5 }),
          // Beside its bar, the second would run into the line of $100M.
          text(x(value) - 22, y + 63, `${atLeast ? 'more than ' : ''}$${value}M`, {
            anchor: 'end',
            size: 46,
            weight: 700,
            fill: colour,
            display: true,
          }),
        ])
      }),
    )
  },
})
