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

const middle = 166

/** A person: head and shoulders around `y`. */
function person(x: number, y: number): string {
  const pen = { stroke: ink, width: 3 }
  return (
    path(`M${x - 17} ${y - 24}a17 17 0 1 0 34 0a17 17 0 1 0 -34 0`, pen) +
    path(`M${x - 34} ${y + 44}v-10a34 30 0 0 1 68 0v10z`, pen)
  )
}

const headings: [string, string][] = [
  ['Demonstrations', blue],
  ['Reward model', violet],
  ['PPO', green],
]

const heading = (index: number, title: string, colour: string) =>
  text(0, 38, String(index), { size: 46, anchor: 'start', weight: 600, fill: colour, display: true }) +
  text(38, 36, title, { size: 34, anchor: 'start', weight: 600, fill: colour })

const caption = (value: string) => text(0, 298, value, { size: 26, anchor: 'start', fill: soft })

const demonstrations = [
  person(36, middle),
  line(86, middle, 118, middle, { stroke: blue, width: 3, arrow: true }),
  icon('document', 164, middle, 88, { stroke: blue }),
  line(210, middle, 242, middle, { stroke: blue, width: 3, arrow: true }),
  labelled(250, middle - 44, 90, 88, 'SFT', blue, { size: 30 }),
  caption('people write, a model copies'),
]

const ranking = [
  person(36, middle),
  ...['A', 'B', 'C'].map(
    (name, index) =>
      labelled(80 + index * 58, middle - 34, 36, 68, name, violet, { size: 28, tint: 0.34 - index * 0.13 }) +
      (index < 2 ? text(127 + index * 58, middle + 9, '>', { size: 26, weight: 600 }) : ''),
  ),
  line(246, middle, 264, middle, { stroke: violet, width: 3, arrow: true }),
  labelled(272, middle - 44, 68, 88, 'r', violet, { size: 38, italic: true }),
  caption('people rank, a judge learns'),
]

const loop = [
  labelled(2, middle - 38, 124, 76, 'model π', green, { size: 26 }),
  labelled(212, middle - 38, 126, 76, 'reward r', violet, { size: 26 }),
  path(`M64 ${middle - 46}C64 ${middle - 112} 275 ${middle - 112} 275 ${middle - 50}`, {
    stroke: green,
    width: 3,
    arrow: true,
  }),
  path(`M275 ${middle + 46}C275 ${middle + 112} 64 ${middle + 112} 64 ${middle + 50}`, {
    stroke: violet,
    width: 3,
    arrow: true,
  }),
  text(170, middle - 58, 'answer', { size: 26 }),
  text(170, middle + 74, 'score', { size: 26 }),
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
      310,
      ...headings.map(([title, colour], index) => moved(lefts[index]!, 0, heading(index + 1, title, colour))),
      ...[demonstrations, ranking, loop].map((parts, index) =>
        step(index + 1, [
          moved(lefts[index]!, 0, ...parts),
          index > 0
            ? line(lefts[index]! - 46, middle, lefts[index]! - 14, middle, { width: 3, arrow: true })
            : '',
        ]),
      ),
      ...lefts.map((left) => line(left, 56, left + width, 56, { stroke: rule, width: 2 })),
    ),
})
