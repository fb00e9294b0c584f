import { describe, expect, test } from 'vitest'
import { readRoadmapText } from '../../src/compiler/3-transform/roadmap-text.ts'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const road = 'Word2Vec → ELMo → GPT-1/BERT → GPT-3'
const names = ['Word2Vec', 'ELMo', 'GPT-1/BERT', 'GPT-3']
const fence = (text: string, attributes = '') => `\`\`\`roadmap${attributes}\n${text}\n\`\`\`\n`

const build = (source: string) => compile(source, memoryHost({}), { name: 'deck', path: 'deck.md' })

const plain = (nodes: { type: string; value?: string }[]) => nodes.map((node) => node.value ?? '').join('')

const read = (text: string) => readRoadmapText(text).stops.map((stop) => plain(stop.label as never))
const labels = (text: string) => readRoadmapText(text).stops.map((stop) => plain(stop.sublabel as never))

describe('an arrow diagram', () => {
  test.each(['→', '->', '=>', '-->', '⟶', '➜', '⇒', '==>', '──▶', '—>'])('parts stops at %s', (arrow) => {
    expect(read(names.join(` ${arrow} `))).toEqual(names)
    expect(read(names.join(arrow))).toEqual(names)
  })

  test.each([
    ['arrows', '词向量 → 上下文 → 预训练 → 规模化'],
    ['columns', '词向量      上下文    预训练        规模化'],
    ['full-width spaces', '词向量　上下文　预训练　规模化'],
    ['pipes', '词向量 | 上下文 | 预训练 | 规模化'],
    ['pipes at the ends', '| 词向量 | 上下文 | 预训练 | 规模化 |'],
    ['single spaces', '词向量 上下文 预训练 规模化'],
  ])('takes labels parted by %s', (_, second) => {
    expect(readRoadmapText(`${road}\n${second}`).complaints).toEqual([])
    expect(labels(`${road}\n${second}`)).toEqual(['词向量', '上下文', '预训练', '规模化'])
  })

  test('passes over blank lines and connectors', () => {
    expect(
      labels(`${road}\n\n   ↓   ↓    ↓   ↓\n   |   |    |   |\n词向量 → 上下文 → 预训练 → 规模化\n`),
    ).toHaveLength(4)
    expect(read('Word2Vec\n  ↓\nELMo\n  ↓\nGPT-3')).toEqual(['Word2Vec', 'ELMo', 'GPT-3'])
  })

  test('goes on after an arrow at the end or the beginning of a line', () => {
    expect(read('Word2Vec → ELMo →\n  GPT-1/BERT → GPT-3')).toEqual(names)
    expect(read('Word2Vec → ELMo\n→ GPT-1/BERT\n→ GPT-3')).toEqual(names)
    expect(read('Word2Vec → ELMo → \r\nGPT-1/BERT → GPT-3')).toEqual(names)
  })

  test('tells dates from labels in any order', () => {
    const { stops } = readRoadmapText(`${road}\n2013 → 2018 → 2018–2019 → May 2020\na → b → - → d`)
    expect(stops.map((stop) => stop.date)).toEqual(['2013', '2018', '2018–2019', 'May 2020'])
    expect(stops.map((stop) => plain(stop.sublabel as never))).toEqual(['a', 'b', '', 'd'])
  })

  test('reads links, and stops one a line', () => {
    const { stops } = readRoadmapText('[Word2Vec](#word2vec) → ELMo')
    expect(stops[0]).toMatchObject({ href: '#word2vec', label: [{ value: 'Word2Vec' }] })
    const lines = readRoadmapText('2013: Word2Vec — word vectors\n2018: ELMo — context').stops
    expect(lines.map((stop) => [plain(stop.label as never), stop.date])).toEqual([
      ['Word2Vec', '2013'],
      ['ELMo', '2018'],
    ])
    expect(plain(lines[1]!.sublabel as never)).toBe('context')
  })
})

