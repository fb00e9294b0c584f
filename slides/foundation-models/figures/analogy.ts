/** The sum king − man + woman, walked in a plane, and what lies nearest to its end. */
import { scaleLinear } from 'd3-scale'
import { defineFigure } from 'lectern/figure'
import { blue, box, dot, drawing, ink, line, quiet, rule, soft, step, text, warm } from './kit/svg.ts'
import { json } from './kit/table.ts'

type Vector = number[]

interface Toy {
  v_in: Record<string, Vector>
  expected: { analogies: { query: string; ranking: [string, number][] }[] }
}

const plus = (a: Vector, b: Vector): Vector => a.map((value, axis) => value + b[axis]!)
const minus = (a: Vector, b: Vector): Vector => a.map((value, axis) => value - b[axis]!)

/** The three axes seen from a corner: royal to the right, female up, person away from the reader. */
const flat = ([royal = 0, female = 0, person = 0]: Vector): Vector => [
  royal + 0.3 * person,
  female + 0.2 * person,
]
const x = scaleLinear([-1.06, 1.66], [0, 664])
const y = scaleLinear([0, 1], [268, 268 - 664 / 2.72])
const at = (vector: Vector): [number, number] => {
  const [across = 0, up = 0] = flat(vector)
  return [x(across), y(up)]
}

export const figure = defineFigure({
  title: 'King minus man plus woman lands nearest to king; queen comes second',
  description:
    'Eight words as points of a space with three invented axes: royal, female, person. The walk king, minus man, plus woman ends nearest to king itself (cosine 0.948); queen (0.882) wins only when the words of the question are struck out. Prince minus man plus woman ends nearest to king, not to princess.',
  table: (tools) => ({
    columns: ['question', 'word', 'cosine'],
    rows: json<Toy>(tools, 'word2vec-toy.json')
      .expected.analogies.filter(({ query }) => !query.startsWith('queen'))
      .flatMap(({ query, ranking }) => ranking.map(([word, cosine]) => [query, word, cosine])),
  }),
  draw(tools) {
    const toy = json<Toy>(tools, 'word2vec-toy.json')
    return drawing(1128, 450, ...plane(toy.v_in), ...rankings(toy))
  },
})

/** Where the name of a dot stands, if not at its right. */
const places: Record<string, [number, number, 'start' | 'middle' | 'end']> = {
  king: [-6, 40, 'middle'],
  apple: [-8, 38, 'start'],
  man: [-16, 8, 'end'],
  woman: [-16, 8, 'end'],
  prince: [-16, 8, 'end'],
  princess: [-16, 8, 'end'],
}

function plane(words: Toy['v_in']): string[] {
  const origin = [0, 0, 0]
  const { king, man, woman } = words as Record<'king' | 'man' | 'woman', Vector>
  const without = minus(king, man)
  const end = plus(without, woman)
  const walk = (from: Vector, to: Vector) =>
    line(...at(from), ...at(to), { stroke: blue, width: 3.8, arrow: true })
  const copy = (to: Vector) => line(...at(origin), ...at(to), { stroke: soft, width: 2.5, dash: '2 7' })
  const [endX, endY] = at(end)
  const [turnX, turnY] = at(without)
  return [
    axis([1.64, 0, 0], 'royal', 0, -12, 'end'),
    axis([0, 0.98, 0], 'female', 14, 10, 'start'),
    axis([0, 0, 1.7], 'person', 10, -2, 'start'),
    step(1, [walk(origin, king)]),
    step(2, [
      copy(man),
      walk(king, without),
      text(turnX - 16, turnY + 38, '− man', { size: 26, weight: 600, fill: blue, halo: true }),
    ]),
    step(3, [
      copy(woman),
      walk(without, end),
      text((turnX + endX) / 2 + 12, (turnY + endY) / 2 + 8, '+ woman', {
        size: 26,
        weight: 600,
        fill: blue,
        anchor: 'start',
        halo: true,
      }),
      dot(endX, endY, 11, blue, {
        hollow: true,
        data: `end ${end.map((value) => value.toFixed(2)).join(' ')}`,
      }),
    ]),
    ...Object.entries(words).map(([word, vector]) => {
      const [px, py] = at(vector)
      const [dx, dy, anchor] = places[word] ?? [16, 8, 'start']
      return (
        dot(px, py, 8, ink, { data: `${word} ${vector.join(' ')}` }) +
        text(px + dx, py + dy, word, { anchor, size: 27, weight: 600, halo: true })
      )
    }),
  ]
}

function axis(end: Vector, name: string, dx: number, dy: number, anchor: 'start' | 'end'): string {
  const [px, py] = at(end)
  return (
    line(...at([0, 0, 0]), px, py, { stroke: rule, width: 2.5, arrow: true }) +
    text(px + dx, py + dy, name, { size: 20, fill: soft, anchor, italic: true })
  )
}

const barX = 846
const width = scaleLinear([0, 1], [0, 190])

/** The nearest words of two questions: what the rule strikes out is crossed, what it leaves on top is strong. */
function rankings(toy: Toy): string[] {
  const [first, , last] = toy.expected.analogies
  const question = (query: string, y: number) =>
    text(728, y, query.replace('-', '−'), { size: 32, weight: 600, anchor: 'start', display: true })
  const [king, queen, ...rest] = first!.ranking.slice(0, 4)
  const [winner, struck, ...others] = last!.ranking.slice(0, 4)
  return [
    text(1128, 44, 'cosine', { size: 20, fill: soft, anchor: 'end' }),
    question(first!.query, 44),
    question(last!.query, 272),
    ...[84, 312].flatMap((top) =>
      [0, 1, 2, 3].map((place) =>
        box(barX, top + place * 40 - 14, width(1), 28, { stroke: quiet, width: 0, radius: 4, tint: 0.12 }),
      ),
    ),
    step(3, [
      step(4, row(84, king!, { colour: warm }) + row(124, queen!), 'fade-out'),
      ...rest.map((entry, place) => row(164 + place * 40, entry)),
    ]),
    step(4, row(84, king!, { struck: true }) + row(124, queen!, { colour: blue })),
    step(5, [
      row(312, winner!, { colour: warm }),
      row(352, struck!, { struck: true }),
      ...others.map((entry, place) => row(392 + place * 40, entry)),
    ]),
  ]
}

/** A word, its bar and its cosine; `colour` makes it strong, `struck` crosses it out. */
function row(
  middle: number,
  [word, cosine]: [string, number],
  options: { colour?: string; struck?: boolean } = {},
): string {
  const { colour, struck } = options
  const type = {
    size: 27,
    weight: colour ? 700 : 400,
    fill: colour ?? (struck ? soft : ink),
    ...(struck && { struck }),
  } as const
  return [
    text(barX - 16, middle + 9, word, { ...type, anchor: 'end' }),
    box(barX, middle - 14, width(cosine), 28, {
      stroke: colour ?? quiet,
      width: 0,
      tint: colour ? 0.9 : struck ? 0.18 : 0.45,
      radius: 4,
      data: `${word} ${cosine}`,
    }),
    text(barX + width(1) + 16, middle + 9, cosine.toFixed(3), { ...type, anchor: 'start' }),
  ].join('')
}
