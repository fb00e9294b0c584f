import { blue, box, ink, line, svg, text, warm } from './kit/svg.ts'
import { linear, short } from './kit/scale.ts'
import { table } from './kit/table.ts'

/** PaLM at three sizes on two subsets of MAWPS: smooth, and jumping. */
export function palm(): string {
  const rows = table('cot-one-step.csv').filter((row) => row.family === 'PaLM')
  const y = linear([0, 100], [300, 60])
  const panels: [string, string, string][] = [
    ['MAWPS SingleOp (one step)', 'one step: smooth', blue],
    ['MAWPS MultiArith (several steps)', 'several steps: a jump', warm],
  ]
  return svg(
    1000,
    350,
    'PaLM solves one-step problems smoothly better with size, several-step problems with a jump',
    ...panels.flatMap(([benchmark, title, colour], panel) => {
      const left = panel * 520
      return [
        text(left + 235, 30, title, { size: 25, weight: 700, fill: colour }),
        line(left + 20, 300, left + 450, 300, { width: 2 }),
        ...rows
          .filter((row) => row.benchmark === benchmark)
          .flatMap((row, index) => {
            const x = left + 90 + index * 145
            const value = Number(row.standard)
            return [
              box(x - 46, y(value), 92, 300 - y(value), {
                stroke: colour,
                tint: 0.4,
                radius: 5,
                data: `${row.params} ${value}`,
              }),
              text(x, y(value) - 10, `${value}%`, { size: 24, weight: 600, fill: colour }),
              text(x, 334, short(Number(row.params)), { size: 24, fill: ink }),
            ]
          }),
      ]
    }),
  )
}
