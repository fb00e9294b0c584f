/** A slide that holds too much goes on over several, or is set closer; what belongs together stays together. */
import { describe, expect, test } from 'vitest'
import { compileText, type CompiledText } from '../support/compile-text.ts'

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')
const compiled = (source: string): Promise<CompiledText> => compileText(source, {}, { metrics: true })
const titles = ({ slides }: CompiledText): string[] => slides.map(({ title }) => title)
const words = 'says something that takes a line of the slide'

/** Every `word N` of the source, in the order in which the slides have them. */
const numbered = ({ slides }: CompiledText, word: string): number[] =>
  slides.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`${word} (\\d+)\\b`, 'g'))].map(([, n]) => Number(n)),
  )
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('a slide is split', () => {
  test('between items, with the number of the part in its heading and a slug of its own', async () => {
    const deck = await compiled(`## Long\n\n${lines(60, (n) => `- Item ${n} ${words}.`)}\n\n## Next\n\nText.`)
    const count = deck.slides.length - 1
    expect(count).toBeGreaterThan(2)
    expect(deck.slides.map(({ slug }) => slug)).toEqual([
      'long',
      ...upTo(count)
        .slice(1)
        .map((n) => `long-${n}`),
      'next',
    ])
    expect(deck.slides[1]!.html).toContain(`<h2>Long (2/${count})</h2>`)
    expect(titles(deck)[0]).toBe(`Long (1/${count})`)
    expect(numbered(deck, 'Item')).toEqual(upTo(60))
    expect(deck.manifest.slides).toHaveLength(deck.slides.length)
    expect(deck.reports).toContain(`1:1 slide-split The slide “Long” goes on over ${count} slides`)
  })

  test('an ordered list goes on counting', async () => {
    const { slides } = await compiled(`## Long\n\n${lines(60, (n) => `${n}. Item ${words}.`)}`)
    const first = slides[0]!.html.match(/<li>/g)!.length
    expect(slides[1]!.html).toContain(`<ol start="${first + 1}">`)
  })

  test('between rows, each part with the head', async () => {
    const deck = await compiled(
      `## Long\n\n| Name | What |\n|---|---|\n${lines(60, (n) => `| Row ${n} | ${words} |`)}`,
    )
    expect(deck.slides.length).toBeGreaterThan(2)
    for (const { html } of deck.slides) expect(html).toContain('<th>Name</th>')
    expect(numbered(deck, 'Row')).toEqual(upTo(60))
  })

  test('between lines of code, which keep their numbers', async () => {
    const deck = await compiled(
      `## Long\n\n\`\`\`js {line-numbers=true}\n${lines(90, (n) => `call(${n}) // line ${n}`)}\n\`\`\``,
    )
    expect(deck.slides.length).toBeGreaterThan(2)
    const first = deck.slides[0]!.html.match(/class="line"/g)!.length
    expect(deck.slides[1]!.html).toContain(`--first-line:${first}`)
    expect(numbered(deck, 'line')).toEqual(upTo(90))
  })

  test('between blocks, and a heading is not left behind', async () => {
    const part = (n: number) => `### Part ${n}\n\nParagraph ${n} ${`${words}, `.repeat(5)}and so on.`
    const deck = await compiled(`## Long\n\n${lines(14, (n) => `${part(n)}\n`)}`)
    expect(deck.slides.length).toBeGreaterThan(2)
    for (const { html } of deck.slides) expect(html.trim()).not.toMatch(/<\/h3>$/)
    expect(numbered(deck, 'Paragraph')).toEqual(upTo(14))
  })

  test('a paragraph longer than a slide between its sentences', async () => {
    const deck = await compiled(`## Long\n\n${lines(90, (n) => `Sentence ${n} ${words}.`)}`)
    expect(deck.slides.length).toBeGreaterThan(1)
    for (const { text } of deck.slides) expect(text).toMatch(/\.$/)
    expect(numbered(deck, 'Sentence')).toEqual(upTo(90))
  })

  test('columns each where they reach the foot', async () => {
    const column = (name: string, count: number) =>
      `:::column\n${lines(count, (n) => `- ${name} ${n}\n`)}\n:::`
    const deck = await compiled(`## Long\n\n:::columns\n${column('Left', 60)}\n${column('Right', 50)}\n:::`)
    expect(deck.slides.length).toBeGreaterThan(2)
    for (const { html } of deck.slides) expect(html.match(/class="column"/g)).toHaveLength(2)
    expect(numbered(deck, 'Left')).toEqual(upTo(60))
    expect(numbered(deck, 'Right')).toEqual(upTo(50))
  })

  test('raw HTML around blocks is closed and opened again', async () => {
    const deck = await compiled(
      `## Long\n\n<div class="box">\n\n${lines(30, (n) => `Block ${n} ${words}.\n`)}\n</div>`,
    )
    expect(deck.slides.length).toBeGreaterThan(1)
    for (const { html } of deck.slides) expect(html).toMatch(/<div class="box">[^]*<\/div>$/)
    expect(numbered(deck, 'Block')).toEqual(upTo(30))
  })

  test('never inside a formula', async () => {
    const rows = lines(60, (n) => `x_{${n}} &= \\frac{a}{b} \\\\`)
    const { slides, reports } = await compiled(`## Long\n\n$$\n\\begin{aligned}\n${rows}\n\\end{aligned}\n$$`)
    expect(reports).toEqual([
      '1:1 slide-overflow The slide “Long” holds more than its stage, even in the smallest type that can be read',
    ])
    expect(slides).toHaveLength(1)
    expect(slides[0]!.attributes['data-fit']).toBeDefined()
  })
})

