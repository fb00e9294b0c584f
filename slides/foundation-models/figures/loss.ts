/** The three terms of the loss, over the size of the network and over the data. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { area } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { law, type Fit } from './kit/law.ts'
import { axisX } from './kit/scale.ts'
import { blue, drawing, line, path, quiet, soft, step, text, warm } from './kit/svg.ts'

const floor = 206
const y = scaleLinear([0, 4.1], [floor, 4])
/** What the other panel moves stays here: about what Chinchilla recommends for a network of this size. */
const fixed = { parameters: 1e9, tokens: 2e10 }

interface Panel {
  name: 'N' | 'D'
  left: number
  title: string
  from: number
  to: number
  ticks: [number, string][]
  /** Parameters and tokens at a place of the axis. */
  at: (value: number) => [number, number]
}

const panels: Panel[] = [
  {
    name: 'N',
    left: 44,
    title: 'loss over parameters N, on 20B tokens',
    from: 1e7,
    to: 1e12,
    ticks: [
      [1e7, '10M'],
      [1e8, '100M'],
      [1e9, '1B'],
      [1e10, '10B'],
      [1e11, '100B'],
      [1e12, '1T'],
    ],
    at: (value) => [value, fixed.tokens],
  },
  {
    name: 'D',
    left: 632,
    title: 'loss over tokens D, for 1B parameters',
    from: 2e8,
    to: 2e13,
    ticks: [
      [1e9, '1B'],
      [1e10, '10B'],
      [1e11, '100B'],
      [1e12, '1T'],
      [1e13, '10T'],
    ],
    at: (value) => [fixed.parameters, value],
  },
]

/** E, the cost of a finite network, and the cost of finite data. */
const terms = (fit: Fit, parameters: number, tokens: number): [number, number, number] => [
  fit.E,
  fit.A / parameters ** fit.alpha,
  fit.B / tokens ** fit.beta,
]

function bands(fit: Fit, { name, left, from, to, at, ticks, title }: Panel) {
  const x = scaleLog([from, to], [left, left + 492])
  const places = Array.from({ length: 61 }, (_, index) => from * (to / from) ** (index / 60))
  const band = (index: number, colour: string, tint: number) => {
    const below = (value: number) =>
      terms(fit, ...at(value))
        .slice(0, index)
        .reduce((sum, term) => sum + term, 0)
    const above = (value: number) => below(value) + terms(fit, ...at(value))[index]!
    const shape = area<number>()
      .x((value) => x(value))
      .y0((value) => y(below(value)))
      .y1((value) => y(above(value)))
    return (
      `<g opacity="${tint}" data-value="${name} ${'EAB'[index]} ${[from, to].map((value) => terms(fit, ...at(value))[index]!.toFixed(4)).join(' ')}">${path(shape(places), { fill: colour, stroke: 'none', width: 0 })}</g>` +
      path(shape.lineY1()(places), { stroke: colour, width: 3 })
    )
  }
  return {
    x,
    E: band(0, quiet, 0.28),
    A: band(1, blue, 0.26),
    B: band(2, warm, 0.26),
    axes:
      line(left, y(0), left, y(4), { width: 2 }) +
      [0, 1, 2, 3, 4]
        .map((value) => text(left - 12, y(value) + 7, String(value), { size: 20, anchor: 'end', fill: soft }))
        .join(''),
    axis: axisX(x, floor, ticks, title),
  }
}

function draw(tools: FigureTools): string {
  const fit = law(tools).fits.hoffmann2022_published
  const [network, data] = panels.map((panel) => bands(fit, panel)) as [
    ReturnType<typeof bands>,
    ReturnType<typeof bands>,
  ]
  const [n, d] = panels.map((panel) => panel.left) as [number, number]
  const name = (left: number, top: number, value: string, fill: string) =>
    text(left, top, value, { size: 28, weight: 600, fill, anchor: 'end' })
  return drawing(
    1128,
    268,
    network.axes,
    data.axes,
    step(1, [
      network.E,
      data.E,
      text(n + 246, y(0.68), 'E: the entropy of text', { size: 28, weight: 600 }),
      text(d + 246, y(0.68), 'E: no model removes it', { size: 28, weight: 600 }),
    ]),
    step(2, [network.A, data.A, name(n + 486, y(3.2), 'A: what a finite network costs', blue)]),
    step(3, [network.B, data.B, name(d + 486, y(3.2), 'B: what finite data cost', warm)]),
    network.axis,
    data.axis,
  )
}

export const figure = defineFigure({
  title: 'The loss as three stacked bands, over parameters and over tokens',
  description:
    'The band of E stays as it is. The band of A over N to the α shrinks with the size of the network, that of B over D to the β with the data; both shrink smoothly.',
  table: (tools) => {
    const fit = law(tools).fits.hoffmann2022_published
    const row = (parameters: number, tokens: number) => [
      parameters.toExponential(),
      tokens.toExponential(),
      ...terms(fit, parameters, tokens).map((term) => term.toFixed(2)),
    ]
    return {
      columns: ['N', 'D', 'E', 'A/N^α', 'B/D^β'],
      rows: [row(1e7, 2e10), row(1e9, 2e10), row(1e12, 2e10), row(1e9, 2e8), row(1e9, 2e13)],
    }
  },
  draw,
})
