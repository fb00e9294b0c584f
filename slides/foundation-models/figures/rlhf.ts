import { blue, box, green, line, svg, text, violet } from './kit/svg.ts'

/** Demonstrations, a reward model, reinforcement. */
export function rlhf(): string {
  const steps: [string, string, string, string][] = [
    ['1  Demonstrations', 'people write answers,', 'the model copies them', blue],
    ['2  Reward model', 'people rank answers,', 'a judge learns to rank', violet],
    ['3  PPO', 'the model writes,', 'the judge scores it', green],
  ]
  return svg(
    1080,
    170,
    'Three steps of reinforcement learning from human feedback',
    ...steps.flatMap(([title, first, second, colour], index) => {
      const x = 4 + index * 374
      return [
        box(x, 6, 320, 156, { stroke: colour }),
        text(x + 22, 52, title, { anchor: 'start', size: 27, weight: 700, fill: colour }),
        text(x + 22, 98, first, { anchor: 'start', size: 24 }),
        text(x + 22, 132, second, { anchor: 'start', size: 24 }),
        index < 2 ? line(x + 326, 84, x + 366, 84, { stroke: colour, arrow: true, width: 3.5 }) : '',
      ]
    }),
  )
}
