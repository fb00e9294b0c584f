import { defineFigure } from 'lectern/figure'
import { network, prompt, type Trained } from './kit/network.ts'
import { blue, box, dot, drawing, line, lines, moved, rule, soft, step, text, warm } from './kit/svg.ts'

interface Paradigm {
  name: string[]
  trained: Trained
  updated: string
  examples?: number
  labels: string
  /** Dots that stand for the labels: an order of sizes, not a count. */
  dots: number
  work: string[]
}

const paradigms: Paradigm[] = [
  {
    name: ['Feature', 'engineering'],
    trained: 'last',
    updated: 'a classifier',
    labels: 'many',
    dots: 49,
    work: ['features'],
  },
  {
    name: ['Representation', 'learning'],
    trained: 'all',
    updated: 'all weights',
    labels: 'very many',
    dots: 84,
    work: ['architectures'],
  },
  {
    name: ['Pre-train,', 'fine-tune'],
    trained: 'from start',
    updated: 'all, from θ₀',
    labels: 'few',
    dots: 14,
    work: ['data, labels'],
  },
  {
    name: ['Prompting'],
    trained: 'none',
    examples: 0,
    updated: 'nothing, mostly',
    labels: 'almost none',
    dots: 1,
    work: ['prompts'],
  },
  {
    name: ['In-context', 'learning'],
    trained: 'none',
    examples: 2,
    updated: 'nothing',
    labels: 'a few examples',
    dots: 3,
    work: ['prompts,', 'preferences'],
  },
]

const [left, width] = [168, 192]
const centre = (index: number) => left + (index + 0.5) * width
const across = (draw: (paradigm: Paradigm) => string) =>
  paradigms.map((paradigm, index) => moved(centre(index), 0, draw(paradigm))).join('')
const head = (y: number, words: string[]) =>
  lines(0, y, words, { size: 25, fill: soft, anchor: 'start', leading: 31 })

/** Labels as dots, seven high, in columns around the middle. */
function crowd(count: number): string {
  const [rows, gap] = [7, 11.5]
  const columns = Math.ceil(count / rows)
  return Array.from({ length: count }, (_, index) => {
    const column = Math.floor(index / rows)
    const high = Math.min(rows, count - column * rows)
    return dot((column - (columns - 1) / 2) * gap, ((index % rows) - (high - 1) / 2) * gap, 4.2, blue)
  }).join('')
}

/** Five paradigms: updates and labels dwindle, the work of people only moves. */
export const figure = defineFigure({
  title: 'Over five paradigms updates and labels dwindle, while the work of people moves',
  table: () => ({
    columns: ['Paradigm', 'What is updated', 'Labels per task', 'Where people work'],
    rows: paradigms.map(({ name, updated, labels, work }) => [
      name.join(' '),
      updated,
      labels,
      work.join(' '),
    ]),
  }),
  draw: () =>
    drawing(
      1128,
      452,
      across(({ name }) => lines(0, name.length > 1 ? 28 : 62, name, { size: 27, weight: 600, leading: 34 })),
      line(0, 82, 1128, 82, { stroke: rule, width: 2 }),
      head(136, ['What is', 'updated']),
      across(({ trained, examples, updated }) =>
        [
          examples === undefined
            ? moved(-66, 96, network(trained))
            : moved(-92, 96, prompt(examples)) + moved(-46, 96, network(trained)),
          text(0, 214, updated.replace('₀', ''), { size: 25, sub: updated.endsWith('₀') ? '0' : '' }),
        ].join(''),
      ),
      line(0, 234, 1128, 234, { stroke: rule, width: 2 }),
      head(284, ['Labels', 'per task']),
      step(
        1,
        across(({ dots, labels }) => moved(0, 286, crowd(dots)) + text(0, 354, labels, { size: 25 })),
      ),
      box(0, 374, 1128, 78, { stroke: warm, tint: 0.12, width: 0, radius: 14 }),
      lines(20, 406, ['Where', 'people work'], {
        size: 25,
        weight: 600,
        fill: warm,
        anchor: 'start',
        leading: 31,
      }),
      step(
        2,
        across(({ work }) =>
          lines(0, work.length > 1 ? 406 : 422, work, { size: 27, weight: 600, fill: warm, leading: 31 }),
        ),
      ),
    ),
})
