import { blue, line, polyline, svg, text, warm } from './kit/svg.ts'
import { axisX, gridY, linear, logarithmic } from './kit/scale.ts'
import { json } from './kit/table.ts'

/** The same skill per token under two metrics; illustrative constants. */
export function mirage(): string {
  const { c, alpha } = json<{ constants: { c: number; alpha: number } }>('mirage.json').constants
  const skill = (size: number) => Math.exp(-((size / c) ** alpha))
  const sizes = Array.from({ length: 61 }, (_, index) => 10 ** (6 + index / 10))
  const ticks: [number, string][] = [
    [1e6, '1M'],
    [1e8, '100M'],
    [1e10, '10B'],
    [1e12, '1T'],
  ]
  const left = logarithmic([1e6, 1e12], [80, 500])
  const right = logarithmic([1e6, 1e12], [640, 1060])
  const share = linear([0, 1], [230, 40])
  const wrong = linear([0, 30], [230, 40])
  const lengths: [number, number, number][] = [
    [1, 2e7, 0.52],
    [5, 6e8, 0.5],
    [10, 4e9, 0.42],
    [30, 6e10, 0.36],
  ]
  return svg(
    1080,
    270,
    'Exact match rises late and seems sudden; edit distance falls smoothly',
    gridY(
      share,
      [80, 500],
      [
        [0, '0'],
        [0.5, '50%'],
        [1, '100%'],
      ],
    ),
    axisX(left, 230, ticks),
    text(290, 22, 'exact match, by length of the answer', { weight: 700, fill: warm }),
    ...lengths.map(([length], index) =>
      polyline(
        sizes.map((size): [number, number] => [left(size), share(skill(size) ** length)]),
        { stroke: warm, width: length === 30 ? 4.5 : 2.5, opacity: [0.45, 0.6, 0.75, 1][index]! },
      ),
    ),
    text(left(1.7e6), share(0.3), 'L = 1', { size: 20, fill: warm, anchor: 'start' }),
    text(left(1.8e11), share(0.3), 'L = 30', { size: 20, fill: warm, anchor: 'start', weight: 700 }),
    gridY(
      wrong,
      [640, 1060],
      [
        [0, '0'],
        [15, '15'],
        [30, '30'],
      ],
    ),
    axisX(right, 230, ticks),
    text(850, 22, 'wrong tokens of 30', { weight: 700, fill: blue }),
    polyline(
      sizes.map((size): [number, number] => [right(size), wrong(30 * (1 - skill(size)))]),
      { stroke: blue, width: 4.5 },
    ),
    line(80, 230, 500, 230, { width: 2 }),
  )
}
