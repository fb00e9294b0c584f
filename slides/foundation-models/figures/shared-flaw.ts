import { defineFigure } from 'lectern/figure'
import { chance } from './kit/chance.ts'
import { icon, type IconName } from './kit/icons.ts'
import { blue, box, drawing, line, path, soft, step, text, warm } from './kit/svg.ts'

const uses: [IconName, string][] = [
  ['bubble', 'chatbot'],
  ['search', 'search'],
  ['pulse', 'triage'],
  ['grade', 'grading'],
  ['code', 'coding'],
]
const top = 152
const slab = { x: 244, y: 274, width: 640, height: 112 }
const left = (index: number) => 2 + index * 235.5
const foot = (index: number) => left(index) + 140
const root = (index: number) => slab.x + 112 + index * 112
/** One crack, the same everywhere: it runs down by `height` and ends where it began. */
const crack = (x: number, y: number, height: number, width: number) => {
  const unit = height / 116
  const by = (...steps: number[]) => steps.map((value) => (value * unit).toFixed(1)).join(' ')
  return path(`M${x} ${y}l${by(-16, 30)}l${by(24, 16)}l${by(-20, 26)}l${by(24, 12)}l${by(-12, 32)}`, {
    stroke: warm,
    width,
  })
}
const random = chance(7)
const fissure = Array.from({ length: 19 }, (_, index) => {
  const x = root(0) + 14 + index * 23 + random() * 12
  return `${x.toFixed(1)} ${(slab.y + (index % 2 ? 8 : 18) + random() * 8).toFixed(1)}`
})

/** A link that stands: it leaves the base upwards and arrives from below. */
const stem = (index: number, options: Parameters<typeof path>[1]) => {
  const [from, to, half] = [root(index), foot(index), (top + slab.y) / 2]
  return path(`M${from} ${slab.y}C${from} ${half} ${to} ${half} ${to} ${top}`, options)
}

/** A base that carries five applications; its crack runs into all of them. */
export const figure = defineFigure({
  title: 'A defect of the base model runs into every application built on it',
  description:
    'Five applications stand on one base model: chatbot, search, triage, grading and coding. A crack opens in the base; it runs through the links and each application shows it.',
  draw: () =>
    drawing(
      1128,
      390,
      ...uses.map((_, index) => stem(index, { stroke: blue, width: 16, opacity: 0.16 })),
      ...uses.map((_, index) => stem(index, { stroke: blue, width: 3 })),
      ...uses.map(([name, label], index) =>
        [
          box(left(index), 8, 180, 144, { stroke: blue, radius: 16, width: 3 }),
          icon(name, left(index) + 50, 62, 56, { stroke: blue }),
          text(left(index) + 20, 130, label, { anchor: 'start', size: 28, weight: 600, fill: blue }),
        ].join(''),
      ),
      box(slab.x, slab.y, slab.width, slab.height, { stroke: blue, radius: 16, width: 3.5, tint: 0.16 }),
      text(564, 345, 'one base', { size: 44, weight: 700, fill: blue, display: true }),
      step(1, [
        crack(root(4), slab.y, slab.height, 5),
        text(slab.x + slab.width + 26, 322, 'one defect', {
          anchor: 'start',
          size: 28,
          weight: 600,
          fill: warm,
        }),
      ]),
      step(2, [
        ...uses.map((_, index) => stem(index, { stroke: warm, width: 4.5 })),
        path(`M${root(0)} ${slab.y}L${fissure.join('L')}L${root(4)} ${slab.y}`, { stroke: warm, width: 4 }),
        ...[1, 2, 3].map((index) =>
          line(root(index), slab.y, root(index), slab.y + 12, { stroke: warm, width: 4 }),
        ),
        ...uses.map((_, index) => crack(foot(index), 8, top - 8, 4.5)),
        text(slab.x + slab.width + 26, 358, 'five times', {
          anchor: 'start',
          size: 28,
          weight: 600,
          fill: warm,
        }),
      ]),
      text(slab.x - 26, 340, 'trained once', { anchor: 'end', size: 28, weight: 600, fill: soft }),
    ),
})
