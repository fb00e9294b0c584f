import { dot, green, line, polyline, svg, text, warm } from './kit/svg.ts'
import { axisX, gridY, linear, logarithmic } from './kit/scale.ts'
import { table } from './kit/table.ts'

/** Codex on HumanEval from 12M to 12B, and GPT-3 beside it. */
export function humaneval(): string {
  const rows = table('humaneval-codex.csv')
  const x = logarithmic([8e6, 4e11], [64, 425])
  const y = linear([0, 32], [342, 30])
  const codex = rows.filter((row) => row.model!.startsWith('Codex'))
  return svg(
    440,
    406,
    'HumanEval: Codex rises smoothly with size, GPT-3 scores zero',
    gridY(
      y,
      [64, 425],
      [
        [0, '0'],
        [10, '10%'],
        [20, '20%'],
        [30, '30%'],
      ],
    ),
    axisX(x, 342, [
      [1e7, '10M'],
      [1e9, '1B'],
      [1e11, '100B'],
    ]),
    line(64, 342, 425, 342, { width: 2 }),
    polyline(
      codex.map((row): [number, number] => [x(Number(row.params)), y(Number(row.pass_at_1))]),
      { stroke: green, width: 3 },
    ),
    ...rows.map((row) =>
      dot(x(Number(row.params)), y(Number(row.pass_at_1)), 7, row.model!.startsWith('Codex') ? green : warm, {
        data: `${row.params} ${Number(row.pass_at_1)}`,
      }),
    ),
    text(x(1.2e10) - 16, y(28.81) + 2, 'Codex 12B: 28.8%', {
      anchor: 'end',
      size: 20,
      weight: 700,
      fill: green,
    }),
    text(x(1.75e11) + 14, y(0) - 18, 'GPT-3 175B: 0', { anchor: 'end', size: 20, weight: 700, fill: warm }),
    text(245, 398, 'parameters', { size: 20 }),
  )
}
