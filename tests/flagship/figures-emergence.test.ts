/** Paradigms and emergence: what is drawn follows from the data and from the formulas. */
import { describe, expect, test } from 'vitest'
import { json, table } from '../../slides/foundation-models/figures/kit/table.ts'
import { draw, figureOf, toolsOf, valuesIn } from './draw.ts'

const tools = toolsOf()
const labels = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]!)
const steps = (svg: string) =>
  new Set([...svg.matchAll(/data-step="(\d+)"/g)].map((match) => Number(match[1])))

/** Marks with a value behind them: its words, and where they stand. */
const marks = (svg: string) =>
  [...svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"[^>]*data-value="([^"]+)"/g)].map((match) => ({
    x: Number(match[1]),
    y: Number(match[2]),
    words: match[3]!.split(' '),
  }))

/** How far points are from the straight line through the first and the last of them. */
function bend(points: [value: number, place: number][]): number {
  const [[a, b], [c, d]] = [points[0]!, points.at(-1)!]
  return Math.max(...points.map(([value, place]) => Math.abs(b + ((value - a) / (c - a)) * (d - b) - place)))
}

describe('MMLU', () => {
  test('four sizes of the file, each at its height', async () => {
    const rows = table(tools, 'mmlu-gpt3.csv')
    const drawn = marks(await draw('mmlu'))
    expect(drawn.map(({ words }) => words)).toEqual(rows.map((row) => [row.params, row.mmlu_5shot]))
    expect(bend(drawn.map(({ words, y }) => [Number(words[1]), y]))).toBeLessThan(0.5)
    expect(bend(drawn.map(({ words, x }) => [Math.log(Number(words[0])), x]))).toBeLessThan(0.5)
  })

  test('says the chance of the file and how far apart the last two sizes are', async () => {
    const drawn = labels(await draw('mmlu'))
    const [{ chance }] = table(tools, 'mmlu-gpt3.csv') as [Record<string, string>]
    expect(drawn).toContain(`chance: ${Number(chance)}%`)
    expect(drawn).toContain(`${Math.round(175 / 13)} times larger; no size tested between`)
  })
})

describe('thresholds', () => {
  test('22 abilities, smallest size lowest, at their place on a log axis', async () => {
    const rows = table(tools, 'emergent-abilities.csv')
    const drawn = marks(await draw('thresholds')).slice(0, 22)
    expect(drawn.map(({ words }) => words.join(' ')).toSorted()).toEqual(
      rows.map((row) => `${row.ability} ${row.params}`).toSorted(),
    )
    const sizes = drawn.map(({ words }) => Number(words.at(-1)))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(sizes.at(0)).toBe(40e6)
    expect(sizes.at(-1)).toBe(540e9)
    expect(bend(drawn.map(({ x }, index) => [Math.log(sizes[index]!), x]))).toBeLessThan(0.5)
  })

  test('the named ones stand beside their sizes', async () => {
    const drawn = labels(await draw('thresholds'))
    for (const [name, size] of [
      ['scratchpad sums', '40M'],
      ['3-digit sums', '13B'],
      ['instruction following', '68B'],
      ['chain of thought', '68B'],
      ['MMLU', '175B'],
      ['word in context', '540B'],
    ] as const)
      expect(drawn[drawn.indexOf(name) + 1]).toBe(size)
  })

  test('the counter-example shows all rows of HumanEval', async () => {
    const rows = table(tools, 'humaneval-codex.csv')
    const drawn = marks(await draw('thresholds')).slice(22)
    expect(drawn.map(({ words }) => words.map(Number))).toEqual(
      rows.map((row) => [Number(row.params), Number(row.pass_at_1)]),
    )
    expect(bend(drawn.map(({ words, y }) => [Number(words[1]), y]))).toBeLessThan(0.5)
  })
})

test('GSM8K: three families of the file on one scale', async () => {
  const rows = table(tools, 'cot-arithmetic.csv').filter(
    (row) => row.benchmark === 'GSM8K' && ['LaMDA', 'GPT', 'PaLM'].includes(row.family!),
  )
  expect(rows).toHaveLength(12)
  const svg = await draw('gsm8k')
  expect((await valuesIn('gsm8k')).toSorted()).toEqual(
    rows
      .flatMap((row) => [
        `${row.family} ${row.params} standard ${row.standard}`,
        `${row.family} ${row.params} cot ${row.cot}`,
      ])
      .toSorted(),
  )
  expect(bend(marks(svg).map(({ words, y }) => [Number(words[3]), y]))).toBeLessThan(0.5)
  for (const row of rows) expect(Number(row.cot) - Number(row.standard)).toBeCloseTo(Number(row.gain), 5)
  const drawn = labels(svg)
  for (const harm of ['8B: 3.2 → 1.6', '6.7B: 4.0 → 2.4', '8B: 4.9 → 4.1']) expect(drawn).toContain(harm)
  for (const best of ['14.3', '46.9', '56.9', '6.5', '15.6', '17.9']) expect(drawn).toContain(best)
})

describe('mirage', () => {
  const { c, alpha } = json<{ constants: { c: number; alpha: number } }>(tools, 'mirage.json').constants
  const skill = (size: number) => Math.exp(-((size / c) ** alpha))
  const rows = table(tools, 'mirage-curves.csv')

  test('the file follows from the formulas', () => {
    for (const row of rows.filter((row) => Number(row.exact_match_L30) > 1e-6)) {
      const size = Number(row.N)
      expect(skill(size) / Number(row.p_token)).toBeCloseTo(1, 3)
      expect(skill(size) ** 30 / Number(row.exact_match_L30)).toBeCloseTo(1, 2)
      expect((30 * (1 - skill(size))) / Number(row.token_edit_distance_L30)).toBeCloseTo(1, 2)
    }
  })

  test('the notes give its numbers', () => {
    expect([1e9, 1e10, 1e11].map((size) => Number((skill(size) ** 30 * 100).toPrecision(2)))).toEqual([
      0.55, 19, 59,
    ])
  })

  test('each curve passes through the points of its column', async () => {
    const curves = [...(await draw('mirage')).matchAll(/<path d="(M[^"]*C[^"]*)"/g)].map((match) =>
      match[1]!
        .slice(1)
        .split('C')
        .map((piece) => piece.split(',').map(Number).at(-1)!),
    )
    const columns = [
      'p_token',
      'exact_match_L5',
      'exact_match_L10',
      'exact_match_L30',
      'token_edit_distance_L30',
    ]
    expect(curves).toHaveLength(columns.length + 1)
    columns.forEach((column, index) =>
      expect(bend(rows.map((row, place) => [Number(row[column]), curves[index]![place]!]))).toBeLessThan(0.5),
    )
    const logs = rows
      .map((row) => Math.log(Number(row.exact_match_L30)))
      .filter((log) => log > Math.log(1e-12))
    expect(bend([Math.log(1e-12), ...logs].map((log, place) => [log, curves.at(-1)![place]!]))).toBeLessThan(
      0.5,
    )
  })
})

test('the three voices are sketches without numbers', async () => {
  const svg = await draw('debate')
  expect(await valuesIn('debate')).toEqual([])
  expect(labels(svg).filter((label) => /\d/.test(label) && !/, 20\d\d$/.test(label))).toEqual([])
  expect((await figureOf('debate')).description).toMatch(/^Illustrative/)
})

test('the staircase has five rungs and a step for each shift', async () => {
  const svg = await draw('ladder')
  expect(labels(svg).filter((label) => /[\u4e00-\u9fff]/.test(label))).toEqual([
    '特征工程',
    '表示学习',
    '迁移学习',
    '不动参数',
    '零参数更新',
  ])
  expect([...steps(svg)]).toEqual([1, 2, 3, 4])
})

test('human work: the drawing says what its table says, and labels dwindle', async () => {
  const svg = await draw('human-work')
  const words = labels(svg).join(' ')
  const { rows } = (await figureOf('human-work')).table!(tools)
  for (const cell of rows.flat()) expect(words).toContain(String(cell).replace('₀', ''))
  const dots = [...svg.matchAll(/translate\(([\d.]+) 286\)">((?:<circle[^>]*>)+)/g)].map(
    (match) => match[2]!.split('<circle').length - 1,
  )
  const [many, most, few, none, some] = dots as [number, number, number, number, number]
  expect(dots).toHaveLength(5)
  expect([none, some, few, many, most]).toEqual(dots.toSorted((a, b) => a - b))
})
