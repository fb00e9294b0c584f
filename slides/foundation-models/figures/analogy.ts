import { blue, dot, ink, line, rule, svg, text, warm } from './kit/svg.ts'
import { linear } from './kit/scale.ts'
import { json } from './kit/table.ts'

interface Toy {
  v_in: Record<string, number[]>
  expected: { analogies: { query: string; target: number[] }[] }
}

/** The toy vectors on their first two axes, and where king − man + woman lands. */
export function analogy(): string {
  const toy = json<Toy>('word2vec-toy.json')
  const x = linear([-0.9, 1.25], [40, 600])
  const y = linear([-0.8, 0.85], [370, 20])
  const place = (vector: number[]): [number, number] => [x(vector[0]!), y(vector[1]!)]
  const target = place(toy.expected.analogies[0]!.target)
  const [king, man, woman] = ['king', 'man', 'woman'].map((word) => place(toy.v_in[word]!)) as [
    number,
    number,
  ][]
  return svg(
    640,
    400,
    'king − man + woman lands nearest to king',
    line(x(-0.9), y(0), x(1.25), y(0), { opacity: 0.5, width: 1.5 }),
    line(x(0), y(-0.8), x(0), y(0.85), { opacity: 0.5, width: 1.5 }),
    text(x(1.25), y(0) + 46, 'royal', { anchor: 'end', size: 20, italic: true }),
    text(x(0) + 10, y(0.85) + 16, 'female', { anchor: 'start', size: 20, italic: true }),
    line(...man!, ...woman!, { stroke: rule, arrow: true, dash: '6 6' }),
    line(...king!, ...target, { stroke: warm, arrow: true, width: 3.5 }),
    ...Object.entries(toy.v_in).map(([word, vector]) => {
      const [px, py] = place(vector)
      const near = word === 'king' || word === 'queen'
      const left = ['prince', 'princess', 'apple'].includes(word)
      return (
        dot(px, py, 7, near ? blue : rule, { data: `${word} ${vector[0]} ${vector[1]}` }) +
        text(px + (left ? -13 : 13), py + (word === 'crown' ? -12 : 8), word, {
          anchor: left ? 'end' : 'start',
          size: 22,
          weight: near ? 700 : 400,
          fill: near ? blue : ink,
        })
      )
    }),
    dot(...target, 10, warm, { hollow: true }),
    text(target[0] - 16, target[1] - 14, 'king − man + woman', { anchor: 'end', fill: warm, weight: 600 }),
  )
}
