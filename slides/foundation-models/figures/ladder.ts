import { defineFigure } from 'lectern/figure'
import { network, prompt, type Trained } from './kit/network.ts'
import { blue, box, drawing, line, lines, moved, path, quiet, soft, step, text, warm } from './kit/svg.ts'

interface Rung {
  name: string[]
  chinese: string
  date: string
  trained: Trained
  /** What came with it, beside the riser. */
  shift?: string[]
  /** Examples in the prompt, where there is one. */
  examples?: number
}

const rungs: Rung[] = [
  { name: ['SIFT/HOG', '+ SVM'], chinese: '特征工程', date: '2004–05', trained: 'last' },
  {
    name: ['CNN on', 'ImageNet'],
    chinese: '表示学习',
    date: '2012',
    trained: 'all',
    shift: ['features', 'are learnt'],
  },
  {
    name: ['Pre-train,', 'fine-tune'],
    chinese: '迁移学习',
    date: '2018',
    trained: 'from start',
    shift: ['learnt once,', 'used again'],
  },
  {
    name: ['Prompting'],
    chinese: '不动参数',
    date: '2020–',
    trained: 'none',
    examples: 0,
    shift: ['weights stay,', 'input changes'],
  },
  {
    name: ['In-context', 'learning'],
    chinese: '零参数更新',
    date: '2020',
    trained: 'none',
    examples: 2,
    shift: ['examples', 'are enough'],
  },
]

const [width, floor, rise] = [1128 / 5, 462, 60]
/** The face of a step: more of the colour the higher it is. */
const face = (index: number) => `color-mix(in oklab, var(--series-1) ${8 + index * 4}%, var(--paper))`
const top = (index: number) => floor - 110 - index * rise

/** Five steps up: on each what it is called, under it what is trained, at each riser what shifts. */
export const figure = defineFigure({
  title: 'A staircase of five paradigms with four shifts between them',
  description:
    'From hand-made features with an SVM (特征工程, 2004–05), where only a classifier is trained, to a CNN on ImageNet (表示学习, 2012), where the whole network is, to pre-training and fine-tuning (迁移学习, 2018), prompting (不动参数, from 2020) and in-context learning (零参数更新, 2020), where no parameter is touched. The four shifts: features are learnt; learnt once and used again; the weights stay and the input changes; examples are enough.',
  table: () => ({
    columns: ['Paradigm', 'In Chinese', 'Date'],
    rows: rungs.map(({ name, chinese, date }) => [name.join(' '), chinese, date]),
  }),
  draw() {
    const outline = rungs
      .map((_, index) => `${index ? 'V' : 'M0 '}${top(index)}H${(index + 1) * width}`)
      .join('')
    return drawing(
      1128,
      466,
      path(`${outline}V${floor}H0V${top(0)}`, { stroke: quiet, width: 2, opacity: 0.5 }),
      ...rungs.map((rung, index) => {
        const y = top(index)
        const content = moved(
          index * width,
          0,
          box(0, y, width, floor - y, { fill: face(index), tint: 1, width: 0, radius: 0 }),
          line(0, y, width, y, { stroke: blue, width: 4 }),
          lines(4, y - 54 - (rung.name.length - 1) * 34, rung.name, {
            size: 29,
            weight: 600,
            anchor: 'start',
            leading: 34,
          }),
          text(4, y - 18, rung.chinese, { size: 24, fill: soft, anchor: 'start' }),
          text(12 + rung.chinese.length * 24, y - 18, rung.date, {
            size: 24,
            fill: soft,
            anchor: 'start',
          }),
          rung.shift
            ? line(4, y + rise, 4, y + 10, { stroke: warm, width: 4.5, arrow: true }) +
                lines(26, y + 32, rung.shift, {
                  size: 26,
                  fill: warm,
                  weight: 600,
                  anchor: 'start',
                  leading: 29,
                })
            : '',
          moved(
            22,
            floor - 91,
            rung.examples === undefined
              ? network(rung.trained, face(index))
              : prompt(rung.examples) + moved(50, 0, network(rung.trained, face(index))),
          ),
        )
        return index === 0 ? content : step(index, content)
      }),
    )
  },
})
