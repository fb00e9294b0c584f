import { blue, dot, ink, line, polyline, svg, text } from './kit/svg.ts'
import { axisX, gridY, linear, logarithmic, short } from './kit/scale.ts'
import { table } from './kit/table.ts'

/** GSM8K without and with chain of thought for three families of models. */
export function gsm8k(): string {
  const rows = table('cot-arithmetic.csv').filter((row) => row.benchmark === 'GSM8K' && row.params)
  const y = linear([0, 62], [316, 44])
  return svg(
    1100,
    392,
    'Chain of thought helps large models and hurts small ones',
    ...['LaMDA', 'GPT', 'PaLM'].flatMap((family, panel) => {
      const left = 60 + panel * 356
      const own = rows.filter((row) => row.family === family)
      const x = logarithmic([2.5e8, 8e11], [left, left + 290])
      const last = own.at(-1)!
      const series = (key: 'standard' | 'cot') =>
        own.map((row): [number, number] => [x(Number(row.params)), y(Number(row[key]))])
      const marks = (key: 'standard' | 'cot', colour: string) =>
        own
          .map((row) =>
            dot(x(Number(row.params)), y(Number(row[key])), 6.5, colour, {
              hollow: key === 'standard',
              data: `${family} ${row.params} ${key} ${row[key]}`,
            }),
          )
          .join('')
      const end = x(Number(last.params))
      return [
        text(left + 145, 26, `${family}, up to ${short(Number(last.params))}`, { size: 23, weight: 700 }),
        gridY(
          y,
          [left, left + 300],
          panel === 0
            ? [
                [0, '0'],
                [20, '20%'],
                [40, '40%'],
                [60, '60%'],
              ]
            : [
                [0, ''],
                [20, ''],
                [40, ''],
                [60, ''],
              ],
        ),
        axisX(x, 316, [
          [1e9, '1B'],
          [1e10, '10B'],
          [1e11, '100B'],
        ]),
        line(left, 316, left + 300, 316, { width: 2 }),
        polyline(series('standard'), { stroke: ink, dash: '7 7', width: 3 }),
        marks('standard', ink),
        polyline(series('cot'), { stroke: blue, width: 4 }),
        marks('cot', blue),
        text(end - 14, y(Number(last.cot)) - 8, `${last.cot}`, {
          anchor: 'end',
          fill: blue,
          weight: 700,
          size: 24,
        }),
        text(
          end + (panel === 0 ? 36 : 6),
          y(Number(last.standard)) + (panel === 0 ? 8 : 34),
          `${last.standard}`,
          {
            weight: 700,
            anchor: 'middle',
            size: 22,
          },
        ),
      ]
    }),
    text(210, 384, 'parameters', { size: 20 }),
    dot(420, 377, 7, ink, { hollow: true }),
    text(436, 384, 'standard prompt', { size: 21, weight: 600, anchor: 'start' }),
    dot(680, 377, 7, blue),
    text(696, 384, 'chain of thought', { size: 21, weight: 600, anchor: 'start', fill: blue }),
  )
}
