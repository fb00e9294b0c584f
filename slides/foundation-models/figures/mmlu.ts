import { scaleLinear, scaleLog } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { axisX, gridY, short } from './kit/scale.ts'
import { blue, box, dot, drawing, ink, line, soft, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

const rowsOf = (tools: FigureTools) =>
  table(tools, 'mmlu-gpt3.csv').map((row) => ({
    size: Number(row.params),
    score: row.mmlu_5shot!,
    chance: Number(row.chance),
  }))

const [left, right, floor] = [66, 1128, 400]

/** Four sizes of GPT-3 on MMLU over the line of chance. */
export const figure = defineFigure({
  title: 'MMLU scores of GPT-3 at four sizes: three lie on the line of chance, the fourth far above it',
  table: (tools) => ({
    columns: ['Parameters', 'MMLU, percent', 'Chance'],
    rows: rowsOf(tools).map((row) => [short(row.size), row.score, row.chance]),
  }),
  draw(tools) {
    const rows = rowsOf(tools)
    const x = scaleLog([1.6e9, 3.6e11], [left, right])
    const y = scaleLinear([0, 50], [floor, 24])
    const chance = rows[0]!.chance
    const [last, before] = [rows.at(-1)!, rows.at(-2)!]
    const at = (row: (typeof rows)[number]) => [x(row.size), y(Number(row.score))] as const
    const ratio = Math.round(last.size / before.size)
    const gap = (x(last.size) + x(before.size)) / 2
    return drawing(
      1128,
      450,
      gridY(
        y,
        [left, right],
        [
          [0, '0'],
          [25, '25%'],
          [50, '50%'],
        ],
      ),
      box(left, y(chance), right - left, floor - y(chance), {
        stroke: warm,
        tint: 0.07,
        width: 0,
        radius: 0,
      }),
      line(left, y(chance), right, y(chance), { stroke: warm, width: 3.5, dash: '11 9' }),
      text(left + 20, y(chance) + 44, `chance: ${chance}%`, {
        size: 30,
        weight: 600,
        fill: warm,
        anchor: 'start',
      }),
      text(left + 20, y(chance) + 78, 'one option of four', { size: 26, fill: warm, anchor: 'start' }),
      axisX(
        x,
        floor,
        rows.map((row) => [row.size, ''] as [number, string]),
      ),
      ...rows.map((row) => text(x(row.size), floor + 38, short(row.size), { size: 28, weight: 600 })),
      text((x(rows[2]!.size) + x(last.size)) / 2, floor + 36, 'parameters', { size: 20, fill: soft }),
      step(
        1,
        rows.slice(0, -1).map((row) => {
          const [px, py] = at(row)
          return (
            dot(px, py, 11, ink, { data: `${row.size} ${row.score}` }) +
            text(px, py - 28, row.score, { size: 40, weight: 600, display: true })
          )
        }),
      ),
      step(2, [
        line(x(last.size), y(chance), x(last.size), at(last)[1], { stroke: blue, width: 3 }),
        dot(...at(last), 15, blue, { data: `${last.size} ${last.score}` }),
        text(x(last.size) - 32, at(last)[1] + 22, last.score, {
          size: 68,
          weight: 600,
          display: true,
          fill: blue,
          anchor: 'end',
        }),
        line(x(before.size) + 22, floor - 40, x(last.size) - 22, floor - 40, {
          stroke: soft,
          width: 2.5,
          arrow: true,
        }),
        text(gap, floor - 56, `${ratio} times larger; no size tested between`, { size: 26, fill: soft }),
      ]),
    )
  },
})
