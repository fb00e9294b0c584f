/** What three versions of the same constants ask for at one budget. */
import { scaleLinear } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { best, built, law, type Law } from './kit/law.ts'
import { short } from './kit/scale.ts'
import { blue, box, drawing, ink, line, soft, step, text, warm } from './kit/svg.ts'

const x = scaleLinear([0, 100], [336, 1016])
const rows: [keyof Law['fits'], string, string][] = [
  ['hoffmann2022_published', 'as printed', warm],
  ['hoffmann2022_tex', 'unrounded', warm],
  ['besiroglu2024', 're-fit 2024', blue],
]

const billions = (parameters: number) => `${Math.round(parameters / 1e9)}B`

function advice(tools: FigureTools) {
  const facts = law(tools)
  const budget = built(facts, 'Chinchilla').C_6ND
  return rows.map(([fit, name, colour]) => {
    const { parameters, tokens } = best(facts.fits[fit], budget)
    return { name, colour, parameters, tokens, ratio: tokens / parameters }
  })
}

function draw(tools: FigureTools): string {
  const chinchilla = built(law(tools), 'Chinchilla')
  const mark = x(chinchilla.D / chinchilla.N)
  const tall = 88
  const all = advice(tools).map((row, index) => ({ ...row, top: 4 + index * 110 }))
  return drawing(
    1128,
    392,
    ...all.map(({ name, top }) => text(0, top + 38, name, { anchor: 'start', size: 32, weight: 600 })),
    ...all.map(({ top, colour, parameters, tokens, ratio }, index) =>
      step(index + 1, [
        text(0, top + 76, `${billions(parameters)} on ${short(tokens)} tokens`, {
          anchor: 'start',
          size: 26,
          fill: soft,
        }),
        box(x(0), top, x(ratio) - x(0), tall, {
          stroke: colour,
          tint: index === 1 ? 0.22 : 0.42,
          width: 0,
          radius: 6,
          data: `${parameters.toPrecision(6)} ${tokens.toPrecision(6)} ${ratio.toPrecision(6)}`,
        }),
        text(Math.max(x(ratio), mark) + 18, top + 64, String(Math.round(ratio)), {
          anchor: 'start',
          size: 60,
          weight: 600,
          fill: colour,
          display: true,
        }),
      ]),
    ),
    line(x(0), 0, x(0), 328, { width: 2 }),
    line(mark, 0, mark, 338, { stroke: ink, width: 3 }),
    text(mark - 8, 378, '20', { size: 40, weight: 600, display: true, anchor: 'end' }),
    text(mark + 10, 378, 'tokens per parameter: as it was built, 70B on 1.4T', { anchor: 'start', size: 26 }),
  )
}

export const figure = defineFigure({
  title: 'Tokens per parameter that three versions of the constants ask for at 5.88 × 10²³ FLOP',
  table: (tools) => ({
    columns: ['Constants, at 5.88e23 FLOP', 'Parameters', 'Tokens', 'Tokens per parameter'],
    rows: [
      ...advice(tools).map(({ name, parameters, tokens, ratio }) => [
        name,
        billions(parameters),
        short(tokens),
        Math.round(ratio),
      ]),
      ['Chinchilla as it was built', '70B', '1.4T', 20],
    ],
  }),
  draw,
})
