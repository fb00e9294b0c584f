/** A logistic curve, in three steps: its beginning, its middle, its end. */
import { curveMonotoneX, line } from 'd3-shape'
import { scaleLinear } from 'd3-scale'
import { defineFigure } from 'lectern/figure'

const x = scaleLinear([0, 18], [90, 1090])
const y = scaleLinear([0, 1], [380, 60])
const hours = Array.from({ length: 73 }, (_, index) => index / 4)
const grown = (hour: number): number => 1 / (1 + Math.exp(-0.65 * (hour - 8)))
const path = line<number>()
  .x(x)
  .y((hour) => y(grown(hour)))
  .curve(curveMonotoneX)

const parts = [
  { from: 0, to: 5, colour: 'var(--series-1)', name: 'enough for all', at: 2.4, above: 0.22 },
  { from: 5, to: 11, colour: 'var(--series-2)', name: 'each hour doubles', at: 5.4, above: 0.66 },
  { from: 11, to: 18, colour: 'var(--series-3)', name: 'the sugar is used up', at: 14.6, above: 0.86 },
]

export const figure = defineFigure({
  title: 'Growth of yeast in eighteen hours',
  description: 'The curve rises slowly at first, steeply after five hours, and is level after fourteen.',
  draw() {
    const ticks = [0, 6, 12, 18]
      .map((hour) => `<text x="${x(hour)}" y="420" text-anchor="middle">${hour} h</text>`)
      .join('')
    const curves = parts
      .map(({ from, to, colour, name, at, above }, index) => {
        const points = hours.filter((hour) => hour >= from && hour <= to)
        return `<g data-step="${index + 1}"><path d="${path(points)}" fill="none" stroke="${colour}" stroke-width="7" stroke-linecap="round"/>
          <text x="${x(at)}" y="${y(above)}" text-anchor="middle" font-weight="600" fill="${colour}">${name}</text></g>`
      })
      .join('')
    return `<svg viewBox="0 0 1128 440" font-size="26" fill="var(--ink-soft)">
      <path d="M${x(0)} ${y(1)}H${x(18)}" stroke="var(--rule)" stroke-width="2" stroke-dasharray="8 8"/>
      <path d="M${x(0)} ${y(0)}H${x(18)}" stroke="var(--ink-soft)" stroke-width="2"/>${ticks}${curves}</svg>`
  },
})
