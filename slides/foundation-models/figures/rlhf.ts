/** Demonstrations, a reward model, reinforcement: the three steps of RLHF. */
import { defineFigure } from 'lectern/figure'
import { icon } from './kit/icons.ts'
import {
  blue,
  drawing,
  green,
  ink,
  labelled,
  line,
  moved,
  path,
  rule,
  soft,
  step,
  text,
  violet,
} from './kit/svg.ts'

const width = 340
const lefts = [0, 394, 788]

/** A person: head and shoulders, standing on `y`. */
function person(x: number, y: number, colour: string): string {
  const pen = { stroke: colour, width: 3 }
  return (
    path(`M${x - 12} ${y - 44}a12 12 0 1 0 24 0a12 12 0 1 0 -24 0`, pen) +
    path(`M${x - 24} ${y}v-6a24 22 0 0 1 48 0v6z`, pen)
  )
}

const headings: [string, string][] = [
  ['Demonstrations', blue],
  ['Reward model', violet],
  ['PPO', green],
]

const heading = (index: number, title: string, colour: string) =>
  text(0, 34, String(index), { size: 40, anchor: 'start', weight: 600, fill: colour, display: true }) +
  text(34, 32, title, { size: 30, anchor: 'start', weight: 600, fill: colour })

const caption = (value: string) => text(0, 236, value, { size: 26, anchor: 'start', fill: soft })

const demonstrations = [
  person(40, 168, ink),
  line(80, 130, 124, 130, { stroke: blue, width: 3, arrow: true }),
  icon('document', 162, 130, 66, { stroke: blue }),
  line(202, 130, 238, 130, { stroke: blue, width: 3, arrow: true }),
  labelled(248, 98, 92, 64, 'SFT', blue, { size: 28 }),
  caption('people write, a model copies'),
]

const ranking = [
  person(28, 168, ink),
  ...['A', 'B', 'C'].map(
    (name, index) =>
      labelled(70 + index * 60, 100, 40, 60, name, violet, { size: 28, tint: 0.28 - index * 0.1 }) +
      (index < 2 ? text(120 + index * 60, 140, '>', { size: 26, weight: 600 }) : ''),
  ),
  line(238, 130, 258, 130, { stroke: violet, width: 3, arrow: true }),
  labelled(268, 98, 72, 64, 'r', violet, { size: 34, italic: true }),
  caption('people rank, a judge learns'),
]

const loop = [
  labelled(0, 98, 118, 64, 'model π', green, { size: 28 }),
  labelled(214, 98, 124, 64, 'reward r', violet, { size: 28 }),
  path('M58 92C58 50 276 50 276 88', { stroke: green, width: 3, arrow: true }),
  path('M276 168C276 210 58 210 58 172', { stroke: violet, width: 3, arrow: true }),
  text(170, 96, 'answer', { size: 26 }),
  text(170, 184, 'score', { size: 26 }),
  caption('it writes, the judge scores'),
]

export const figure = defineFigure({
  title:
    'Three steps: people write demonstrations, people rank answers for a reward model, PPO trains against it',
  description:
    'First, people write demonstrations and a supervised model, SFT, copies them. Second, people rank answers, A before B before C, and a reward model r learns the ranking. Third, in a loop, the model writes answers and the reward model scores them.',
  draw: () =>
    drawing(
      1128,
      250,
      ...headings.map(([title, colour], index) => moved(lefts[index]!, 0, heading(index + 1, title, colour))),
      ...[demonstrations, ranking, loop].map((parts, index) =>
        step(index + 1, [
          moved(lefts[index]!, 0, ...parts),
          index > 0 ? line(lefts[index]! - 42, 130, lefts[index]! - 14, 130, { width: 3, arrow: true }) : '',
        ]),
      ),
      ...lefts.map((left) => line(left, 52, left + width, 52, { stroke: rule, width: 2 })),
    ),
})
