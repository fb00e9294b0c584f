import { blue, box, ink, path, svg, text, warm } from './kit/svg.ts'
import { linear } from './kit/scale.ts'
import { json } from './kit/table.ts'

interface Cost {
  bars: { who: string; what: string; value: number; atLeast?: boolean }[]
}

/** Three answers to one question; the last bar has an open end. */
export function cost(): string {
  const x = linear([0, 100], [390, 880])
  return svg(
    1000,
    330,
    'The price of training GPT-4 by three sources',
    ...json<Cost>('gpt4-cost.json').bars.flatMap(({ who, what, value, atLeast }, index) => {
      const y = 14 + index * 106
      const colour = atLeast ? warm : blue
      return [
        text(368, y + 34, who, { anchor: 'end', size: 26, weight: 700, fill: ink }),
        text(368, y + 64, what, { anchor: 'end', size: 21 }),
        box(390, y + 6, x(value) - 390, 64, { stroke: colour, tint: 0.4, radius: 4, data: `${value}` }),
        atLeast
          ? path(`M${x(value) + 10} ${y + 14}l26 24l-26 24M${x(value) + 30} ${y + 14}l26 24l-26 24`, {
              stroke: colour,
              width: 4,
            })
          : '',
        atLeast
          ? text(x(value) - 18, y + 47, 'more than $100M', {
              anchor: 'end',
              size: 27,
              weight: 700,
              fill: colour,
            })
          : text(x(value) + 18, y + 47, `$${value}M`, {
              anchor: 'start',
              size: 27,
              weight: 700,
              fill: colour,
            }),
      ]
    }),
  )
}
