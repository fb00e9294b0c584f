import { scaleLinear } from 'd3-scale'
import { defineFigure, type FigureTools } from 'lectern/figure'
import { chance } from './kit/chance.ts'
import {
  blue,
  box,
  drawing,
  ink,
  line,
  link,
  paper,
  path,
  quiet,
  rule,
  soft,
  step,
  text,
  warm,
} from './kit/svg.ts'
import { json } from './kit/table.ts'

interface Gap {
  bars: { where: string; value: number }[]
}

const heading = (x: number, label: string, colour: string) =>
  text(x, 32, label, { anchor: 'start', size: 38, weight: 700, fill: colour, display: true })

/** A sentence whose citation falls apart as one reads on, and the empty place it points to. */
function hallucination(): string {
  const random = chance(19)
  const dust = Array.from({ length: 46 }, () => {
    const share = random()
    return `<circle cx="${(300 + share * 190 + random() * 30).toFixed(1)}" cy="${(132 + (random() - 0.5) * (10 + share * 62)).toFixed(1)}" r="${(1.2 + random() * 2.4).toFixed(1)}" fill="${warm}" opacity="${(0.2 + share * 0.5).toFixed(2)}"/>`
  })
  return [
    text(0, 92, '“The effect was first shown by', { anchor: 'start', size: 32, fill: ink, display: true }),
    ...dust,
    fading(0, 138, ['Ellery', 'and', 'Voss', '(1987).”']),
    link(120, 156, 330, 226, { stroke: quiet, width: 2.5, dash: '2 9', arrow: true }),
    path('M342 180h56l20 20v80h-76zM398 180v20h20', { stroke: quiet, width: 2.5, dash: '5 8' }),
    text(438, 224, 'no such', { anchor: 'start', size: 26, fill: soft }),
    text(438, 256, 'source', { anchor: 'start', size: 26, fill: soft }),
  ].join('')
}

/**
 * Words of which each is paler than the one before. Colours, not a gradient: letters filled with one that can be seen
 * through are cut in halves on paper, where slides are smaller.
 */
function fading(x: number, y: number, words: string[]): string {
  const paler = words.map(
    (word, index) =>
      `<tspan fill="color-mix(in srgb, ${warm} ${100 - 13 * index}%, ${paper})">${index > 0 ? ' ' : ''}${word}</tspan>`,
  )
  const line = text(x, y, '', { anchor: 'start', size: 32, weight: 600, display: true })
  return line.replace('</text>', `${paler.join('')}</text>`)
}

/** Two bars: what was learnt, and what came out. */
function bias(tools: FigureTools): string {
  const width = scaleLinear([0, 68], [0, 400])
  return [
    ...json<Gap>(tools, 'cooking-gap.json').bars.flatMap(({ where, value }, index) => {
      const y = 52 + index * 98
      const end = 604 + width(value)
      return [
        text(604, y + 24, where, { anchor: 'start', size: 26, fill: soft }),
        box(604, y + 36, width(value), 46, {
          stroke: blue,
          tint: index === 0 ? 0.4 : 0.85,
          radius: 0,
          width: 0,
          data: `${value}`,
        }),
        text(end + 16, y + 75, `${value}%`, {
          anchor: 'start',
          size: 46,
          weight: 700,
          fill: blue,
          display: true,
        }),
      ]
    }),
    text(604, 274, 'more likely a woman, in cooking scenes', { anchor: 'start', size: 26, fill: soft }),
  ].join('')
}

/** Two limits side by side. */
export const figure = defineFigure({
  title: 'Fluent is not true, and learned is not fair',
  description:
    'Left, an illustrative sentence: its citation dissolves and points to no source. Right: in the data women are 33% more likely than men to be shown cooking, in the predictions of a trained model 68%.',
  table: (tools) => ({
    columns: ['Where', 'Women more likely than men to be shown cooking (%)'],
    rows: json<Gap>(tools, 'cooking-gap.json').bars.map(({ where, value }) => [where, value]),
  }),
  draw: (tools) =>
    drawing(
      1128,
      284,
      heading(0, 'Fluent is not true', warm),
      heading(604, 'Learned is not fair', blue),
      line(552, 8, 552, 280, { stroke: rule, width: 2 }),
      step(1, hallucination()),
      step(2, bias(tools)),
    ),
})
