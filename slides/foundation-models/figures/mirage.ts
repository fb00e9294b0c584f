import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import { curveMonotoneX, line as curve } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { axisX, gridY } from './kit/scale.ts'
import { blue, box, drawing, line, lines, path, step, text, warm } from './kit/svg.ts'
import { json, table } from './kit/table.ts'

type Scale = ScaleContinuousNumeric<number, number>

/** Tokens in an answer, beside the one that all curves come from. */
const lengths = [5, 10, 30]

const [top, floor] = [62, 326]
/** Where the panels begin and how wide their plots are. */
const panels = [
  { left: 66, width: 330 },
  { left: 484, width: 244 },
  { left: 866, width: 244 },
]
/** Sizes run across each panel. */
const across = panels.map(({ left, width }) => scaleLog([1e6, 1e12], [left, left + width]))
const share = scaleLinear([0, 1], [floor, top])
const wrong = scaleLinear([0, 30], [floor, top])
/** Below it nothing is drawn. */
const tiny = 1e-12
const rare = scaleLog([tiny, 1], [floor, top])
/** The least score above zero that a test of 1000 items can give. */
const least = 1e-3

/** A panel: what it measures, over the same sizes. */
function panel(
  index: number,
  title: string,
  y: Scale,
  ticks: [number, string][],
  ...children: string[]
): string {
  const { left, width } = panels[index]!
  return [
    text(left, 26, title, { size: 27, weight: 600, anchor: 'start' }),
    gridY(y, [left, left + width], ticks),
    axisX(
      across[index]!,
      floor,
      [
        [1e6, '1M'],
        [1e8, '100M'],
        [1e10, '10B'],
        [1e12, '1T'],
      ],
      index === 0 ? 'parameters' : '',
    ),
    ...children,
  ].join('')
}

export const figure = defineFigure({
  title:
    'Three plots of one skill: exact match rises late for long answers, edit distance falls smoothly, and on a log axis the jump is gone',
  description:
    'The chance that one token is right rises smoothly with size. That all of 5, 10 or 30 tokens are right rises later, at 30 tokens from 0.6% at 1B to 59% at 100B parameters. The number of wrong tokens of 30 falls smoothly over the same sizes, and exact match on a logarithmic axis climbs without a jump. The constants are illustrative.',
  table: (tools) => ({
    columns: ['Parameters', 'One token right', 'All of 30 right', 'Wrong tokens of 30'],
    rows: table(tools, 'mirage-curves.csv')
      .filter((_, index) => index % 4 === 0)
      .map((row) => [row.N!, row.p_token!, row.exact_match_L30!, row.token_edit_distance_L30!]),
  }),
  draw(tools: FigureTools) {
    const rows = table(tools, 'mirage-curves.csv')
    const { c, alpha } = json<{ constants: { c: number; alpha: number } }>(tools, 'mirage.json').constants
    /** A curve through the column's points; `first` opens it. */
    const curveOf = (index: number, column: string, y: Scale, ...first: [number, number][]) => {
      const points = rows.map((row): [number, number] => [Number(row.N), Number(row[column])])
      return curve<[number, number]>()
        .x(([size]) => across[index]!(size))
        .y(([, value]) => y(value))
        .curve(curveMonotoneX)([...first, ...points.filter(([, value]) => value > (first[0]?.[1] ?? -1))])
    }
    /** `p` to the power of the answer's length beside its curve. */
    const power = (
      index: number,
      size: number,
      height: number,
      length?: number,
      anchor: 'start' | 'end' = 'start',
    ) => {
      const style = { weight: 600 as const, fill: length ? warm : blue, halo: true, anchor: 'start' as const }
      const at = across[index]!(size) - (anchor === 'end' ? 28 : 0)
      return (
        (length ? text(at + 15, height - 11, `${length}`, { ...style, size: 20 }) : '') +
        text(at, height, 'p', { ...style, size: 29 })
      )
    }
    const third = panels[2]!
    return drawing(
      1128,
      390,
      panel(
        0,
        'exact match',
        share,
        [
          [0, '0'],
          [0.5, '50%'],
          [1, '100%'],
        ],
        path(curveOf(0, 'p_token', share), { stroke: blue, width: 4.5 }),
        power(0, 4e7, share(0.6), undefined, 'end'),
        step(1, [
          ...lengths.map((length) =>
            path(curveOf(0, `exact_match_L${length}`, share), {
              stroke: warm,
              width: length === 30 ? 4.5 : 3,
            }),
          ),
          power(0, 1.05e9, share(0.52), 5, 'end'),
          power(0, 4.1e9, share(0.34), 10),
          power(0, 5.2e10, share(0.34), 30),
        ]),
      ),
      panel(
        1,
        'wrong tokens of 30',
        wrong,
        [
          [0, '0'],
          [15, '15'],
          [30, '30'],
        ],
        step(2, [
          path(curveOf(1, 'token_edit_distance_L30', wrong), { stroke: blue, width: 4.5 }),
          text(across[1]!(1.6e8), wrong(16.8), '30 (1 − p)', {
            size: 28,
            weight: 600,
            fill: blue,
            anchor: 'start',
            halo: true,
          }),
        ]),
      ),
      panel(
        2,
        'exact match, log',
        rare,
        [
          [tiny, '10⁻¹²'],
          [1e-6, '10⁻⁶'],
          [1, '1'],
        ],
        step(3, [
          box(third.left, rare(least), third.width, floor - rare(least), {
            stroke: warm,
            tint: 0.08,
            width: 0,
            radius: 0,
          }),
          line(third.left, rare(least), third.left + third.width, rare(least), {
            stroke: warm,
            width: 2.5,
            dash: '8 7',
          }),
          path(curveOf(2, 'exact_match_L30', rare, [c * (-Math.log(tiny) / 30) ** (1 / alpha), tiny]), {
            stroke: warm,
            width: 4.5,
          }),
          power(2, 9e8, rare(2e-6), 30),
          lines(third.left + third.width - 10, rare(6e-9), ['1,000 items', 'show zero'], {
            size: 25,
            fill: warm,
            anchor: 'end',
          }),
        ]),
      ),
    )
  },
})