describe('what goes with the parts', () => {
  const items = (from: number, to: number, more = '') =>
    lines(to - from + 1, (n) => `- Item ${from + n - 1} ${words}.${more}`)

  test('steps, counted anew on each', async () => {
    const deck = await compiled(`## Long\n\n${items(1, 60, '{.fragment}')}`)
    for (const { html, steps } of deck.slides) {
      const indices = [...html.matchAll(/data-fragment-index="(\d+)"/g)].map(([, index]) => Number(index))
      expect(indices).toEqual(indices.map((_, index) => index))
      expect(steps).toBe(indices.length)
    }
    expect(deck.slides.reduce((sum, { steps }) => sum + steps, 0)).toBe(60)
  })

  test('notes: of a step with the step, between blocks with the block, of the whole with the first', async () => {
    const { slides } = await compiled(
      `## Long\n\n${items(1, 30, '{.fragment}')}\n\n:::notes\nOf the first.\n:::\n\n${items(31, 60)}\n\nText.\n\n:::notes\nSaid of all.\n\n[click:20] Said of item twenty.\n:::`,
    )
    const twenty = slides.find(({ text }) => text.includes('Item 20 '))!
    const rank =
      twenty.html.slice(0, twenty.html.indexOf('Item 20 ')).match(/data-fragment-index/g)!.length - 1
    expect(slides[0]!.notes).toContain('Said of all.')
    expect(twenty.notes).toContain('Said of item twenty.')
    expect(twenty.notes).toContain(`data-fragment-index="${rank}"`)
    expect(slides.find(({ text }) => text.includes('Item 30 '))!.notes).toContain('Of the first.')
  })

  test('footnotes with what cites them, counted from 1', async () => {
    const { slides } = await compiled(
      `## Long\n\nSee[^a].\n\n${items(1, 60)}\n\nAnd[^b].\n\n[^a]: First note.\n\n[^b]: Second note.`,
    )
    expect(slides[0]!.html).toContain('First note.')
    expect(slides[0]!.html).not.toContain('Second note.')
    expect(slides.at(-1)!.html).toContain('Second note.')
    expect(slides.at(-1)!.html).toMatch(/doc-noteref"[^>]*>1<\/a>/)
  })

  test('a part that is too full all the same is named where it begins', async () => {
    const { reports } = await compiled(
      `## Long\n\n${lines(14, (n) => `- Item ${n} ${words}.`)}\n\n<div style="height:900px"></div>\n`,
    )
    expect(reports.filter((report) => report.includes('slide-overflow'))).toEqual([
      expect.stringMatching(/^18:1 slide-overflow The slide “Long \(2\/2\)”/),
    ])
  })

  test('no slug that another slide has', async () => {
    const { slides } = await compiled(`## Long\n\n${items(1, 60)}\n\n## Long\n\nText.`)
    const slugs = slides.map(({ slug }) => slug)
    expect(slugs.at(-1)).toBe('long-2')
    expect(slugs[1]).toBe('long-part-2')
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('an id stays on one of them', async () => {
    const { html } = await compiled(`## Long\n\n{#here}\n${items(1, 60)}\n\n> ${words}\n{#there}`)
    for (const id of ['here', 'there']) expect(html.split(`id="${id}"`).length).toBeLessThanOrEqual(2)
  })
})

describe('the policy', () => {
  const some = lines(14, (n) => `Block ${n} ${words}.\n`)
  const many = lines(60, (n) => `Block ${n} ${words}.\n`)

  test('a slide a little too full is set closer, then smaller', async () => {
    const { slides } = await compiled(`## A\n\n${some}`)
    expect(slides).toHaveLength(1)
    expect(slides[0]!.attributes['data-fit']).toMatch(/^[1-9]$/)
    expect(slides[0]!.attributes.style).toContain('--fit-space:')
  })

  test('`split` keeps the size of the type', async () => {
    const { slides } = await compiled(`## A {fit=split}\n\n${some}`)
    expect(slides.length).toBeGreaterThan(1)
    for (const { attributes } of slides) expect(attributes['data-fit']).toBeUndefined()
  })

  test('`shrink` keeps a slide whole', async () => {
    const { slides } = await compiled(`---\nfit: shrink\n---\n\n## A\n\n${many}`)
    expect(slides).toHaveLength(1)
    expect(slides[0]!.attributes['data-fit']).toBe('9')
  })

  test('`scroll` lets it scroll', async () => {
    const { slides } = await compiled(`## A {fit=scroll}\n\n${many}`)
    expect(slides.map(({ attributes }) => attributes['data-fit'])).toEqual(['scroll'])
  })

  test('`error` says so, with the place', async () => {
    const { slides, reports } = await compiled(`---\nfit: error\n---\n\n## A\n\n${some}\n\n## B\n\nText.`)
    expect(slides).toHaveLength(2)
    expect(reports.filter((report) => report.includes('slide-overflow')).join('\n')).toMatch(
      /^5:1 slide-overflow The slide “A” is about \d+ px too high for its stage$/,
    )
  })

  test('a policy that is none is told', async () => {
    const { reports } = await compiled('## A {fit=squeeze}\n\nText.')
    expect(reports).toEqual(['1:1 attribute-value `fit=squeeze` is not known'])
  })

  test('a slide that fits is left as it is', async () => {
    const source = '## A\n\nText with $x$.\n\n- One\n- Two'
    const { slides } = await compiled(source)
    expect(slides).toEqual((await compileText(source)).slides)
  })
})
