import { blue, box, ink, labelled, line, path, svg, text, warm } from './kit/svg.ts'

const crack = (x: number, y: number, size: number) =>
  path(`M${x} ${y}l${size * 0.5} ${size}l${-size * 0.4} ${size * 0.6}l${size * 0.7} ${size}`, {
    stroke: warm,
    width: 4,
  })

/** A base with a crack, and the same crack in all that stands on it. */
export function sharedFlaw(): string {
  const uses = ['chatbot', 'search', 'triage', 'grading', 'coding']
  return svg(
    1000,
    330,
    'Every application inherits the defect of the base model',
    ...uses.flatMap((use, index) => {
      const x = 20 + index * 196
      return [
        labelled(x, 10, 176, 84, use),
        crack(x + 146, 14, 20),
        line(340 + index * 80, 216, x + 88, 104, { stroke: warm, arrow: true, dash: '2 9', width: 3 }),
      ]
    }),
    box(220, 220, 560, 96, { stroke: blue }),
    text(480, 277, 'one base model', { size: 28, weight: 600, fill: blue }),
    crack(676, 224, 34),
    text(836, 277, 'one defect', { size: 24, fill: warm, weight: 600, anchor: 'start' }),
    line(826, 269, 718, 269, { stroke: warm, arrow: true }),
    text(164, 277, 'trained once', { size: 24, fill: ink, anchor: 'end' }),
  )
}
