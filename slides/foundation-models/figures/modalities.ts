/** What three models take in and give out. */
import { defineFigure, type FigureTools } from 'lectern/figure'
import { icon, type IconName } from './kit/icons.ts'
import { blue, box, dot, drawing, line, quiet, rule, soft, step, text, warm } from './kit/svg.ts'
import { table } from './kit/table.ts'

const kinds: [string, IconName][] = [
  ['text', 'document'],
  ['image', 'picture'],
  ['audio', 'sound'],
  ['video', 'film'],
]
const models: [string, string, string][] = [
  ['gpt4', 'GPT-4', '14 March 2023'],
  ['gemini1', 'Gemini 1.0', '6 December 2023'],
  ['gpt4o', 'GPT-4o', '13 May 2024'],
]
const cell = 94
const sides = [
  { name: 'in', left: 252 },
  { name: 'out', left: 752 },
] as const
const top = (row: number) => 96 + row * 112

const column = (left: number, index: number) => left + cell / 2 + index * cell

function draw(tools: FigureTools): string {
  const rows = table(tools, 'timeline.csv')
  const row = (id: string) => rows.find((row) => row.id === id)!
  const has = (id: string, side: 'in' | 'out', kind: string) =>
    row(id)[`modality_${side}`]!.split('+').includes(kind)
  return drawing(
    1128,
    430,
    ...sides.flatMap(({ name, left }) => [
      text(left + cell * 2, 30, name, { size: 36, weight: 600, display: true }),
      ...kinds.map(([kind], index) => text(column(left, index), 74, kind, { fill: soft })),
    ]),
    line(0, 94, 1128, 94, { stroke: rule, width: 2 }),
    ...models.flatMap(([id, name, date], place) => [
      text(0, top(place) + 50, name, { size: 36, weight: 600, anchor: 'start', display: true }),
      text(0, top(place) + 86, date, { size: 24, anchor: 'start', fill: soft }),
      ...sides.flatMap(({ name: side, left }, sideIndex) => [
        ...kinds.map(([kind], index) =>
          has(id, side, kind) ? '' : dot(column(left, index), top(place) + 54, 5, rule),
        ),
        step(
          sideIndex + 1,
          kinds
            .filter(([kind]) => has(id, side, kind))
            .map(([kind, picture]) => {
              const middle = column(
                left,
                kinds.findIndex(([other]) => other === kind),
              )
              return (
                box(middle - 40, top(place) + 14, 80, 80, {
                  stroke: blue,
                  width: 0,
                  tint: 0.14,
                  radius: 14,
                  data: `${id} ${side} ${kind}`,
                }) + icon(picture, middle, top(place) + 54, 44, { stroke: blue })
              )
            }),
        ),
      ]),
      line(656, top(place) + 54, 724, top(place) + 54, { width: 3, arrow: true, stroke: quiet }),
    ]),
    step(3, [
      box(sides[0].left - 8, top(2) + 4, 1126 - sides[0].left + 8, 100, {
        stroke: warm,
        fill: 'none',
        width: 3.5,
        radius: 22,
      }),
      text(690, top(2) + 38, 'one', { size: 26, weight: 600, fill: warm }),
      text(690, top(2) + 88, 'network', { size: 26, weight: 600, fill: warm }),
    ]),
  )
}

export const figure = defineFigure({
  title: 'What GPT-4, Gemini 1.0 and GPT-4o take in and give out',
  table: (tools) => ({
    columns: ['Model', 'Announced', 'In', 'Out'],
    rows: models.map(([id, name, date]) => {
      const row = table(tools, 'timeline.csv').find((row) => row.id === id)!
      const list = (value: string) => value.split('+').join(', ')
      return [name, date, list(row.modality_in!), list(row.modality_out!)]
    }),
  }),
  draw,
})
