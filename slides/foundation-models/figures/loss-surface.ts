/** Two descents over one invented loss: the same goal, a long way and a short one. */
import { contours } from 'd3-contour'
import { defineFigure } from 'lectern/figure'
import simplify from 'simplify-js'
import { blue, dot, drawing, ink, polyline, quiet, step, text, warm } from './kit/svg.ts'

type Point = [number, number]

const size = { width: 1128, height: 318 }
/** Px of a unit of either parameter. */
const unit = 100
const floor = { across: 7.15, up: 1.7 }

/** The invented loss: a winding valley with ripples that falls towards `floor`. */
export function loss([across, up]: Point): number {
  const u = across - floor.across
  const bend = up - floor.up - 0.62 * Math.sin(0.95 * u) * (1 - Math.exp(-u * u))
  return 0.11 * u * u + 0.9 * bend * bend + 0.28 * (1 - Math.cos(1.9 * u)) * Math.exp(-0.05 * u * u)
}

/** Plain gradient descent from `start` until the loss is down to `goal`. */
export function descend(start: Point, goal = 0.004, rate = 0.12): Point[] {
  const way: Point[] = [start]
  const h = 1e-5
  while (loss(way.at(-1)!) > goal && way.length < 2000) {
    const [a, b] = way.at(-1)!
    const slope = [
      (loss([a + h, b]) - loss([a - h, b])) / (2 * h),
      (loss([a, b + h]) - loss([a, b - h])) / (2 * h),
    ]
    way.push([a - rate * slope[0]!, b - rate * slope[1]!])
  }
  return way
}

export const starts = { random: [0.5, 2.2], pretrained: [8.65, 0.9] } satisfies Record<string, Point>

export const figure = defineFigure({
  title: 'Gradient descent on one surface: long from a random start, short from the pre-trained start',
  description: () =>
    `Level lines of an invented loss. From a random start the descent takes ${descend(starts.random).length - 1} steps, from θ₀, which comes from pre-training, ${descend(starts.pretrained).length - 1}. Both end in the same minimum θ*.`,
  draw: () =>
    drawing(
      size.width,
      size.height,
      levels(),
      step(1, way(starts.random, warm, 'random start', [-12, 50], 'start')),
      step(2, way(starts.pretrained, blue, 'θ₀, pre-trained', [24, 10], 'start')),
      goal(),
    ),
})

/** Level lines by marching squares on a grid of 6 px, closer near the goal; the lower, the darker. */
function levels(): string {
  const grid = 6
  const margin = 2
  const [columns, rows] = [size.width / grid + 2 * margin, size.height / grid + 2 * margin]
  const values = Array.from({ length: columns * rows }, (_, index) =>
    loss([
      (((index % columns) + 0.5 - margin) * grid) / unit,
      ((Math.floor(index / columns) + 0.5 - margin) * grid) / unit,
    ]),
  )
  const heights = Array.from({ length: 19 }, (_, index) => 0.05 * (index + 1) ** 1.78)
  const toPx = (at: number) => (at - margin) * grid
  /** From point to point, in tenths of a px, without the points that lie on the way: the drawing weighs a tenth so. */
  const closed = (ring: readonly number[][]) => {
    const points = simplify(
      ring.map(([x, y]) => ({ x: toPx(x!), y: toPx(y!) })),
      0.15,
      true,
    )
    const places = points.map(({ x, y }) => [Math.round(x * 10), Math.round(y * 10)])
    const ways = places.slice(1).map((place, index) => place.map((at, axis) => at - places[index]![axis]!))
    return `M${places[0]!.map((at) => at / 10).join(' ')}l${ways.map((way) => way.map((at) => at / 10).join(' ')).join(' ')}z`
  }
  const shapes = contours()
    .size([columns, rows])
    .thresholds(heights.map((height) => -height))(values.map((value) => -value))
    .map(({ coordinates }) => coordinates.map((polygon) => polygon.map(closed).join('')).join(''))
  return (
    `<clipPath id="loss-frame"><rect width="${size.width}" height="${size.height}" rx="16"/></clipPath>` +
    `<g clip-path="url(#loss-frame)">${shapes
      .map(
        (d) =>
          `<path d="${d}" fill="${blue}" fill-opacity="0.025" stroke="${quiet}" stroke-opacity="0.55" stroke-width="1.5"/>`,
      )
      .join('')}</g>`
  )
}

const px = ([across, up]: Point): Point => [across * unit, up * unit]

/** One descent, a dot a step. */
function way(start: Point, colour: string, name: string, [dx, dy]: Point, anchor: 'start' | 'end'): string {
  const points = descend(start).map(px)
  const [x, y] = points[0]!
  const steps = points.length - 1
  return [
    polyline(points, { stroke: colour, width: 3.5 }),
    ...points.slice(1).map(([a, b]) => dot(a, b, 4.5, colour)),
    dot(x, y, 12, colour, { data: `${name} ${steps}` }),
    text(x + dx, y + dy, name, { size: 30, weight: 700, fill: colour, anchor, display: true }),
    text(x + dx, y + dy + 34, `${steps} steps`, { size: 27, anchor }),
  ].join('')
}

function goal(): string {
  const [x, y] = px([floor.across, floor.up])
  return dot(x, y, 9, ink) + text(x + 4, y + 44, 'θ*', { size: 34, weight: 700, italic: true, display: true })
}
