import { labelled, line, svg, text } from './kit/svg.ts'

/** One task, one data set, one model: three lanes that share nothing. */
export function pipelines(): string {
  const lanes: [string, string, string][] = [
    ['mails', 'model 1', 'spam?'],
    ['reviews', 'model 2', 'mood?'],
    ['sentences', 'model 3', 'English'],
  ]
  return svg(
    540,
    270,
    'One task, one dataset, one model, three times over',
    ...lanes.flatMap(([data, model, task], row) => {
      const y = 10 + row * 90
      return [
        labelled(10, y, 140, 62, data),
        line(154, y + 31, 196, y + 31, { arrow: true }),
        labelled(204, y, 140, 62, model),
        line(348, y + 31, 398, y + 31, { arrow: true }),
        text(406, y + 39, task, { anchor: 'start', size: 24 }),
      ]
    }),
  )
}
