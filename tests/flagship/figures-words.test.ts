/** Words as vectors, attention and fine-tuning: what is drawn follows from the data and from the formulas. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { descend, loss, starts } from '../../slides/foundation-models/figures/loss-surface.ts'
import { folder } from './deck.ts'
import { draw, valuesIn } from './draw.ts'

const json = <T>(name: string): T => JSON.parse(readFileSync(`${folder}data/${name}`, 'utf8')) as T
const dot = (a: number[], b: number[]) => a.reduce((sum, value, axis) => sum + value * b[axis]!, 0)
const labels = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]!)

describe('analogies', () => {
  interface Toy {
    v_in: Record<string, number[]>
    expected: { analogies: { query: string; target: number[]; ranking: [string, number][] }[] }
  }
  const toy = json<Toy>('word2vec-toy.json')
  const cosine = (a: number[], b: number[]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
  /** Words by their cosine with the sum, as a reader would work it out. */
  const ranked = (query: string) => {
    const [a = [], b = [], c = []] = query.split(/ [-+] /).map((word) => toy.v_in[word])
    const target = a.map((value, axis) => value - b[axis]! + c[axis]!)
    return Object.entries(toy.v_in)
      .map(([word, vector]): [string, number] => [word, cosine(target, vector)])
      .toSorted((one, other) => other[1] - one[1])
  }

  test.each(toy.expected.analogies)('$query follows from the vectors', ({ query, ranking }) => {
    const own = ranked(query)
    expect(own.map(([word]) => word)).toEqual(ranking.map(([word]) => word))
    own.forEach(([, value], place) => expect(value).toBeCloseTo(ranking[place]![1], 5))
  })

  test('eight words stand at their vectors, and the walk ends at the sum', async () => {
    const values = await valuesIn('analogy')
    for (const [word, vector] of Object.entries(toy.v_in))
      expect(values).toContain(`${word} ${vector.join(' ')}`)
    expect(values).toContain('end 0.98 -0.05 0.60')
  })

  test('the bars are the four nearest words of both questions', async () => {
    const drawn = labels(await draw('analogy'))
    for (const query of ['king - man + woman', 'prince - man + woman']) {
      expect(drawn).toContain(query.replace('-', '−'))
      for (const [word, value] of ranked(query).slice(0, 4)) {
        expect(drawn).toContain(word)
        expect(drawn).toContain(value.toFixed(3))
      }
    }
    const free = (query: string) => ranked(query).filter(([word]) => !query.split(' ').includes(word))[0]![0]
    expect([ranked('king - man + woman')[0]![0], free('king - man + woman')]).toEqual(['king', 'queen'])
    expect(free('prince - man + woman')).toBe('king')
  })
})

describe('attention', () => {
  interface Toy {
    attention: { embeddings: Record<string, number[]>; sentences: string[][] }
  }
  const { embeddings, sentences } = json<Toy>('attention-toy.json').attention

  test.each(sentences.map((words) => ({ words })))('$words: scores, weights and sum', async ({ words }) => {
    const vectors = words.map((word) => embeddings[word]!)
    const scores = vectors.map((key) => (6 * dot(embeddings.bank!, key)) / Math.sqrt(3))
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0)
    const weights = scores.map((score) => Math.exp(score) / total)
    const output = [0, 1, 2].map((axis) =>
      dot(
        weights,
        vectors.map((vector) => vector[axis]!),
      ),
    )

    const drawn = labels(await draw('attention-bank'))
    const rowOf = (values: number[]) => values.map((value) => value.toFixed(2)).join(' ')
    for (const row of [scores, weights]) expect(drawn.join(' ')).toContain(rowOf(row))
    const bars = (await valuesIn('attention-bank')).filter((value) => value.startsWith(words.at(-1)!))
    bars.forEach((bar, axis) => expect(Number(bar.split(' ')[2])).toBeCloseTo(output[axis]!, 5))
    expect(bars).toHaveLength(3)
    expect(output.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 10)
  })
})

test('masks: GPT-1 sees itself and what came before, BERT sees all', async () => {
  const values = await valuesIn('masks')
  const seen = (name: string) => values.filter((value) => value.startsWith(name))
  expect(seen('BERT')).toHaveLength(16)
  expect(seen('GPT-1')).toHaveLength(10)
  for (const value of seen('GPT-1')) {
    const [, row, column] = /(\d) sees (\d)/.exec(value)!
    expect(Number(column)).toBeLessThanOrEqual(Number(row))
  }
})

test('the recipe lands on its days, on one scale', async () => {
  const svg = await draw('recipe')
  const marks = [...svg.matchAll(/cx="([\d.]+)"[^>]*data-value="(.+?) (\d{4}-\d\d-\d\d)"/g)].map(
    ([, x, name, date]) => ({ x: Number(x), name, day: Date.parse(date!) / 86_400_000 }),
  )
  expect(marks.map(({ name }) => name)).toEqual(['Dai &amp; Le', 'ULMFiT', 'Liu et al.', 'GPT-1', 'BERT'])
  const [, first, ...later] = marks
  const perDay = (later.at(-1)!.x - first!.x) / (later.at(-1)!.day - first!.day)
  for (const { x, day } of later) expect((x - first!.x) / perDay).toBeCloseTo(day - first!.day, -0.5)
})

test('a page of text: 50 tokens sharp, 150 more without order, the rest gone', async () => {
  const svg = await draw('lstm-memory')
  const zone = (at: number) => new RegExp(`<g data-step="${at}">(?:(?!<g data-step).)*`, 's').exec(svg)![0]
  const bars = (at: number) => zone(at).match(/<rect /g)!.length
  expect([1, 2, 3].map(bars)).toEqual([50, 150, 75])
})

describe('two descents', () => {
  const [long, short] = [descend(starts.random), descend(starts.pretrained)]

  test('both end at the same minimum, one much sooner', () => {
    const [a, b] = [long.at(-1)!, short.at(-1)!]
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(0.3)
    expect(loss(a)).toBeLessThan(0.005)
    expect(loss(b)).toBeLessThan(0.005)
    expect(long.length).toBeGreaterThan(5 * short.length)
  })

  test('every step goes down', () => {
    for (const path of [long, short])
      path.slice(1).forEach((point, index) => expect(loss(point)).toBeLessThan(loss(path[index]!)))
  })

  test('the labels count the steps', async () => {
    const drawn = labels(await draw('loss-surface'))
    expect(drawn).toContain(`${long.length - 1} steps`)
    expect(drawn).toContain(`${short.length - 1} steps`)
  })
})

test('ELMo: bank has one dot by Word2Vec and one in each sentence', async () => {
  expect(labels(await draw('elmo')).filter((label) => label === 'bank')).toHaveLength(5)
})
