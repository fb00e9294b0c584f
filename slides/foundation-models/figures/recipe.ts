/** Five papers on a true time axis: the recipe was in the air before it became the standard. */
import { scaleLinear } from 'd3-scale'
import { defineFigure } from 'lectern/figure'
import { blue, dot, drawing, ink, line, lines, quiet, soft, step, text } from './kit/svg.ts'

interface Paper {
  name: string
  /** Its first public day. */
  date: string
  what: string[]
  side: 'above' | 'below'
}

/** Above the axis those that put the recipe together, below it those that had a part of it. */
const papers: Paper[] = [
  { name: 'Dai & Le', date: '2015-11-04', what: ['pre-trained LSTM'], side: 'below' },
  {
    name: 'ULMFiT',
    date: '2018-01-18',
    what: ['pre-train, then fine-tune', 'on few labels'],
    side: 'above',
  },
  { name: 'Liu et al.', date: '2018-01-30', what: ['decoder-only Transformer'], side: 'below' },
  { name: 'GPT-1', date: '2018-06-11', what: ['joins the two,', 'leads 9 of 12 tasks'], side: 'above' },
  { name: 'BERT', date: '2018-10-11', what: ['masks,', 'both sides'], side: 'above' },
]

const axisY = 166
const day = (date: string) => Date.parse(`${date}T00:00:00Z`)
/** One scale with a break: the end of 2015, then 2018. */
const late = scaleLinear([day('2018-01-01'), day('2019-01-01')], [232, 1128])
const early = (time: number) => late(time) - late(day('2016-01-01')) + 176
const x = (date: string) => (date < '2016' ? early : late)(day(date))

/** Its month, with its year where the axis does not say it. */
const month = (date: string) =>
  new Intl.DateTimeFormat('en', {
    month: date < '2016' ? 'short' : 'long',
    year: date < '2016' ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(day(date))

export const figure = defineFigure({
  title: 'Five papers, 2015 to 2018, on one time axis',
  description:
    'Dai and Le 2015; ULMFiT and Liu et al. January 2018; GPT-1 June 2018, joining the two; BERT October 2018.',
  draw: () => drawing(1128, 284, axis(), ...papers.map((paper, index) => step(index + 1, card(paper)))),
})

function axis(): string {
  const ticks: [string, string][] = [
    ['2018-01-01', '2018'],
    ['2018-04-01', 'Apr'],
    ['2018-07-01', 'Jul'],
    ['2018-10-01', 'Oct'],
  ]
  const slash = (at: number) => line(at - 6, axisY + 12, at + 6, axisY - 12, { stroke: quiet, width: 3 })
  return [
    line(0, axisY, 176, axisY, { stroke: quiet, width: 3 }),
    line(192, axisY, 1128, axisY, { stroke: quiet, width: 3 }),
    slash(176),
    slash(192),
    ...ticks.map(
      ([date, label]) =>
        line(x(date), axisY, x(date), axisY + 8, { stroke: quiet, width: 3 }) +
        text(x(date), axisY + 30, label, { size: 20, fill: soft }),
    ),
  ].join('')
}

/** A flag at its day: the pole stands on the axis, the words are right of it. */
function card({ name, date, what, side }: Paper): string {
  const px = x(date)
  const above = side === 'above'
  const colour = above ? blue : ink
  const first = above ? 30 : 202
  return [
    line(px, above ? first - 20 : axisY, px, above ? axisY : first + 78, { stroke: colour, width: 3.5 }),
    dot(px, axisY, 9, colour, { data: `${name} ${date}` }),
    text(px + 18, first, month(date), { size: 24, anchor: 'start', fill: soft }),
    text(px + 18, first + 36, name, { size: 34, weight: 700, anchor: 'start', fill: colour, display: true }),
    lines(px + 18, first + 72, what, { size: 26, anchor: 'start', leading: 32 }),
  ].join('')
}
