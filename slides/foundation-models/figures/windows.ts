import { defineFigure } from 'lectern/figure'
import { blue, box, drawing, ink, line, path, quiet, rule, soft, step, text, warm } from './kit/svg.ts'

const words = ['the', 'old', 'bank', 'holds', 'money']
const [width, gap, top, height] = [99, 6, 104, 58]

/** The sentence with the word in the middle picked out, and its name. */
function sentence(x: number, name: string, task: string, colour: string): string {
  return [
    text(x, 28, name, { anchor: 'start', size: 32, weight: 700, fill: colour, display: true }),
    text(x + 5 * width + 4 * gap, 28, task, { anchor: 'end', size: 26, fill: soft }),
    ...words.map((word, index) => {
      const at = x + index * (width + gap)
      const hidden = index === 2
      return (
        box(at, top, width, height, {
          stroke: hidden ? colour : quiet,
          tint: hidden ? 0.16 : 0.05,
          width: hidden ? 3.5 : 2,
        }) +
        text(at + width / 2, top + 38, word, {
          size: 27,
          weight: hidden ? 700 : 400,
          fill: hidden ? colour : ink,
        })
      )
    }),
  ].join('')
}

/** Arches between the middle word and its four neighbours, with heads inwards or outwards. */
function arches(x: number, colour: string, inward: boolean): string {
  const centre = (index: number) => x + index * (width + gap) + width / 2
  return [0, 1, 3, 4]
    .map((index) => {
      const side = Math.sign(index - 2)
      const near = centre(2) + side * (Math.abs(index - 2) === 2 ? 12 : 34)
      const far = centre(index)
      const [from, to] = inward ? [far, near] : [near, far]
      const rise = Math.abs(index - 2) === 2 ? 78 : 44
      return path(`M${from} ${top - 6}C${from} ${top - rise} ${to} ${top - rise} ${to} ${top - 9}`, {
        stroke: colour,
        width: 3,
        arrow: true,
      })
    })
    .join('')
}

/** Brackets under the two words before and after, c words to each side. */
function brackets(x: number): string {
  const y = top + height + 10
  return [0, 3]
    .map((index) => {
      const from = x + index * (width + gap)
      const to = from + 2 * width + gap
      return (
        path(`M${from + 4} ${y}v10H${to - 4}v-10`, { stroke: soft, width: 2.5 }) +
        text((from + to) / 2, y + 37, index === 0 ? 'c = 2 before' : 'c = 2 after', { size: 24, fill: soft })
      )
    })
    .join('')
}

/** One sentence, two guessing games. */
export const figure = defineFigure({
  title: 'CBOW guesses the middle word from both sides, skip-gram the neighbours from the middle word',
  description:
    'The sentence "the old bank holds money", twice, with a window of two words on each side of "bank". In CBOW the arrows run from the four neighbours into the middle word, in skip-gram from the middle word out to the neighbours.',
  draw: () =>
    drawing(
      1128,
      213,
      sentence(0, 'CBOW', 'both sides → middle', blue),
      sentence(608, 'skip-gram', 'middle → both sides', warm),
      line(564, 4, 564, 210, { stroke: rule, width: 2 }),
      step(1, [brackets(0), brackets(608), arches(0, blue, true), arches(608, warm, false)]),
    ),
})
