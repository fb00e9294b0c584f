/** Axes over d3's scales. Labels of axes are 20 px, the one text in a figure that may be under 24. */
import { format } from 'd3-format'
import type { ScaleContinuousNumeric } from 'd3-scale'
import { line, quiet, rule, soft, text } from './svg.ts'

type Scale = ScaleContinuousNumeric<number, number>

/** A horizontal axis at height `y` with a tick and a label at each value; `title` stands under its middle. */
export function axisX(scale: Scale, y: number, ticks: [number, string][], title = ''): string {
  const [start = 0, end = 0] = scale.range()
  return [
    line(start, y, end, y, { width: 2 }),
    ...ticks.map(
      ([value, label]) =>
        line(scale(value), y, scale(value), y + 7, { width: 2 }) +
        text(scale(value), y + 30, label, { size: 20, fill: soft }),
    ),
    title ? text((start + end) / 2, y + 58, title, { size: 20, fill: soft }) : '',
  ].join('')
}

/** Horizontal grid lines from `x1` to `x2` with their labels at the left. */
export function gridY(scale: Scale, [x1, x2]: [number, number], ticks: [number, string][]): string {
  return ticks
    .map(
      ([value, label], index) =>
        line(x1, scale(value), x2, scale(value), {
          width: index === 0 ? 2 : 1.5,
          stroke: index === 0 ? quiet : rule,
        }) + text(x1 - 12, scale(value) + 7, label, { size: 20, anchor: 'end', fill: soft }),
    )
    .join('')
}

/** `540000000000` as `540B`, `93600000` as `93.6M`. */
export function short(value: number): string {
  return format('.3~s')(value).replace('G', 'B')
}
