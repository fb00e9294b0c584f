import { blue, dot, ink, line, rule, svg, text, violet } from './kit/svg.ts'
import { axisX, logarithmic } from './kit/scale.ts'
import { table } from './kit/table.ts'

const named: Record<string, string> = {
  'Scratchpad: 8-digit addition (fine-tuning)': '8-digit sums, scratchpad',
  'Addition/subtraction (3 digit)': '3-digit sums',
  'Chain of thought: math word problems': 'chain of thought',
  'MMLU (57 topic average)': 'MMLU',
  'Word in Context (WiC)': 'word in context',
}

/** The smallest size at which each of 22 abilities was seen, one row a dot, sorted. */
export function thresholds(): string {
  const rows = table('emergent-abilities.csv').toSorted((a, b) => Number(a.params) - Number(b.params))
  const x = logarithmic([2e7, 1e12], [30, 620])
  const y = (index: number) => 326 - index * 14
  return svg(
    640,
    406,
    'Sizes at which 22 abilities were first seen',
    ...[1e8, 1e9, 1e10, 1e11].map((value) =>
      line(x(value), 20, x(value), 342, { width: 1, opacity: 0.45, stroke: rule }),
    ),
    axisX(x, 342, [
      [1e8, '100M'],
      [1e9, '1B'],
      [1e10, '10B'],
      [1e11, '100B'],
      [1e12, '1T'],
    ]),
    line(30, 342, 620, 342, { width: 2 }),
    ...rows.map((row, index) => {
      const label = named[row.ability!]
      const right = label === '8-digit sums, scratchpad'
      const px = x(Number(row.params))
      return (
        dot(px, y(index), 6.5, row.group === 'few-shot' ? blue : violet, {
          data: `${row.ability} ${row.params}`,
        }) +
        (label
          ? text(px + (right ? 14 : -14), y(index) + 7, label, {
              anchor: right ? 'start' : 'end',
              size: 20,
              fill: ink,
            })
          : '')
      )
    }),
    text(40, 40, 'few-shot prompts', { anchor: 'start', size: 21, fill: blue, weight: 700 }),
    text(40, 68, 'other methods', { anchor: 'start', size: 21, fill: violet, weight: 700 }),
    text(325, 398, 'parameters', { size: 20 }),
  )
}
