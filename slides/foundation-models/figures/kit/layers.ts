/** The picture of one trained network, which returns wherever the lecture says "one model". */
import { chance } from './chance.ts'
import { blue, dot, link, paper } from './svg.ts'

interface NetworkOptions {
  colour?: string
  radius?: number
  seed?: number
  /** Distance of two nodes of a layer; by itself the longest layer fills the height. */
  gap?: number
  /** Opacity of the weakest links. */
  faint?: number
}

/** Layers of nodes from left to right; few of their links are strong, most are faint. */
export function network(
  [x, y, width, height]: [number, number, number, number],
  layers: number[],
  options: NetworkOptions = {},
): { drawn: string; nodes: [number, number][][] } {
  const {
    colour = blue,
    radius = 7,
    seed = 11,
    faint = 0.14,
    gap = height / (Math.max(...layers) - 1),
  } = options
  const random = chance(seed)
  const nodes = layers.map((count, layer) =>
    Array.from({ length: count }, (_, index): [number, number] => [
      x + (width * layer) / (layers.length - 1),
      y + height / 2 + (index - (count - 1) / 2) * gap,
    ]),
  )
  const links = nodes.slice(1).flatMap((layer, index) =>
    layer.flatMap((to) =>
      nodes[index]!.map((from) => {
        const weight = random() ** 4
        return link(...from, ...to, {
          stroke: colour,
          width: Number((0.9 + weight * 2.2).toFixed(1)),
          opacity: Number((faint + weight * (0.84 - faint)).toFixed(2)),
        })
      }),
    ),
  )
  const dots = nodes.flat().map(([cx, cy]) => {
    const strong = random() > 0.55
    return strong
      ? dot(cx, cy, radius, colour)
      : `<circle cx="${cx}" cy="${cy}" r="${radius - 1}" fill="${paper}" stroke="${colour}" stroke-width="2"/>`
  })
  return { drawn: [...links, ...dots].join(''), nodes }
}
