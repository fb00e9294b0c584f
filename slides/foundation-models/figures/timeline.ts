/** Sixteen models on a true time axis: disclosed sizes on a log scale, undisclosed ones in a lane of their own. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { curveMonotoneX, line as curve } from 'd3-shape'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { short } from './kit/scale.ts'
import { blue, box, dot, drawing, line, moved, path, quiet, rule, soft, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

const lane = 400
const floor = 432
const x = scaleLinear([2013, 2025], [66, 1122])
const y = scaleLog([6.5e7, 1e12], [356, 96])

/** A date as a fraction of its year: 2018-07-02 is 2018.5. */
function year(date: string): number {
  const from = Date.UTC(Number(date.slice(0, 4)), 0)
  const to = Date.UTC(Number(date.slice(0, 4)) + 1, 0)
  return Number(date.slice(0, 4)) + (Date.parse(date) - from) / (to - from)
}

/** First year, first year after it, row. Two stages lie within the years of another. */
const stages: [number, number, number][] = [
  [2013, 2018, 0],
  [2018, 2019, 1],
  [2018, 2020, 0],
  [2020, 2023, 0],
  [2022, 2023, 1],
  [2023, 2025, 0],
]

interface Milestone {
  /** Where the label stands: its x and the baseline of its first line. */
  at: [number, number]
  anchor: 'start' | 'middle' | 'end'
  names: string[]
  /** Leaders from the marks to the label, as SVG paths. */
  leaders: string[]
}

/** The eight milestones by the first model of each. */
const milestones: Record<string, Milestone> = {
  word2vec: { at: [72, 313], anchor: 'start', names: ['Word2Vec'], leaders: ['M70 355V386'] },
  elmo: { at: [530, 217], anchor: 'end', names: ['ELMo'], leaders: ['M518 259V329'] },
  gpt1: { at: [608, 311], anchor: 'start', names: ['GPT-1, BERT'], leaders: [] },
  gpt3: { at: [696, 125], anchor: 'end', names: ['GPT-3'], leaders: [] },
  instructgpt: { at: [850, 193], anchor: 'end', names: ['InstructGPT'], leaders: [] },
  chatgpt: { at: [946, 319], anchor: 'end', names: ['ChatGPT'], leaders: ['M938.5 361V388'] },
  gpt4: { at: [975, 247], anchor: 'end', names: ['GPT-4'], leaders: ['M963.8 289V388'] },
  gemini1: {
    at: [1050, 291],
    anchor: 'middle',
    names: ['Gemini 1.0', 'GPT-4o'],
    leaders: ['M1048 361V398'],
  },
}

/** Two models that make one milestone. */
const pairs: [string, string][] = [
  ['gpt1', 'bert_base'],
  ['gemini1', 'gpt4o'],
]

/** Where the quiet names stand beside their dots. */
const quietNames: Record<string, [number, number, 'start' | 'middle' | 'end']> = {
  glove: [20, 8, 'start'],
  transformer: [-14, 8, 'end'],
  gpt2: [-14, 4, 'end'],
  chinchilla: [16, 12, 'start'],
  palm: [16, 4, 'start'],
}

/** A table of vectors: the mark of the models that have no network size. */
function grid(at: number, colour: string, width: number): string {
  return moved(
    at - 12,
    lane - 12,
    box(0, 0, 24, 24, { stroke: colour, width, radius: 4, tint: 0.12 }),
    path('M8 0V24M16 0V24M0 8H24M0 16H24', { stroke: colour, width: width * 0.6 }),
  )
}

/** The stage in which a model comes: the Transformer comes with the models that rest on it. */
const stageOf = (row: { stage?: string }) => Number(row.stage) || 2

