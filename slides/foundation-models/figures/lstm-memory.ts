/** A page of text as a model with an LSTM remembers it: sharp, without order, gone. */
import { defineFigure } from 'lectern/figure'
import { blue, box, drawing, ink, line, moved, quiet, soft, step, text } from './kit/svg.ts'

const perRow = 25
const rowCount = 11
const pageLeft = 8
const pageWidth = 780
const end = pageLeft + pageWidth
const pitch = 33.5
const word = { height: 18, gap: 8 }

/** What Khandelwal et al. measured: order counts for 50 tokens, presence for 200. */
const sharp = 50
const known = 200

export const figure = defineFigure({
  title: 'The last 50 tokens are sharp, up to 200 without order, the rest is gone',
  description:
    'A page of 275 tokens that ends now. The model knows the last 50 tokens in their order, those up to 200 back without their order, and nothing of what stands before.',
  draw() {
    const page = Array.from({ length: rowCount }, (_, index) => rowOf(index))
    const back = (index: number) => (rowCount - index) * perRow
    const zone = (low: number, high: number) =>
      page.filter((_, index) => back(index) > low && back(index) <= high)
    const [gone, dim, crisp] = [zone(known, Infinity), zone(sharp, known), zone(0, sharp)]
    const plain = (rows: Token[][]) => rows.flat().map((token) => bar(token, ink, 0.75))
    return drawing(
      1128,
      rowCount * pitch + 28,
      step(1, plain(crisp), 'fade-out'),
      step(2, plain(dim), 'fade-out'),
      step(3, plain(gone), 'fade-out'),
      step(
        1,
        crisp.flat().map((token) => bar(token, blue, 0.95)),
      ),
      step(
        2,
        dim.flat().map((token) => bar(token, blue, 0.3, true)),
      ),
      step(
        3,
        gone.flat().map((token) => ghost(token)),
      ),
      line(end + 12, rowCount * pitch - 32, end + 12, rowCount * pitch - 5, { stroke: ink, width: 4 }),
      text(end + 14, rowCount * pitch + 20, 'now', { size: 24, weight: 600, anchor: 'end' }),
      bracket(0, sharp, 1, '50 tokens', ['in their order'], blue),
      bracket(sharp, known, 2, 'up to 200', ['which words,', 'not their order'], ink),
      bracket(known, rowCount * perRow, 3, 'beyond', ['no trace'], soft),
    )
  },
})

interface Token {
  x: number
  y: number
  width: number
  /** How far it is out of its place when the order is lost: px, px, degrees. */
  stray: [number, number, number]
}

/** Numbers between 0 and 1 that are the same in every build. */
const noise = (seed: number) => {
  const value = Math.sin(seed * 127.1 + 11.7) * 43758.5453
  return value - Math.floor(value)
}

/** One justified row of 25 words. */
function rowOf(row: number): Token[] {
  const lengths = Array.from({ length: perRow }, (_, index) => 1.6 + 6 * noise(row * 31 + index) ** 1.5)
  const unit = (pageWidth - word.gap * (perRow - 1)) / lengths.reduce((sum, length) => sum + length, 0)
  let x = pageLeft
  return lengths.map((length, index) => {
    const seed = row * 53 + index
    const stray = [0, 1, 2].map((axis) => noise(seed + axis * 997) * 2 - 1) as Token['stray']
    const token = { x, y: row * pitch + 8, width: length * unit, stray }
    x += length * unit + word.gap
    return token
  })
}

function bar({ x, y, width, stray }: Token, colour: string, tint: number, loose = false): string {
  const mark = (left: number, top: number) =>
    box(left, top, width, word.height, { stroke: colour, width: 0, tint, radius: 5 })
  if (!loose) return mark(x, y)
  const [dx, dy, turn] = stray
  const centre = [x + width / 2 + dx * 9, y + word.height / 2 + dy * 8]
  return moved(
    centre[0]!,
    centre[1]!,
    `<g transform="rotate(${Math.round(turn * 24)})">${mark(-width / 2, -word.height / 2)}</g>`,
  )
}

const ghost = ({ x, y, width }: Token) =>
  box(x, y, width, word.height, { stroke: quiet, width: 1.5, tint: 0, radius: 5, dash: '3 5', opacity: 0.95 })

/** A bracket over tokens `from` to `to` back, and what the model has of them. */
function bracket(
  from: number,
  to: number,
  at: number,
  name: string,
  words: string[],
  colour: string,
): string {
  const y = (back: number) => (rowCount - back / perRow) * pitch
  const [x, top, bottom] = [end + 42, y(to) + 9, y(from) - 9]
  const middle = (top + bottom) / 2
  const first = middle + 12 - words.length * 16 + 4
  return (
    line(x, top, x, bottom, { stroke: quiet, width: 4 }) +
    step(at, [
      line(x, top, x, bottom, { stroke: colour, width: 4 }),
      text(x + 24, first, name, { size: 40, weight: 700, fill: colour, anchor: 'start', display: true }),
      ...words.map((label, index) =>
        text(x + 24, first + 34 + index * 32, label, { size: 27, anchor: 'start' }),
      ),
    ])
  )
}
