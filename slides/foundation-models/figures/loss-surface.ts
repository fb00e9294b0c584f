import { blue, dot, ink, polyline, rule, svg, text, warm } from './kit/svg.ts'

/** Level lines around a minimum and two descents into it. Not the loss of any model. */
export function lossSurface(): string {
  const rings = [28, 62, 102, 148].map(
    (size, index) =>
      `<ellipse cx="560" cy="130" rx="${size * 2.1}" ry="${size * 0.62}" transform="rotate(-8 560 130)" fill="none" stroke="${rule}" stroke-width="2" opacity="${0.95 - index * 0.15}"/>`,
  )
  return svg(
    960,
    262,
    'Two descents to the same minimum: a long one and a short one',
    ...rings,
    polyline(
      [
        [70, 226],
        [150, 226],
        [205, 200],
        [250, 214],
        [310, 180],
        [352, 196],
        [410, 160],
        [452, 170],
        [500, 142],
        [546, 134],
      ],
      { stroke: warm, width: 4, arrow: true },
    ),
    dot(70, 226, 9, warm),
    text(70, 204, 'random start', { fill: warm, weight: 600, anchor: 'start' }),
    polyline(
      [
        [690, 76],
        [655, 98],
        [618, 106],
        [574, 125],
      ],
      { stroke: blue, width: 4, arrow: true },
    ),
    dot(690, 76, 9, blue),
    text(706, 82, 'θ₀, pre-trained', { fill: blue, weight: 600, anchor: 'start' }),
    dot(560, 130, 6, ink),
    text(566, 166, 'θ*', { weight: 600, anchor: 'start' }),
  )
}
