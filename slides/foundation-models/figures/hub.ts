import { blue, box, labelled, line, svg, text } from './kit/svg.ts'

/** Broad data, one base, many uses. */
export function hub(): string {
  const uses = ['translate', 'summarise', 'answer', 'classify', 'write code']
  return svg(
    540,
    270,
    'Broad data flow into one base model that serves many tasks',
    ...[16, 8, 0].map((offset) => box(4 + offset, 88 + offset, 140, 78, { tint: 0.08 })),
    text(76, 138, 'broad data', { size: 22, weight: 600 }),
    line(166, 135, 194, 135, { arrow: true, stroke: blue }),
    labelled(202, 78, 152, 114, 'base model', blue, 23),
    ...uses.flatMap((use, index) => {
      const y = 28 + index * 54
      return [
        line(358, 135, 400, y, { stroke: blue, arrow: true }),
        text(410, y + 8, use, { anchor: 'start', size: 24 }),
      ]
    }),
  )
}