describe('a road on slides', () => {
  test('is a figure whose stops step in, in order', async () => {
    const { slides, messages } = await build(
      `## Road\n\n${fence(`${road}\n词向量 → 上下文 → 预训练 → 规模化`, ' {#evolution}')}`,
    )
    const html = slides[0]!.html
    expect(messages).toEqual([])
    expect(html).toContain('data-roadmap="evolution"')
    expect([...html.matchAll(/data-fragment-index="(\d+)"/g)].map((match) => match[1])).toEqual([
      '0',
      '1',
      '2',
      '3',
    ])
    expect(html.match(/<span class="roadmap-sublabel" lang="zh">/g)).toHaveLength(4)
    expect(slides[0]!.steps).toBe(4)
    expect(slides[0]!.text).toContain('GPT-1/BERT 预训练')
  })

  test('stands still with .static', async () => {
    const { slides } = await build(`## Road\n\n${fence(road, ' {#evolution .static}')}`)
    expect(slides[0]!.steps).toBe(0)
    expect(slides[0]!.html).not.toContain('fragment')
  })

  test('is read from a list, with dates, text and links', async () => {
    const list = `:::roadmap{#models}
- **Word2Vec** (2013) 词向量

  Cheap enough for billions of words.
- 2018: ELMo — context
- [BERT](#bert) 预训练
- GPT-3 (2020)
:::

## BERT {#bert}
`
    const { slides, messages } = await build(`## Road\n\n${list}`)
    expect(messages).toEqual([])
    const html = slides[0]!.html
    expect([...html.matchAll(/roadmap-label">(?:<[^>]*>)*([^<]*)/g)].map((match) => match[1])).toEqual([
      'Word2Vec',
      'ELMo',
      'BERT',
      'GPT-3',
    ])
    expect([...html.matchAll(/roadmap-date">([^<]*)/g)].map((match) => match[1])).toEqual([
      '2013',
      '2018',
      '2020',
    ])
    expect(html).toContain('<a href="#bert" class="roadmap-link">BERT</a>')
    expect(html).toContain('Cheap enough')
  })

  test('is called up again by number and by name', async () => {
    const source = `## Road\n\n${fence(road)}\n## A\n\n::roadmap{at=1}\n\n## Between\n\n## B\n\n::roadmap{at="BERT"}\n\n## All\n\n::roadmap\n`
    const { slides, messages } = await build(source)
    expect(messages).toEqual([])
    const [first, a, , b, all] = slides
    expect(a!.html).toMatch(/data-at="1" data-from="0"/)
    expect(b!.html).toMatch(/data-at="3" data-from="1"/)
    expect(b!.html).toMatch(
      /data-state="here"[^>]*aria-current="step"|aria-current="step"[^>]*data-state="here"/,
    )
    expect(b!.html.match(/data-state="past"/g)).toHaveLength(2)
    expect(all!.html).not.toContain('data-at')
    expect(all!.steps).toBe(0)
    expect(first!.html).toContain('<a href="#a" class="roadmap-link">Word2Vec</a>')
    expect([first, a, b].map((slide) => slide!.attributes['data-auto-animate-id'])).toEqual([
      'roadmap-roadmap',
      'roadmap-roadmap',
      undefined,
    ])
  })

  test('keeps two roads apart', async () => {
    const source = `## One\n\n${fence('A → B', ' {#one}')}\n## Two\n\n${fence('C → D', ' {#two}')}\n## Back\n\n::roadmap{#one at=2}\n`
    const { slides } = await build(source)
    expect(slides[2]!.html).toContain('data-roadmap="one"')
  })

  test.each([
    [`## R\n\n${fence('↓')}`, 'roadmap-empty', 3, 1],
    ['## R\n\n:::roadmap\nno list\n:::\n', 'roadmap-empty', 3, 1],
    [`## R\n\n${fence(`${road}\n\n  a → b → c`)}`, 'roadmap-labels', 6, 3],
    [`## R\n\n${fence(road)}\n## S\n\n::roadmap{at=5}\n`, 'roadmap-at', 9, 1],
    [`## R\n\n${fence(road)}\n## S\n\n::roadmap{at="GPT-5"}\n`, 'roadmap-at', 9, 1],
    ['## S\n\n::roadmap{at=1}\n', 'roadmap-missing', 3, 1],
    [`## R\n\n${fence(road, ' {#one}')}\n## S\n\n::roadmap{#on at=1}\n`, 'roadmap-missing', 9, 1],
  ])('reports %j', async (source, rule, line, column) => {
    const { messages, slides } = await build(source)
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([[rule, line, column]])
    expect(messages[0]!.note).toBeTruthy()
    expect(slides.at(-1)!.html.length).toBeGreaterThan(10)
  })
})
