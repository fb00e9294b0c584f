import { scaleLinear } from 'd3-scale'
import { defineFigure } from 'lectern/figure'

import { chance } from './kit/chance.ts'
import { network } from './kit/layers.ts'
import { blue, box, dot, drawing, ink, line, moved, path, quiet, soft, step, text, warm } from './kit/svg.ts'

/** Drawings of 190 × 100 px around (0, 50). */
const ideas = {
  /** A concept is a pattern of activity, not a single unit. */
  units() {
    const random = chance(29)
    return Array.from({ length: 15 }, (_, index) => {
      const [x, y] = [((index % 5) - 2) * 38, 14 + Math.floor(index / 5) * 36]
      return `<circle cx="${x}" cy="${y}" r="13" fill="${blue}" fill-opacity="${(random() ** 1.5).toFixed(2)}" stroke="${blue}" stroke-width="2.5"/>`
    }).join('')
  },
  /** Words in, a guess out: the vectors are learnt on the way. */
  predictor() {
    const { drawn, nodes } = network([-84, 8, 140, 84], [3, 4, 1], {
      gap: 28,
      radius: 8,
      seed: 3,
      faint: 0.5,
    })
    const [x, y] = nodes[2]![0]!
    return drawn + dot(x, y, 9, warm) + line(x + 14, y, x + 40, y, { stroke: warm, width: 3, arrow: true })
  },
  /** Lines of words, one after the other, at speed. */
  stream() {
    const random = chance(41)
    return (
      Array.from({ length: 6 }, (_, row) => {
        let x = -96 + random() * 20
        const marks: string[] = []
        while (x < 70) {
          const length = 10 + random() * 26
          marks.push(`M${x.toFixed(1)} ${8 + row * 17}h${Math.min(length, 84 - x).toFixed(1)}`)
          x += length + 14
        }
        return path(marks.join(''), { stroke: blue, width: 6, opacity: 0.45 + 0.11 * row })
      }).join('') + path('M97 26l12 24l-12 24M110 26l12 24l-12 24', { stroke: warm, width: 4 })
    )
  },
  /** How often two words stand together. */
  counts() {
    const random = chance(13)
    const values = Array.from({ length: 36 }, () => random() ** 1.6)
    return values
      .map((_, index) => {
        const [row, column] = [Math.floor(index / 6), index % 6]
        const value = values[Math.min(row, column) * 6 + Math.max(row, column)]!
        return box(-54 + column * 18, -2 + row * 18, 15, 15, {
          stroke: blue,
          tint: 0.1 + 0.9 * value,
          width: 0,
          radius: 2,
        })
      })
      .join('')
  },
}

const milestones: [number, string, keyof typeof ideas][] = [
  [1986, 'a pattern of units', 'units'],
  [2003, 'a network predicts', 'predictor'],
  [2013, 'Word2Vec: cheap', 'stream'],
  [2014, 'GloVe: counts', 'counts'],
]

/** Four ideas over the true time line: long waits, then two in a row. */
export const figure = defineFigure({
  title: 'Word vectors in 1986, 2003, 2013 and 2014',
  description:
    '1986: a concept is a pattern over many units. 2003: a small network learns word vectors while it predicts. 2013: Word2Vec makes it cheap. 2014: GloVe fits counts. The dates stand on one scale: 17 years, 10 years, 1 year.',
  draw() {
    const time = scaleLinear([1986, 2014], [141, 987])
    return drawing(
      1128,
      284,
      line(60, 254, 1068, 254, { stroke: quiet, width: 2.5 }),
      ...[1990, 2000, 2010].map(
        (year) =>
          line(time(year), 248, time(year), 260, { width: 2 }) +
          text(time(year), 281, `${year}`, { size: 20, fill: soft }),
      ),
      ...milestones.map(([year], index) => {
        const x = 141 + index * 282
        return [
          path(`M${x} 190C${x} 226 ${time(year)} 214 ${time(year)} 246`, { stroke: quiet, width: 2.5 }),
          text(x, 182, `${year}`, { size: 42, weight: 700, fill: ink, display: true }),
          dot(time(year), 254, 8, quiet, { hollow: true }),
        ].join('')
      }),
      ...milestones.map(([year, name, idea], index) => {
        const x = 141 + index * 282
        return step(index + 1, [
          moved(x, 2, ideas[idea]()),
          text(x, 138, name, { size: 27, weight: 600, fill: blue }),
          path(`M${x} 190C${x} 226 ${time(year)} 214 ${time(year)} 246`, { stroke: blue, width: 3 }),
          dot(time(year), 254, 9, blue, { data: `${year}` }),
        ])
      }),
    )
  },
})
