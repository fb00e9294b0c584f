import { blue, box, ink, line, svg, text } from './kit/svg.ts'
import { json } from './kit/table.ts'

interface Toy {
  attention: { sentences: string[][]; expected_for_bank: Record<string, { weights: number[] }> }
}

/** How much of its weight the word bank puts on each word of two sentences. */
export function attentionBank(): string {
  const { attention } = json<Toy>('attention-toy.json')
  return svg(
    1080,
    250,
    'The word bank attends to river in one sentence and to money in the other',
    ...Object.values(attention.expected_for_bank).flatMap(({ weights }, panel) => {
      const left = panel * 560
      return [
        ...attention.sentences[panel]!.flatMap((word, index) => {
          const x = left + 52 + index * 104
          const height = weights[index]! * 350
          const strong = weights[index]! > 0.3
          return [
            box(x - 32, 188 - height, 64, height, {
              stroke: blue,
              tint: strong ? 0.55 : 0.15,
              radius: 5,
              data: `${word} ${weights[index]}`,
            }),
            text(x, 178 - height, weights[index]!.toFixed(2), {
              size: 20,
              fill: strong ? blue : ink,
              weight: strong ? 700 : 400,
            }),
            text(x, 228, word, {
              size: 24,
              weight: word === 'bank' ? 700 : 400,
              fill: word === 'bank' ? blue : ink,
            }),
          ]
        }),
        line(left + 8, 189, left + 512, 189, { width: 2 }),
      ]
    }),
  )
}