function draw(tools: FigureTools): string {
  const rows = table(tools, 'timeline.csv')
  const main = (id: string) => id in milestones || id === 'bert_base' || id === 'gpt4o'
  const at = (row: (typeof rows)[number]) => x(year(row.date!))
  const height = (row: (typeof rows)[number]) => (row.params ? y(Number(row.params)) : lane)
  const record = ['elmo', 'gpt1', 'gpt2', 'gpt3', 'palm'].map((id): [number, number] => {
    const row = rows.find((row) => row.id === id)!
    return [at(row), height(row)]
  })
  const mark = (row: (typeof rows)[number]) => {
    const data = `${row.id} ${row.date} ${row.params || 'none'}`
    const big = main(row.id!)
    if (row.params_status === 'not applicable')
      return `<g data-value="${data}">${grid(at(row), big ? blue : quiet, big ? 3 : 2.5)}</g>`
    const hollow = row.params_status === 'not disclosed'
    return dot(at(row), height(row), big ? 10 : 7, hollow ? warm : big ? blue : quiet, { hollow, data })
  }
  const label = (row: (typeof rows)[number]) => {
    const milestone = milestones[row.id!]
    if (!milestone) {
      const [dx, dy, anchor] = quietNames[row.id!] ?? []
      if (dx === undefined) return ''
      return text(at(row) + dx, height(row) + dy!, row.name!, { anchor, fill: soft })
    }
    const colour = row.params_status === 'not disclosed' ? warm : blue
    const [left, top] = milestone.at
    const { anchor, names } = milestone
    return [
      ...milestone.leaders.map((d) => path(d, { stroke: colour, width: 2 })),
      text(left, top, row.chinese_label!, { anchor, size: 36, weight: 600, fill: colour, halo: true }),
      ...names.map((name, index) =>
        text(left, top + 30 + index * 28, name, { anchor, weight: 600, halo: true }),
      ),
    ].join('')
  }
  return drawing(
    1128,
    466,
    ...stages.map(([from, to, row], index) => {
      // A single year is as wide as its name: the bar keeps the year, its ends give the name air.
      const air = to - from > 1 ? -3 : 5
      const bar = (tint: number, stroke: string) =>
        box(x(from) - air, row * 36, x(to) - x(from) + 2 * air, 32, { stroke, tint, width: 0, radius: 16 })
      const name = text((x(from) + x(to)) / 2, row * 36 + 24, `Stage ${index + 1}`, { weight: 600 })
      return bar(0.14, quiet) + step(index + 1, bar(0.2, blue)) + name
    }),
    text(66, 84, 'parameters, log scale', { size: 20, anchor: 'start', fill: soft }),
    ...[1e8, 1e9, 1e10, 1e11, 1e12].map(
      (size) =>
        line(66, y(size), 1122, y(size), { width: 1.5, stroke: rule }) +
        text(54, y(size) + 7, short(size), { size: 20, anchor: 'end', fill: soft }),
    ),
    box(66, lane - 26, 1056, 52, { fill: quiet, tint: 0.1, width: 0, radius: 10 }),
    text(908, lane + 8, 'size not disclosed', { fill: soft, anchor: 'end' }),
    ...Array.from({ length: 13 }, (_, index) =>
      line(x(2013 + index), floor, x(2013 + index), floor + 8, { width: 2 }),
    ),
    line(66, floor, 1122, floor, { width: 2 }),
    ...Array.from({ length: 12 }, (_, index) =>
      text(x(2013.5 + index), floor + 30, String(2013 + index), { size: 20, fill: soft }),
    ),
    ...rows
      .filter((row) => row.params_status !== 'not applicable')
      .map((row) => dot(at(row), height(row), 5, rule)),
    step(
      4,
      path(curve<[number, number]>().curve(curveMonotoneX)(record), {
        stroke: blue,
        width: 30,
        opacity: 0.1,
      }),
    ),
    ...stages.map((_, index) => {
      const mine = rows.filter((row) => stageOf(row) === index + 1)
      const joined = pairs
        .map((pair) => pair.map((id) => rows.find((row) => row.id === id)!))
        .filter(([first]) => mine.includes(first!))
        .map(([a, b]) =>
          line(at(a!), height(a!), at(b!), height(b!), { stroke: a!.params ? blue : warm, width: 3.5 }),
        )
      return step(index + 1, [...joined, ...mine.map(label), ...mine.map(mark)])
    }),
  )
}

export const figure = defineFigure({
  title:
    'Sixteen models from 2013 to 2024 on a time axis, with their sizes on a log scale where they are disclosed',
  draw,
  table: (tools) => ({
    columns: ['Stage', 'Model', 'Date', 'Parameters'],
    rows: table(tools, 'timeline.csv').map((row) => [
      row.stage || '–',
      row.name!,
      row.date!,
      row.params ? Number(row.params).toExponential() : row.params_status!,
    ]),
  }),
})
