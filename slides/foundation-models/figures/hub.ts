import { defineFigure } from 'lectern/figure'
import { chance } from './kit/chance.ts'
import { blue, box, dot, drawing, line, link, paper, path, rule, soft, step, text, warm } from './kit/svg.ts'

const rows = [106, 196, 286]
const middle = 196
const tasks = ['translate', 'summarise', 'answer', 'classify', 'write code']

const drum = (x: number, y: number) =>
  path(
    `M${x - 28} ${y - 20}a28 9 0 0 1 56 0a28 9 0 0 1-56 0v40a28 9 0 0 0 56 0v-40M${x - 28} ${y}a28 9 0 0 0 56 0`,
    { stroke: soft, width: 2.5 },
  )

/** A dataset, a model and a task of its own, from `x` to the right. */
function pipeline(x: number, y: number, job: string): string {
  return [
    drum(x + 32, y),
    line(x + 74, y, x + 126, y, { stroke: soft, arrow: true }),
    box(x + 134, y - 32, 64, 64, { stroke: soft, tint: 0.08 }),
    path(`M${x + 150} ${y - 12}L${x + 182} ${y}L${x + 150} ${y + 12}`, { stroke: soft, width: 2 }),
    ...[-12, 12].map((offset) => dot(x + 150, y + offset, 5, soft)),
    dot(x + 182, y, 5, soft),
    line(x + 206, y, x + 258, y, { stroke: soft, arrow: true }),
    text(x + 270, y + 9, job, { anchor: 'start', size: 28, weight: 600 }),
  ].join('')
}

/** Three pipelines that share nothing. */
function before(): string {
  return [
    text(0, 34, 'before', { anchor: 'start', size: 36, weight: 600, fill: soft, display: true }),
    ...rows.map((y, index) => pipeline(0, y, ['spam', 'mood', 'grammar'][index]!)),
    text(0, 380, 'one dataset, one model, one task', { anchor: 'start', size: 25, fill: soft }),
  ].join('')
}

/** And so on: what the new world takes the place of. */
function andSoOn(): string {
  const jobs = [
    ['topics', 'names', 'dates'],
    ['stars', 'tone', 'typos'],
  ]
  return jobs
    .flatMap((column, index) => rows.map((y, row) => pipeline(410 + index * 372, y, column[row]!)))
    .join('')
}

/** A sea of data: the further to the right, the closer to the one base. */
function sea(): string {
  const random = chance(17)
  const drops = Array.from({ length: 210 }, () => {
    const t = random()
    const spread = 142 * (1 - t ** 3 * 0.72)
    return [442 + t * 172, middle + (random() * 2 - 1) * spread, 2 + random() ** 3 * 4, random()] as const
  })
  return [
    ...drops
      .filter((_, index) => index % 11 === 0)
      .map(([x, y]) => link(x, y, 664, middle, { stroke: blue, width: 1.6, opacity: 0.3 })),
    ...drops.map(([x, y, radius, kind]) =>
      kind > 0.82
        ? box(x - radius, y - radius, radius * 2.2, radius * 2.2, {
            stroke: blue,
            tint: 0.5,
            width: 0,
            radius: 1,
          })
        : kind > 0.6
          ? line(x - radius * 1.6, y, x + radius * 1.6, y, { stroke: blue, width: 2.5, opacity: 0.55 })
          : dot(x, y, radius, blue),
    ),
  ].join('')
}

/** One base between the sea and the tasks. */
function now(): string {
  const task = (index: number) => middle + (index - 2) * 65
  return [
    text(438, 34, 'now', { anchor: 'start', size: 36, weight: 600, fill: blue, display: true }),
    sea(),
    ...tasks.map((label, index) =>
      [
        link(804, middle + (index - 2) * 20, 962, task(index), { stroke: blue, width: 3, arrow: true }),
        text(976, task(index) + 9, label, { anchor: 'start', size: 28, weight: 600, fill: blue }),
      ].join(''),
    ),
    `<circle cx="722" cy="${middle}" r="92" fill="${paper}"/><circle cx="722" cy="${middle}" r="92" fill="${blue}" fill-opacity="0.14" stroke="${blue}" stroke-width="3.500"/>`,
    text(722, middle - 2, 'one', { size: 38, weight: 700, fill: blue, display: true }),
    text(722, middle + 38, 'base', { size: 38, weight: 700, fill: blue, display: true }),
    text(438, 380, 'broad data, one base, many tasks', {
      anchor: 'start',
      size: 25,
      weight: 600,
      fill: blue,
    }),
  ].join('')
}

/** How a link is adapted: a mark in its middle. */
function adaptations(): string {
  const place = (index: number): [number, number] => [883, middle + (index - 2) * 43]
  return [
    ...[0, 1, 2].map((index) => dot(...place(index), 10, warm)),
    ...[3, 4].map((index) => dot(...place(index), 10, warm, { hollow: true })),
    text(880, place(0)[1] - 32, 'fine-tune', { anchor: 'end', size: 27, weight: 600, fill: warm }),
    text(880, place(4)[1] + 50, 'prompt', { anchor: 'end', size: 27, weight: 600, fill: warm }),
  ].join('')
}

/** One task, one model, against one base for many tasks. */
export const figure = defineFigure({
  title: 'Before: a dataset and a model for each task. Now: one base model on broad data serves many tasks',
  description:
    'Left: three pipelines for spam, mood and grammar, each with one dataset, one model and one task. Right: a sea of broad data flows into one base; it serves translation, summaries, answers, classification and code, adapted by fine-tuning or by prompting.',
  draw: () =>
    drawing(
      1128,
      390,
      before(),
      step(1, andSoOn(), 'fade-out'),
      step(1, [line(412, 8, 412, 386, { stroke: rule, width: 2 }), now()]),
      step(2, adaptations()),
    ),
})
