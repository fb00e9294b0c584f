import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import { area, curveLinear } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { axisX, gridY, short } from './kit/scale.ts'
import { blue, dot, drawing, ink, line, path, polyline, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

const families = ['LaMDA', 'GPT', 'PaLM']

const rowsOf = (tools: FigureTools) =>
  table(tools, 'cot-arithmetic.csv')
    .filter((row) => row.benchmark === 'GSM8K' && families.includes(row.family!))
    .map((row) => ({ ...row, family: row.family!, size: Number(row.params) }) as unknown as Row)

interface Row {
  family: string
  params: string
  size: number
  standard: string
  cot: string
}

const [top, floor] = [64, 384]
const y = scaleLinear([0, 60], [floor, top])

/** Both lines of one family with the largest model's scores; at the left what the chain costs a small one. */
function panel(rows: Row[], x: ScaleContinuousNumeric<number, number>, first: boolean): string {
  const last = rows.at(-1)!
  const small = rows.findLast((row) => Number(row.cot) < Number(row.standard))!
  const points = (key: 'standard' | 'cot') =>
    rows.map((row): [number, number] => [x(row.size), y(Number(row[key]))])
  const marks = (key: 'standard' | 'cot', colour: string) =>
    rows.map((row) =>
      dot(x(row.size), y(Number(row[key])), row === last ? 9 : 7, colour, {
        hollow: key === 'standard',
        data: `${row.family} ${row.params} ${key} ${row[key]}`,
      }),
    )
  const gain = area<Row>()
    .x((row) => x(row.size))
    .y0((row) => y(Number(row.standard)))
    .y1((row) => y(Number(row.cot)))
    .curve(curveLinear)
  const end = x(last.size) + 18
  return [
    path(gain(rows), { stroke: 'none', fill: blue, opacity: 0.12 }),
    polyline(points('standard'), { stroke: ink, width: 3 }),
    ...marks('standard', ink),
    polyline(points('cot'), { stroke: blue, width: 4.5 }),
    ...marks('cot', blue),
    text(end, y(Number(last.cot)) + (first ? 2 : 14), last.cot, {
      size: 42,
      weight: 600,
      display: true,
      fill: blue,
      anchor: 'start',
      halo: true,
    }),
    text(end, y(Number(last.standard)) + (first ? 16 : 10), last.standard, {
      size: 32,
      weight: 600,
      display: true,
      anchor: 'start',
    }),
    first
      ? text(end, y(Number(last.cot)) - 38, 'with a chain', {
          size: 26,
          weight: 600,
          fill: blue,
          anchor: 'start',
        })
      : '',
    first
      ? text(end + 56, y(Number(last.standard)) + 16, 'standard', { size: 24, weight: 600, anchor: 'start' })
      : '',
    line(x(small.size), y(Number(small.standard)) - 16, x(small.size), y(35.5) + 14, {
      stroke: warm,
      width: 2.5,
    }),
    text(
      x(small.size) + (first ? 66 : 48),
      y(35.5),
      `${short(small.size)}: ${small.standard} → ${small.cot}`,
      {
        size: 26,
        weight: 600,
        fill: warm,
        anchor: 'end',
        halo: true,
      },
    ),
  ].join('')
}

export const figure = defineFigure({
  title: 'On GSM8K a chain of thought triples the score of the largest models and lowers that of small ones',
  table: (tools) => ({
    columns: ['Family', 'Parameters', 'Standard prompt, percent', 'Chain of thought, percent'],
    rows: rowsOf(tools).map((row) => [row.family, short(row.size), row.standard, row.cot]),
  }),
  draw(tools) {
    const rows = rowsOf(tools)
    return drawing(
      1128,
      448,
      ...families.map((family, index) => {
        const left = 62 + index * 372
        const right = left + 322
        const x = scaleLog([2.5e8, 6.5e11], [left, left + 216])
        const own = rows.filter((row) => row.family === family)
        const ticks: [number, string][] = [
          [0, '0'],
          [20, '20%'],
          [40, '40%'],
          [60, '60%'],
        ]
        const content = panel(own, x, index === 0)
        return [
          text(left, 30, family, { size: 34, weight: 600, display: true, anchor: 'start' }),
          gridY(y, [left, right], index === 0 ? ticks : ticks.map(([value]) => [value, ''])),
          line(left, floor, right, floor, { width: 2 }),
          axisX(
            x,
            floor,
            [
              [1e9, '1B'],
              [1e10, '10B'],
              [1e11, '100B'],
            ],
            index === 1 ? 'parameters' : '',
          ),
          index === 0 ? content : step(index, content),
        ].join('')
      }),
    )
  },
})
