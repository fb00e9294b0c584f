import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import { curveMonotoneX, line as curve } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { axisX, gridY } from './kit/scale.ts'
import { blue, box, drawing, line, lines, path, step, text, warm } from './kit/svg.ts'
import { json, table } from './kit/table.ts'

type Scale = ScaleContinuousNumeric<number, number>

/** Tokens in the shorter answers, for comparison. */
const shorter = [5, 10]

interface Constants {
  c: number
  alpha: number
}

const constantsOf = (tools: FigureTools): Constants =>
  json<{ constants: Constants }>(tools, 'mirage.json').constants
const lengthOf = ({ values }: FigureTools): number => Number(values.length)

/** The size at which an answer of `length` tokens is right with the chance `chance`. */
const sizeFor = ({ c, alpha }: Constants, length: number, chance: number): number =>
  c * (-Math.log(chance) / length) ** (1 / alpha)

/** The chance that a model of `size` parameters gets all of `length` tokens right. */
const chanceAt = ({ c, alpha }: Constants, length: number, size: number): number =>
  Math.exp(-length * (size / c) ** alpha)

/** In per cent, with a digit where it is small. */
const percent = (chance: number): string =>
  `${chance < 0.1 ? (100 * chance).toFixed(1) : Math.round(100 * chance)}%`

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

/** The points of the curves for the length that is asked for: the data's own at 30, else made of one token's. */
function curves(tools: FigureTools) {
  const length = lengthOf(tools)
  return table(tools, 'mirage-curves.csv').map((row) => {
    const p = Number(row.p_token)
    return {
      row,
      N: row.N!,
      token: row.p_token!,
      exact: length === 30 ? row.exact_match_L30! : (p ** length).toPrecision(4),
      distance: length === 30 ? row.token_edit_distance_L30! : (length * (1 - p)).toPrecision(4),
    }
  })
}

export const figure = defineFigure({
  title:
    'Three plots of one skill: exact match rises late for long answers, edit distance falls smoothly, and on a log axis the jump is gone',
  description(tools) {
    const [constants, length] = [constantsOf(tools), lengthOf(tools)]
    const [small, large] = [1e9, 1e11].map((size) => percent(chanceAt(constants, length, size)))
    return `The chance that one token is right rises smoothly with size. That all tokens of an answer are right rises later, at ${length} tokens from ${small} at 1B to ${large} at 100B parameters. The number of wrong tokens of ${length} falls smoothly over the same sizes, and exact match on a logarithmic axis climbs without a jump. The constants are illustrative.`
  },
  table(tools) {
    const length = lengthOf(tools)
    return {
      columns: ['Parameters', 'One token right', `All of ${length} right`, `Wrong tokens of ${length}`],
      rows: curves(tools)
        .filter((_, index) => index % 4 === 0)
        .map(({ N, token, exact, distance }) => [N, token, exact, distance]),
    }
  },
  controls: {
    length: {
      label: 'Tokens in the answer',
      values: [2, 5, 10, 20, 30, 60],
      start: 30,
    },
  },
  draw(tools: FigureTools) {
    const constants = constantsOf(tools)
    const length = lengthOf(tools)
    const points = curves(tools)
    const wrong = scaleLinear([0, length], [floor, top])
    /** A curve through what `value` gives of each point; `first` opens it. */
    const curveOf = (
      index: number,
      value: (point: (typeof points)[number]) => string,
      y: Scale,
      ...first: [number, number][]
    ) => {
      const all = points.map((point): [number, number] => [Number(point.N), Number(value(point))])
      return curve<[number, number]>()
        .x(([size]) => across[index]!(size))
        .y(([, at]) => y(at))
        .curve(curveMonotoneX)
        .digits(1)([...first, ...all.filter(([, at]) => at > (first[0]?.[1] ?? -1))])
    }
    /** `p` to the power of the answer's length beside its curve. */
    const power = (
      index: number,
      size: number,
      height: number,
      raised?: number,
      anchor: 'start' | 'end' = 'start',
      named = true,
    ) => {
      const style = { weight: 600 as const, fill: raised ? warm : blue, halo: true, anchor: 'start' as const }
      const at = across[index]!(size) - (anchor === 'end' ? 28 : 0)
      return (
        (raised ? text(at + 15, height - 11, named ? `${raised}` : '', { ...style, size: 20 }) : '') +
        text(at, height, named ? 'p' : '', { ...style, size: 29 })
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
        path(
          curveOf(0, ({ token }) => token, share),
          { stroke: blue, width: 4.5 },
        ),
        power(0, 4e7, share(0.6), undefined, 'end'),
        step(1, [
          ...shorter.map((tokens) =>
            path(
              curveOf(0, ({ row }) => row[`exact_match_L${tokens}`]!, share),
              { stroke: warm, width: 3 },
            ),
          ),
          path(
            curveOf(0, ({ exact }) => exact, share),
            { stroke: warm, width: 4.5 },
          ),
          // Nameless where the name would lie upon that of the length that is asked for.
          power(0, 1.05e9, share(0.52), 5, 'end', length > 5),
          power(0, 4.1e9, share(0.34), 10, 'start', length >= 30),
          power(0, 2.25 * sizeFor(constants, length, 0.34), share(0.34), length),
        ]),
      ),
      panel(
        1,
        `wrong tokens of ${length}`,
        wrong,
        [0, length / 2, length].map((tokens): [number, string] => [tokens, String(tokens)]),
        step(2, [
          path(
            curveOf(1, ({ distance }) => distance, wrong),
            { stroke: blue, width: 4.5 },
          ),
          text(across[1]!(1.6e8), wrong(0.56 * length), `${length} (1 − p)`, {
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
          path(
            curveOf(2, ({ exact }) => exact, rare, [sizeFor(constants, length, tiny), tiny]),
            {
              stroke: warm,
              width: 4.5,
            },
          ),
          power(2, 5.74 * sizeFor(constants, length, 2e-6), rare(2e-6), length),
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
