/** From a number in the data to a place in the picture, and the axes that tell the reader so. */
import { ink, line, rule, text } from './svg.ts'

export type Scale = (value: number) => number

/** Even steps for even differences. */
export function linear([from, to]: [number, number], [start, end]: [number, number]): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start)
}

/** Even steps for even factors. */
export function logarithmic([from, to]: [number, number], range: [number, number]): Scale {
  const inner = linear([Math.log10(from), Math.log10(to)], range)
  return (value) => inner(Math.log10(value))
}

/** A horizontal axis at height `y` with a tick and a label at each value. */
export function axisX(scale: Scale, y: number, ticks: [number, string][], title = ''): string {
  const places = ticks.map(([value]) => scale(value))
  const start = Math.min(...places)
  const end = Math.max(...places)
  return [
    line(start, y, end, y, { width: 2 }),
    ...ticks.map(
      ([value, label]) =>
        line(scale(value), y, scale(value), y + 7, { width: 2 }) +
        text(scale(value), y + 30, label, { size: 20 }),
    ),
    title ? text((start + end) / 2, y + 58, title, { size: 20, fill: ink }) : '',
  ].join('')
}

/** Horizontal grid lines from `x1` to `x2` with their labels at the left. */
export function gridY(scale: Scale, [x1, x2]: [number, number], ticks: [number, string][]): string {
  return ticks
    .map(
      ([value, label]) =>
        line(x1, scale(value), x2, scale(value), { width: 1, stroke: rule, opacity: 0.45 }) +
        text(x1 - 10, scale(value) + 7, label, { size: 20, anchor: 'end' }),
    )
    .join('')
}

/** `540000000000` as `540B`. */
export function short(value: number): string {
  const units: [number, string][] = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ]
  const [size, unit] = units.find(([limit]) => value >= limit) ?? [1, '']
  return `${Number((value / size).toPrecision(3))}${unit}`
}
