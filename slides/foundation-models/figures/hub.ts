import { blue, box, labelled, line, svg, text } from './kit/svg.ts'

/** Broad data, one base, many uses. */
export function hub(): string {
  const uses = ['translate', 'summarise', 'answer', 'classify', 'write code']
  return svg(
    540,
    270,
    'Broad data flow into one base model that serves many tasks',
    ...[16, 8, 0].map((offset) => box(10 + offset, 88 + offset, 124, 78, { tint: 0.08 })),
    text(80, 138, 'broad data', { size: 22, weight: 600 }),
    line(156, 135, 194, 135, { arrow: true, stroke: blue }),
    labelled(204, 78, 140, 114, 'base model', blue, 23),
    ...uses.flatMap((use, index) => {
      const y = 28 + index * 54
      return [
        line(348, 135, 396, y, { stroke: blue, arrow: true }),
        text(406, y + 8, use, { anchor: 'start', size: 24 }),
      ]
    }),
  )
}
