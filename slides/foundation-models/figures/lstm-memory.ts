import { blue, box, ink, line, rule, svg, text } from './kit/svg.ts'
import { linear } from './kit/scale.ts'

/** 250 tokens of history: sharp, blurred, gone. */
export function lstmMemory(): string {
  const x = linear([0, 250], [1080, 20])
  const bars = Array.from({ length: 125 }, (_, index) => index * 2 + 1).map((back) => {
    const tint = back <= 50 ? 0.95 : back <= 200 ? 0.38 : 0.08
    return box(x(back) - 3, 20, 6, 70, {
      stroke: 'none',
      fill: back <= 200 ? blue : rule,
      tint,
      radius: 2,
      width: 0,
    })
  })
  const mark = (back: number, label: string) =>
    line(x(back), 12, x(back), 108, { stroke: ink, dash: '4 5' }) + text(x(back), 136, label, { weight: 600 })
  return svg(
    1100,
    186,
    'Sharp for 50 tokens, blurred up to 200, gone beyond',
    ...bars,
    mark(50, '50 tokens back'),
    mark(200, '200 tokens back'),
    text(1080, 136, 'now', { anchor: 'end', weight: 600 }),
    text(x(25), 172, 'sharp', { fill: blue, weight: 600 }),
    text(x(125), 172, 'what, but not in which order', { fill: blue }),
    text(x(225), 172, 'gone'),
  )
}
