/** The best size for each budget, by Kaplan and by Chinchilla, and where four models lie. */
import { scaleLog } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { best, kaplan, law } from './kit/law.ts'
import { axisX, short } from './kit/scale.ts'
import {
  blue,
  box,
  dot,
  drawing,
  ink,
  line,
  lines,
  polyline,
  quiet,
  soft,
  step,
  text,
  warm,
} from './kit/svg.ts'
import { table } from './kit/table.ts'

const left = 84
const right = 884
const floor = 388
const x = scaleLog([1e21, 1e25], [left, right])
const y = scaleLog([1e9, 3e12], [floor, 14])

/** Where the name of a model stands beside its dot. */
const names: Record<string, [number, number, 'start' | 'end']> = {
  'GPT-3': [-24, -1, 'end'],
  Gopher: [2, -20, 'end'],
  PaLM: [16, 12, 'start'],
  Chinchilla: [16, 34, 'start'],
}

/** `5.88 × 10²³ FLOP` */
function flop(compute: number): string {
  const [factor = '', power = ''] = compute.toExponential(2).split('e+')
  const raised = [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
  return `${Number(factor)} × 10${raised} FLOP`
}

function draw(tools: FigureTools): string {
  const facts = law(tools)
  const budget = Number(tools.values.budget)
  const at = x(budget)
  const advice = (size: number, colour: string) => {
    const tokens = short(budget / 6 / size)
    return [
      line(left + 4, y(size), at, y(size), { stroke: colour, width: 2, dash: '2 8' }),
      text(left + 18, y(size) - 9, size < 1e12 ? `${Math.round(size / 1e9)}B` : short(size), {
        size: 44,
        anchor: 'start',
        weight: 600,
        fill: colour,
        display: true,
      }),
      text(left + 142, y(size) - 11, `on ${tokens} tokens`, {
        anchor: 'start',
        size: 26,
      }),
    ]
  }
  const chinchilla = table(tools, 'scaling-frontier.csv')
    .filter(
      (row) => row.fit === 'besiroglu2024' && Number(row.C_flop) > 0.99e21 && Number(row.C_flop) < 1.01e25,
    )
    .map((row): [number, number] => [x(Number(row.C_flop)), y(Number(row.N_opt))])
  const steep = [1e21, 1e25].map((compute): [number, number] => [x(compute), y(kaplan(facts, compute))])
  const measured = x(facts.data_range.C[1])
  return drawing(
    1128,
    452,
    box(measured, 14, right - measured, floor - 14, { fill: quiet, tint: 0.09, width: 0, radius: 0 }),
    text(measured + 14, floor - 18, 'extrapolated', { anchor: 'start', fill: soft }),
    text(measured - 14, floor - 18, 'measured', { anchor: 'end', fill: soft }),
    ...[1e9, 1e10, 1e11, 1e12].map(
      (size) =>
        line(left - 7, y(size), left, y(size), { width: 2 }) +
        text(left - 14, y(size) + 7, short(size), { size: 20, anchor: 'end', fill: soft }),
    ),
    line(left, floor, left, 14, { width: 2 }),
    axisX(
      x,
      floor,
      [
        [1e21, '10²¹'],
        [1e22, '10²²'],
        [1e23, '10²³'],
        [1e24, '10²⁴'],
        [1e25, '10²⁵'],
      ],
      'training compute C in FLOP',
    ),
    text(left + 18, 32, 'parameters N', { size: 20, anchor: 'start', fill: soft }),
    polyline(steep, { stroke: warm, width: 4 }),
    polyline(chinchilla, { stroke: blue, width: 4 }),
    lines(right + 14, steep[1]![1] + 8, ['Kaplan 2020', 'slope 0.73'], {
      anchor: 'start',
      size: 26,
      weight: 600,
      fill: warm,
    }),
    lines(right + 14, chinchilla.at(-1)![1] + 8, ['Chinchilla, re-fit', 'slope 0.51'], {
      anchor: 'start',
      size: 26,
      weight: 600,
      fill: blue,
    }),
    step(1, [
      line(at, floor, at, 30, { stroke: ink, width: 2.5 }),
      text(at + 14, floor - 58, 'one budget,', { anchor: 'start', size: 26, weight: 600 }),
      text(at + 14, floor - 26, flop(budget), { anchor: 'start', size: 26, weight: 600 }),
    ]),
    step(2, advice(kaplan(facts, budget), warm)),
    step(3, advice(best(facts.fits.besiroglu2024, budget).parameters, blue)),
    ...facts.known_models.map(({ name, N, C_6ND }) => {
      const [dx, dy, anchor] = names[name]!
      return (
        dot(x(C_6ND), y(N), 10, name === 'Chinchilla' ? blue : ink, { data: `${name} ${C_6ND} ${N}` }) +
        text(x(C_6ND) + dx, y(N) + dy, name, {
          anchor,
          size: 26,
          weight: 600,

          fill: name === 'Chinchilla' ? blue : ink,
        })
      )
    }),
  )
}

export const figure = defineFigure({
  title: 'The best number of parameters for each training budget, by Kaplan and by Chinchilla',
  description:
    'On two log axes the line of Kaplan rises faster than that of Chinchilla. GPT-3, Gopher and PaLM lie near the first, Chinchilla on the second. For the budget of Chinchilla the first asks for four times as many parameters.',
  table: (tools) => ({
    columns: ['Model', 'Compute (FLOP)', 'Parameters', 'Tokens'],
    rows: law(tools).known_models.map(({ name, C_6ND, N, D }) => [
      name,
      C_6ND.toExponential(2),
      short(N),
      short(D),
    ]),
  }),
  controls: {
    budget: {
      label: 'Training budget',
      // The budgets of GPT-3, Gopher, Chinchilla and PaLM, and what lies between.
      values: [1e23, 2e23, 3.14e23, 5.04e23, 5.88e23, 1e24, 2.56e24],
      start: 5.88e23,
      say: flop,
    },
  },
  draw,
})
