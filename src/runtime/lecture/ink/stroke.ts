/** How one stroke of pen or highlighter is drawn, and what touches it, in stage coordinates. */
import { getStroke } from 'perfect-freehand'
import type { Stroke } from '../../../shared/ink.ts'

const SIZE = { pen: 8, marker: 30 } as const

/** The outline of a stroke as path data. */
export function outline({ tool, points, pressed }: Stroke): string {
  const triples = Array.from({ length: points.length / 3 }, (_, at) => points.slice(at * 3, at * 3 + 3))
  const edge = getStroke(triples, {
    size: SIZE[tool],
    thinning: tool === 'pen' ? 0.4 : 0,
    smoothing: 0.6,
    streamline: 0.4,
    simulatePressure: !pressed && tool === 'pen',
    last: true,
  })
  const [first] = edge
  if (!first) return ''
  const round = (value: number) => Math.round(value * 10) / 10
  const curves = edge.map(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = edge[(at + 1) % edge.length]!
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`
  })
  return `M${round(first[0]!)} ${round(first[1]!)}Q${curves.join(' ')}Z`
}

/** Whether a stroke passes within `reach` of the line from one spot to the other. */
export function touches(stroke: Stroke, from: Spot, to: Spot, reach: number): boolean {
  const { points } = stroke
  const near = reach + SIZE[stroke.tool] / 2
  for (let at = 0; at < points.length; at += 3) {
    const spot = { x: points[at]!, y: points[at + 1]! }
    const next = at + 3 < points.length ? { x: points[at + 3]!, y: points[at + 4]! } : spot
    if (distance(from, to, spot) <= near || distance(spot, next, to) <= near) return true
  }
  return false
}

export interface Spot {
  x: number
  y: number
}

/** From a spot to a line between two. */
function distance(a: Spot, b: Spot, spot: Spot): number {
  const [x, y] = [b.x - a.x, b.y - a.y]
  const length = x * x + y * y
  const along = length === 0 ? 0 : ((spot.x - a.x) * x + (spot.y - a.y) * y) / length
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(spot.x - a.x - share * x, spot.y - a.y - share * y)
}
