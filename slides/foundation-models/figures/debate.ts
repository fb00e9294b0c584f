import { blue, line, polyline, svg, text, warm } from './kit/svg.ts'

function sketch(
  title: string,
  points: [number, number][],
  across: string,
  up: string,
  colour: string,
): string {
  return svg(
    300,
    170,
    title,
    line(20, 138, 285, 138, { arrow: true }),
    line(20, 138, 20, 8, { arrow: true }),
    polyline(points, { stroke: colour, width: 5 }),
    text(282, 164, across, { anchor: 'end', size: 20 }),
    text(32, 24, up, { anchor: 'start', size: 20 }),
  )
}

/** Nothing, nothing, then a rise. */
export function debateJump(): string {
  return sketch(
    'A flat line that rises late',
    [
      [24, 134],
      [190, 132],
      [222, 112],
      [240, 66],
      [270, 44],
    ],
    'size',
    'exact match',
    warm,
  )
}

/** The same with a metric that gives part marks. */
export function debateSmooth(): string {
  return sketch(
    'A steady rise',
    [
      [24, 128],
      [90, 112],
      [150, 92],
      [210, 68],
      [270, 44],
    ],
    'size',
    'part marks',
    blue,
  )
}

/** Flat until the loss has fallen far enough. */
export function debateLoss(): string {
  return sketch(
    'A flat line that rises where the loss falls below a value',
    [
      [24, 134],
      [130, 132],
      [160, 122],
      [205, 88],
      [270, 44],
    ],
    'loss falls',
    'any metric',
    warm,
  )
}
