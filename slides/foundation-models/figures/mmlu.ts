import { blue, dot, ink, line, polyline, rule, svg, text, warm } from './kit/svg.ts'
import { axisX, gridY, linear, logarithmic } from './kit/scale.ts'
import { table } from './kit/table.ts'

/** Four sizes of GPT-3 on MMLU and the line of chance. */
export function mmlu(): string {
  const rows = table('mmlu-gpt3.csv')
  const x = logarithmic([1.5e9, 4e11], [80, 900])
  const y = linear([15, 50], [310, 20])
  const points = rows.map((row): [number, number] => [x(Number(row.params)), y(Number(row.mmlu_5shot))])
  const chance = Number(rows[0]!.chance)
  return svg(
    1000,
    378,
    'MMLU scores of GPT-3 at four sizes',
    gridY(
      y,
      [80, 900],
      [
        [20, '20%'],
        [30, '30%'],
        [40, '40%'],
        [50, '50%'],
      ],
    ),
    line(80, y(chance), 900, y(chance), { stroke: warm, dash: '9 7', width: 3 }),
    text(906, y(chance) + 8, 'chance', { anchor: 'start', fill: warm, weight: 600 }),
    axisX(
      x,
      310,
      [
        [2.7e9, '2.7B'],
        [6.7e9, '6.7B'],
        [1.3e10, '13B'],
        [1.75e11, '175B'],
      ],
      'parameters',
    ),
    line(80, 310, 900, 310, { width: 2 }),
    polyline(points, { stroke: rule, dash: '4 8', width: 2.5 }),
    ...rows.map((row, index) => {
      const [px, py] = points[index]!
      const last = index === rows.length - 1
      return (
        dot(px, py, 10, last ? blue : ink, { data: `${row.params} ${row.mmlu_5shot}` }) +
        text(px, py - 20, `${row.mmlu_5shot}%`, { weight: 700, size: 24, fill: last ? blue : ink })
      )
    }),
  )
}
