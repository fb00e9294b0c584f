/** From alignment to models of several media: five dates on a true line. */
import { scaleTime } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { icon, type IconName } from './kit/icons.ts'
import { blue, dot, drawing, line, quiet, soft, step, text } from './kit/svg.ts'
import { table } from './kit/table.ts'

const level = 142
const x = scaleTime([new Date('2022-01-01'), new Date('2024-07-01')], [40, 1088])

/** The model, what it does, its picture, above or below the line, and where its words start from the stem. */
const dates: [string, string, IconName, 'above' | 'below', 'start' | 'end'][] = [
  ['instructgpt', 'learns from raters', 'grade', 'above', 'start'],
  ['chatgpt', 'talks', 'bubble', 'below', 'end'],
  ['gpt4', 'sees images', 'eye', 'above', 'start'],
  ['gemini1', 'takes four media', 'film', 'below', 'end'],
  ['gpt4o', 'hears, speaks', 'sound', 'above', 'end'],
]

const month = (date: Date) =>
  date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

function draw(tools: FigureTools): string {
  const rows = table(tools, 'timeline.csv')
  return drawing(
    1128,
    284,
    line(40, level, 1088, level, { width: 3 }),
    ...[2022, 2023, 2024].map((year) => {
      const at = x(new Date(`${year}-01-01`))
      return (
        line(at, level - 9, at, level + 9, { width: 3 }) +
        text(at, level + 34, String(year), { size: 20, fill: soft })
      )
    }),
    ...rows
      .filter((row) => dates.some(([id]) => id === row.id))
      .map((row) => dot(x(new Date(row.date!)), level, 11, quiet)),
    ...dates.map(([id, does, picture, side, anchor], index) => {
      const row = rows.find((row) => row.id === id)!
      const date = new Date(row.date!)
      const at = x(date)
      const up = side === 'above'
      const sign = anchor === 'start' ? 1 : -1
      const first = up ? 26 : 206
      const words = at + sign * 76
      return step(index + 1, [
        line(at, level, at, up ? 2 : 282, { stroke: blue, width: 2.5 }),
        dot(at, level, 11, blue, { data: `${id} ${row.date}` }),
        icon(picture, at + sign * 42, first + 30, 46, { stroke: blue }),
        text(words, first, month(date), { anchor, fill: soft, size: 26 }),
        text(words, first + 37, row.name!.replace(/ \(.*/, ''), {
          anchor,
          size: 34,
          weight: 600,
          display: true,
        }),
        text(words, first + 70, does, { anchor, size: 26 }),
      ])
    }),
  )
}

export const figure = defineFigure({
  title: 'Five dates from InstructGPT in January 2022 to GPT-4o in May 2024',
  table: (tools) => ({
    columns: ['Date', 'Model', 'What it does'],
    rows: dates.map(([id, does]) => {
      const row = table(tools, 'timeline.csv').find((row) => row.id === id)!
      return [row.date!, row.name!, does]
    }),
  }),
  draw,
})
