import { curveMonotoneX, line as curve } from 'd3-shape'
import { defineFigure } from 'lectern/figure'
import {
  blue,
  dot,
  drawing,
  ink,
  line,
  lines,
  moved,
  path,
  quiet,
  soft,
  step,
  text,
  warm,
} from './kit/svg.ts'

type Point = [number, number]

/** Five models, equally far apart; heights from 0 to 1. */
const places = [0.08, 0.28, 0.5, 0.72, 0.94]
const jump = [0.03, 0.04, 0.05, 0.42, 0.88]
const smooth = [0.08, 0.28, 0.48, 0.68, 0.88]

const [width, top, floor] = [336, 60, 248]
const at = (heights: number[]): Point[] =>
  heights.map((height, index) => [
    14 + places[index]! * (width - 28),
    floor - 10 - height * (floor - top - 20),
  ])
const smoothly = curve<Point>().curve(curveMonotoneX)

/** One voice: who, two axes, and with its step what it draws and claims. */
function voice(
  index: number,
  who: string,
  across: string,
  claim: [string, string],
  ...marks: string[]
): string {
  const said = [
    ...marks,
    lines(0, floor + 80, claim, { size: 34, weight: 600, display: true, anchor: 'start', leading: 40 }),
  ]
  return moved(
    index * 396,
    0,
    text(0, 30, who, { size: 28, fill: soft, anchor: 'start' }),
    line(2, floor, width, floor, { width: 3, stroke: quiet, arrow: true }),
    line(2, floor, 2, top - 8, { width: 3, stroke: quiet }),
    text(16, top + 8, 'score', { size: 24, fill: soft, anchor: 'start' }),
    text(width, floor + 32, across, { size: 24, fill: soft, anchor: 'end' }),
    index === 0 ? said.join('') : step(index, said),
  )
}

const dots = (heights: number[], colour: string) =>
  at(heights)
    .map(([x, y]) => dot(x, y, 11, colour))
    .join('')

/** Three voices on emergence as three sketches: no data. */
export const figure = defineFigure({
  title:
    'Three views of emergence: a jump with size, a smooth rise under another metric, a threshold on the axis of loss',
  description:
    'Illustrative sketches. Wei et al. 2022: scores stay near chance and then rise with size. Schaeffer et al. 2023: the same models rise smoothly under a metric that gives part marks. Du et al. 2024: over falling pre-training loss, scores stay flat up to a threshold and rise behind it, whatever the metric.',
  draw() {
    const threshold = at(jump)[2]![0] + 34
    return drawing(
      1128,
      384,
      voice(
        0,
        'Wei et al., 2022',
        'model size',
        ['Nothing, nothing,', 'then a jump'],
        path(smoothly(at(jump)), { stroke: blue, width: 4 }),
        dots(jump, blue),
      ),
      voice(
        1,
        'Schaeffer et al., 2023',
        'model size',
        ['The metric', 'makes the jump'],
        path(smoothly(at(jump)), { stroke: quiet, width: 3, dash: '2 9' }),
        path(smoothly(at(smooth)), { stroke: warm, width: 4 }),
        dots(smooth, warm),
        text(at(smooth)[2]![0] - 16, at(smooth)[2]![1] - 26, 'part marks', {
          size: 26,
          weight: 600,
          fill: warm,
          anchor: 'end',
        }),
        text(width, floor - 14, 'exact match', { size: 24, fill: soft, anchor: 'end' }),
      ),
      voice(
        2,
        'Du et al., 2024',
        'falling loss',
        ['A threshold, but on', 'the axis of loss'],
        line(threshold, floor, threshold, top, { stroke: ink, width: 3, dash: '9 8' }),
        path(smoothly(at(jump)), { stroke: blue, width: 4 }),
        dots(jump, blue),
        text(threshold - 16, top + 64, 'any metric', { size: 26, weight: 600, fill: blue, anchor: 'end' }),
      ),
    )
  },
})
