import { defineFigure } from 'lectern/figure'
import { icon, type IconName } from './kit/icons.ts'
import { blue, box, drawing, line, lines, paper, path, step, text, warm } from './kit/svg.ts'

const pillars: [string, string[]][] = [
  ['Data', ['broad, with', 'its own labels']],
  ['Compute', ['hardware', 'that grew']],
  ['Algorithms', ['Transformer,', '2017']],
]
const outlook: [IconName, string][] = [
  ['eye', 'vision'],
  ['film', 'multimodal'],
  ['robot', 'embodied'],
]

const ground = 292
const place = (index: number) => 122 + index * 230

/** A column with capital, foot and two flutes. */
function pillar(x: number, name: string): string {
  return [
    box(x - 104, 130, 208, 12, { stroke: blue, tint: 0.5, radius: 2 }),
    box(x - 104, 276, 208, 14, { stroke: blue, tint: 0.5, radius: 2 }),
    path(`M${x - 92} 142V276M${x + 92} 142V276`, { stroke: blue, width: 3 }),
    text(x, 220, name, { size: 29, weight: 700, fill: blue, display: true }),
  ].join('')
}

/** A sun that has not risen: dashes on the horizon. */
function sun(x: number, radius: number): string {
  const rays = Array.from({ length: 7 }, (_, index) => {
    const angle = (Math.PI * (index + 2.5)) / 11
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return line(
      x - (radius + 13) * cos,
      ground - (radius + 13) * sin,
      x - (radius + 27) * cos,
      ground - (radius + 27) * sin,
      {
        stroke: warm,
        width: 3,
      },
    )
  })
  return (
    `<path d="M${x - radius} ${ground}a${radius} ${radius} 0 0 1 ${2 * radius} 0z" fill="${warm}" fill-opacity="0.08"/>` +
    path(`M${x - radius} ${ground}a${radius} ${radius} 0 0 1 ${2 * radius} 0`, {
      stroke: warm,
      width: 3,
      dash: '3 10',
    }) +
    rays.join('')
  )
}

/** Three pillars carry the paradigm; on the horizon stands what comes next, and a goal marked as one. */
export const figure = defineFigure({
  title: 'Data, compute and algorithms carry foundation models',
  description:
    'Three pillars under one beam: data, broad and with labels of its own (self-supervision); compute, hardware that grew with the models; algorithms, the Transformer of 2017. On the horizon: vision, multimodal and embodied systems. General intelligence is an ambition, not a finding.',
  draw: () =>
    drawing(
      1128,
      446,
      path('M16 68L352 6L688 68z', { stroke: blue, width: 3 }),
      box(16, 68, 672, 62, { stroke: blue, tint: 1, radius: 3 }),
      text(352, 113, 'foundation models', { size: 40, weight: 700, fill: paper, display: true }),
      ...pillars.map(([name], index) => pillar(place(index), name)),
      line(2, ground, 1126, ground, { stroke: blue, width: 4 }),
      step(
        1,
        pillars.map(
          ([, words], index) =>
            box(place(index) - 92, 142, 184, 134, { stroke: blue, width: 0, radius: 0, tint: 0.14 }) +
            lines(place(index), 328, words, { size: 27, leading: 34 }),
        ),
      ),
      step(2, [
        sun(916, 90),
        ...outlook.map(([name, label], index) => {
          const x = 788 + index * 128 + (index === 2 ? 18 : 0)
          return (
            icon(name, x, ground - 44, 66, { stroke: blue }) +
            text(x, 328, label, { size: 25, weight: 600, fill: blue })
          )
        }),
        text(916, 104, 'general intelligence:', { size: 28, weight: 600, fill: warm }),
        text(916, 142, 'an ambition, not a finding', { size: 28, fill: warm }),
      ]),
      step(
        3,
        text(2, 436, 'Pre-train once on broad data, adapt in many ways.', {
          anchor: 'start',
          size: 46,
          weight: 700,
          display: true,
        }),
      ),
    ),
})
