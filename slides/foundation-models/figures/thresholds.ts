import { scaleLinear, scaleLog } from 'd3-scale'
import { curveMonotoneX, line as curve } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { axisX, gridY, short } from './kit/scale.ts'
import { blue, dot, drawing, ink, line, moved, path, rule, soft, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

/** The rows that carry their names; the rest speak as a crowd. */
const named: Record<string, string> = {
  'Scratchpad: 8-digit addition (fine-tuning)': 'scratchpad sums',
  'Open-book knowledge for fact checking': 'fact checking',
  'Addition/subtraction (3 digit)': '3-digit sums',
  'Instruction following (fine-tuning)': 'instruction following',
  'Chain of thought: math word problems': 'chain of thought',
  'MMLU (57 topic average)': 'MMLU',
  'Word in Context (WiC)': 'word in context',
}

/** By size; among equals the named ones lie apart, so that their names do not touch. */
const order = [
  'Instruction',
  'Open-book',
  'Self-consistency',
  'Addition/subtraction (4',
  'Grounded',
  'MMLU (57',
]
const place = (ability: string) => order.findIndex((start) => ability.startsWith(start)) + 1 || 9

const rowsOf = (tools: FigureTools) =>
  table(tools, 'emergent-abilities.csv').toSorted(
    (a, b) => Number(a.params) - Number(b.params) || place(a.ability!) - place(b.ability!),
  )

const floor = 402

/** The 22 abilities as dots, one a row, small sizes below. */
function abilities(tools: FigureTools): string {
  const x = scaleLog([2e7, 1.2e12], [4, 672])
  const rows = rowsOf(tools)
  // The last one's name runs above the dots of the row below it.
  const y = (index: number) => floor - 22 - index * 15 - (index === rows.length - 1 ? 8 : 0)
  const label = { size: 25, weight: 600 as const }
  return [
    text(0, 24, '22 abilities, each at the smallest size that shows it', {
      size: 27,
      weight: 600,
      anchor: 'start',
    }),
    ...[1e8, 1e9, 1e10, 1e11, 1e12].map((value) =>
      line(x(value), 52, x(value), floor, { stroke: rule, width: 1.5 }),
    ),
    axisX(
      x,
      floor,
      [1e8, 1e9, 1e10, 1e11, 1e12].map((value) => [value, short(value)]),
      'parameters',
    ),
    ...rows.map((row, index) => {
      const name = named[row.ability!]
      const [at, height] = [x(Number(row.params)), y(index)]
      const mark = dot(at, height, name ? 8.5 : 6.5, blue, { data: `${row.ability} ${row.params}` })
      if (!name) return mark
      // The name of the smallest would not fit at its left.
      const beside =
        index === 0
          ? text(at + 84, height + 8, name, { ...label, anchor: 'start', halo: true })
          : text(at - 18, height + 8, name, { ...label, anchor: 'end', halo: true })
      return (
        mark +
        beside +
        text(at + 18, height + 8, short(Number(row.params)), {
          ...label,
          fill: blue,
          anchor: 'start',
          halo: true,
        })
      )
    }),
  ].join('')
}

/** The counter-example: Codex on HumanEval. */
function programs(tools: FigureTools): string {
  const rows = table(tools, 'humaneval-codex.csv').map((row) => ({
    codex: row.model!.startsWith('Codex'),
    size: Number(row.params),
    score: Number(row.pass_at_1),
  }))
  const codex = rows.filter((row) => row.codex)
  const x = scaleLog([7e6, 6e11], [60, 372])
  const y = scaleLinear([0, 32], [floor, 60])
  const rise = curve<(typeof rows)[number]>()
    .x((row) => x(row.size))
    .y((row) => y(row.score))
    .curve(curveMonotoneX)
  const top = codex.at(-1)!
  const other = rows.find((row) => !row.codex)!
  return [
    text(0, 24, 'Writing code: no threshold', { size: 27, weight: 600, anchor: 'start' }),
    gridY(
      y,
      [60, 372],
      [
        [0, '0'],
        [10, '10%'],
        [20, '20%'],
        [30, '30%'],
      ],
    ),
    axisX(
      x,
      floor,
      [
        [1e7, '10M'],
        [1e9, '1B'],
        [1e11, '100B'],
      ],
      'parameters',
    ),
    step(1, [
      path(rise(codex), { stroke: warm, width: 4 }),
      ...rows.map((row) =>
        dot(x(row.size), y(row.score), row === top ? 9 : 7, row.codex ? warm : ink, {
          hollow: !row.codex,
          data: `${row.size} ${row.score}`,
        }),
      ),
      text(x(3e8) - 22, y(14), 'Codex', { size: 30, weight: 600, fill: warm, anchor: 'end' }),
      text(x(top.size) + 20, y(top.score) + 11, `${top.score.toFixed(1)}%`, {
        size: 34,
        display: true,
        weight: 600,
        fill: warm,
        anchor: 'start',
      }),
      text(x(other.size) + 22, floor - 58, 'GPT-3, 175B', { size: 26, weight: 600, anchor: 'end' }),
      text(x(other.size) + 22, floor - 26, 'zero', { size: 26, fill: soft, anchor: 'end' }),
    ]),
  ].join('')
}

export const figure = defineFigure({
  title:
    'Twenty-two abilities appear anywhere between 40 million and 540 billion parameters; program writing rises smoothly',
  description:
    'Left, each dot is one ability at the smallest size that shows it: from 8-digit sums at 40M over 3-digit sums at 13B and MMLU at 175B to word in context at 540B; there is no common size. Right, Codex on HumanEval rises smoothly from 2% at 12M to 28.8% at 12B parameters, while GPT-3 with 175B scores zero.',
  table: (tools) => ({
    columns: ['Ability', 'Parameters', 'Model'],
    rows: rowsOf(tools).map((row) => [row.ability!, short(Number(row.params)), row.model!]),
  }),
  draw: (tools) => drawing(1128, 464, abilities(tools), moved(742, 0, programs(tools))),
})
