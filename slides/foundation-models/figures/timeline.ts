import { blue, box, dot, ink, line, rule, svg, text, warm } from './kit/svg.ts'
import { axisX, gridY, linear, logarithmic, short } from './kit/scale.ts'
import { table } from './kit/table.ts'

const milestones = new Set([
  'word2vec',
  'elmo',
  'gpt1',
  'bert_base',
  'gpt3',
  'instructgpt',
  'chatgpt',
  'gpt4',
  'gemini1',
  'gpt4o',
])

/** A date as a fraction of its year: 2018-07-02 is 2018.5. */
function year(date: string): number {
  const from = Date.UTC(Number(date.slice(0, 4)), 0)
  const to = Date.UTC(Number(date.slice(0, 4)) + 1, 0)
  return Number(date.slice(0, 4)) + (Date.parse(date) - from) / (to - from)
}

/** Where a label stands beside its dot: dx, dy, anchor. */
const labels: Record<string, [number, number, 'start' | 'middle' | 'end']> = {
  transformer: [-14, -10, 'end'],
  elmo: [-14, 8, 'end'],
  gpt1: [-6, -26, 'middle'],
  bert_base: [6, 32, 'middle'],
  bert_large: [16, 8, 'start'],
  gpt2: [-14, -8, 'end'],
  gpt3: [-14, -6, 'end'],
  instructgpt: [-14, 28, 'end'],
  chinchilla: [14, 22, 'start'],
  palm: [-14, 0, 'end'],
  chatgpt: [12, 34, 'end'],
  gpt4: [0, -18, 'middle'],
  gemini1: [-50, 34, 'start'],
  gpt4o: [4, -18, 'middle'],
  word2vec: [-8, -18, 'start'],
  glove: [0, -18, 'middle'],
}

/** Sixteen models on a true time axis: disclosed sizes on a log scale, the others hollow in a lane of their own. */
export function timeline(): string {
  const x = linear([2013, 2024.6], [90, 1090])
  const y = logarithmic([5e7, 1e12], [268, 24])
  const lane = 334
  return svg(
    1120,
    420,
    'Model sizes from 2013 to 2024; after 2022 they are not disclosed',
    box(70, lane - 42, 1046, 84, { stroke: 'none', fill: rule, tint: 0.12, width: 0 }),
    gridY(
      y,
      [90, 1100],
      [
        [1e8, '100M'],
        [1e9, '1B'],
        [1e10, '10B'],
        [1e11, '100B'],
        [1e12, '1T'],
      ],
    ),
    axisX(
      x,
      384,
      Array.from({ length: 12 }, (_, index): [number, string] => [2013 + index, String(2013 + index)]),
    ),
    line(x(2013), 384, 1100, 384, { width: 2 }),
    text(360, lane + 8, 'tables of word vectors', { size: 20, anchor: 'start', italic: true }),
    text(x(2022.55), lane + 8, 'size not disclosed', { size: 20, anchor: 'end', italic: true, fill: warm }),
    ...table('timeline.csv').map((row) => {
      const id = row.id!
      const at = x(year(row.date!))
      const main = milestones.has(id)
      const vectors = row.params_status === 'not applicable'
      const hidden = row.params_status === 'not disclosed'
      const height = vectors || hidden ? lane + (vectors ? 8 : 0) : y(Number(row.params))
      const [dx, dy, anchor] = labels[id] ?? [12, 8, 'start']
      const colour = hidden ? warm : main ? blue : rule
      const name = row.name!.replace(/ \(.*/, '')
      return (
        dot(at, height, main ? 9 : 6.5, colour, {
          hollow: vectors || hidden,
          data: `${id} ${row.date} ${row.params || 'none'}`,
        }) +
        text(at + dx, height + dy, name, {
          anchor,
          size: 20,
          weight: main ? 700 : 400,
          fill: main ? colour : ink,
        })
      )
    }),
    text(x(2022.26) + 14, y(5.4e11) - 4, short(5.4e11), { anchor: 'start', size: 20 }),
  )
}
