import { defineFigure } from 'lectern/figure'
import { network } from './kit/layers.ts'
import { blue, box, drawing, ink, line, link, moved, path, rule, soft, step, text } from './kit/svg.ts'

const page = 'M-22-30h30l14 14v46h-44zM8-30v14h14'
const rows = (count: number, top: number) =>
  Array.from(
    { length: count },
    (_, index) => `M-12 ${top + index * 9}h${index === count - 1 ? 14 : 24}`,
  ).join('')
const loop = 'M23-6a24 24 0 1 0 1 14'
const head = 'M9-7l15 2l3-15'

/** Six drawings around (0, 0), 60 px high: what is asked, and what comes back. */
const pictures: Record<string, (stroke: string) => string> = {
  menu: (stroke) =>
    path(page, { stroke, width: 3 }) + text(0, 14, 'ES', { size: 24, weight: 700, fill: stroke }),
  translation: (stroke) =>
    path(page, { stroke, width: 3 }) + text(0, 14, 'ΕΛ', { size: 24, weight: 700, fill: stroke }),
  minutes: (stroke) =>
    path('M-14-30v-6h30l14 14v46h-8M-6-36v-6h30l14 14v46h-8', { stroke, width: 3 }) +
    path(page + rows(4, -8), { stroke, width: 3 }),
  summary: (stroke) =>
    path(rows(5, -18).replaceAll('M-12', 'M-24').replaceAll('h24', 'h48').replace('h14', 'h28'), {
      stroke,
      width: 3.5,
    }),
  loop: (stroke) => path(`${loop}${head}`, { stroke, width: 3.5 }),
  exit: (stroke) => path('M24-6a24 24 0 1 0-10 20M14 14l18 16M17 31l15-1l0-15', { stroke, width: 3.5 }),
}

const tasks = [
  ['menu', 'a menu in Spanish', 'translation', 'the menu in Greek'],
  ['minutes', 'nine pages of minutes', 'summary', 'five lines'],
  ['loop', 'a loop that never ends', 'exit', 'a loop that ends'],
] as const

const goals = ['a definition that holds', 'the road in six stages', 'an eye for numbers']

function card(x: number, y: number, picture: string, label: string, colour: string): string {
  return (
    box(x, y, 388, 96, { stroke: colour, tint: colour === blue ? 0.1 : 0.06, width: 0, radius: 14 }) +
    moved(x + 44, y + 48, pictures[picture]!(colour)) +
    text(x + 94, y + 58, label, {
      anchor: 'start',
      size: 26,
      weight: 600,
      fill: colour === blue ? blue : ink,
    })
  )
}

/** Three requests of one day, one network, three answers; then the goals of the lecture. */
export const figure = defineFigure({
  title: 'Three different requests of one day go through one network',
  description:
    'A menu in Spanish comes back in Greek, nine pages of minutes as five lines, a loop that never ends as a loop that ends. Goals of this lecture: a definition that holds, the road in six stages, an eye for numbers.',
  draw() {
    const { drawn, nodes } = network([464, 22, 200, 284], [3, 6, 6, 3], { seed: 5, gap: 54, radius: 7.5 })
    return drawing(
      1128,
      476,
      ...tasks.flatMap(([from, question, to, answer], row) => {
        const y = row * 116
        return [
          link(388, y + 48, ...nodes[0]![row]!, { stroke: soft, width: 2.5 }),
          link(...nodes[3]![row]!, 734, y + 48, { stroke: blue, width: 3, arrow: true }),
          card(0, y, from, question, soft),
          card(740, y, to, answer, blue),
        ]
      }),
      drawn,
      text(564, 350, 'one network', { size: 30, weight: 700, fill: blue, display: true }),
      step(1, [
        line(0, 396, 1128, 396, { stroke: rule, width: 2 }),
        ...goals.map(
          (goal, index) =>
            text(index * 386, 456, `${index + 1}`, {
              anchor: 'start',
              size: 54,
              weight: 700,
              fill: blue,
              display: true,
            }) + text(index * 386 + 44, 452, goal, { anchor: 'start', size: 29, weight: 600 }),
        ),
      ]),
    )
  },
})
