import { blue, box, dot, green, ink, polyline, rule, svg, text, warm } from './kit/svg.ts'
import { axisX, gridY, logarithmic, short } from './kit/scale.ts'
import { json, table } from './kit/table.ts'

interface Law {
  kaplan2020: { N_opt_exponent: number }
  data_range: { C: [number, number] }
  known_models: { name: string; N: number; C_6ND: number }[]
}

/** The best size for each budget, by three fits, and where four models lie. */
export function frontier(): string {
  const law = json<Law>('scaling-law.json')
  const rows = table('scaling-frontier.csv')
  const x = logarithmic([1e20, 1e25], [90, 780])
  const y = logarithmic([3e8, 3e12], [350, 14])
  const range = (value: number) => value >= 0.99e20 && value <= 1.01e25
  const curve = (fit: string) =>
    rows
      .filter((row) => row.fit === fit && range(Number(row.C_flop)))
      .map((row): [number, number] => [x(Number(row.C_flop)), y(Number(row.N_opt))])
  const anchor = law.known_models.find((model) => model.name === 'GPT-3')!
  const kaplan = [1e20, 1e25].map((compute): [number, number] => [
    x(compute),
    y(anchor.N * (compute / anchor.C_6ND) ** law.kaplan2020.N_opt_exponent),
  ])
  return svg(
    1080,
    415,
    'Optimal number of parameters against training compute',
    box(x(law.data_range.C[1]), 14, x(1e25) - x(law.data_range.C[1]), 336, {
      stroke: 'none',
      fill: rule,
      tint: 0.13,
      width: 0,
      radius: 0,
    }),
    gridY(
      y,
      [90, 780],
      [
        [1e9, '1B'],
        [1e10, '10B'],
        [1e11, '100B'],
        [1e12, '1T'],
      ],
    ),
    axisX(
      x,
      350,
      [
        [1e20, '10²⁰'],
        [1e21, '10²¹'],
        [1e22, '10²²'],
        [1e23, '10²³'],
        [1e24, '10²⁴'],
        [1e25, '10²⁵'],
      ],
      'training compute C in FLOP',
    ),
    text(100, 34, 'parameters N', { anchor: 'start', size: 20 }),
    polyline(kaplan, { stroke: warm, width: 3.5, dash: '9 8' }),
    polyline(curve('hoffmann2022_published'), { stroke: green, width: 3.5 }),
    polyline(curve('besiroglu2024'), { stroke: blue, width: 4 }),
    text(792, kaplan[1]![1] + 8, 'slope 0.73: Kaplan 2020', {
      anchor: 'start',
      fill: warm,
      weight: 600,
      size: 21,
    }),
    text(792, curve('besiroglu2024').at(-1)![1] + 4, 'slope 0.51: re-fit 2024', {
      anchor: 'start',
      fill: blue,
      weight: 600,
      size: 21,
    }),
    text(792, curve('hoffmann2022_published').at(-1)![1] + 12, 'slope 0.45: as printed', {
      anchor: 'start',
      fill: green,
      weight: 600,
      size: 21,
    }),
    ...law.known_models.map((model) => {
      const below = model.name === 'Chinchilla'
      return (
        dot(x(model.C_6ND), y(model.N), 8, below ? blue : ink, {
          data: `${model.name} ${model.C_6ND} ${model.N}`,
        }) +
        text(
          x(model.C_6ND) + (below ? -6 : -12),
          y(model.N) + (below ? 58 : model.name === 'GPT-3' ? -2 : -13),
          `${model.name} ${short(model.N)}`,
          { anchor: below ? 'start' : 'end', size: 20, weight: 600, fill: below ? blue : ink },
        )
      )
    }),
  )
}
