import { blue, box, ink, labelled, line, svg, text } from './kit/svg.ts'

/** Three requests of one day, one model, three answers. */
export function fanOut(): string {
  const lanes: [string, string, string][] = [
    ['translate', 'a menu in Spanish', 'the same in Greek'],
    ['summarise', 'minutes, nine pages', 'five lines'],
    ['repair', 'a loop without end', 'a loop that ends'],
  ]
  return svg(
    1100,
    330,
    'Three different tasks go through one model',
    box(460, 6, 180, 316, { stroke: blue, tint: 0.16 }),
    text(550, 158, 'one', { size: 30, weight: 700, fill: blue }),
    text(550, 194, 'model', { size: 30, weight: 700, fill: blue }),
    ...lanes.flatMap(([verb, input, output], row) => {
      const y = 14 + row * 110
      return [
        labelled(10, y + 16, 290, 66, input),
        text(374, y + 38, verb, { size: 21, italic: true, fill: ink }),
        line(306, y + 50, 450, y + 50, { arrow: true }),
        line(646, y + 50, 786, y + 50, { arrow: true, stroke: blue }),
        labelled(796, y + 16, 290, 66, output, blue),
      ]
    }),
  )
}
