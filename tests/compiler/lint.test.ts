/** What lecturers want to know: said where it is so, and silent where it is not. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { compileText } from '../support/compile-text.ts'

const lint = async (source: string): Promise<string[]> => (await compileText(source, { 'a.png': '' })).reports

const rulesOf = async (source: string): Promise<string[]> =>
  (await lint(source)).map((report) => report.split(' ').slice(0, 2).join(' '))

describe('foreign syntax is named where it stands', () => {
  test.for([
    ['<v-clicks>\n\n- a\n\n</v-clicks>', "3:1 Slidev's: `<v-click>`; 1 more place"],
    ['<div v-click>a</div>', "3:6 Slidev's: `<v-click>`"],
    ['::right::', "3:1 Slidev's: a slot `::right::`"],
    [
      'a\n\n---\nlayout: two-cols\nclass: x\n---\n\n## B',
      "6:1 Slidev's: the facts of one slide between two `---`",
    ],
    ['<Youtube id="x" />', "3:1 Slidev's: a component of Vue"],
    ['<!-- _class: lead -->', "3:1 Marp's: a directive in a comment"],
    ['<!--\n_paginate: skip\n-->', "3:1 Marp's: a directive in a comment"],
    ['![bg right:40%](a.png)', "3:1 Marp's: the place or size of an image in its text"],
    ['![w:600 A cat](a.png)', "3:1 Marp's: the place or size of an image in its text"],
    ['a\n\n???\nnotes', "5:1 remark's: `???` before notes"],
    ['a\n\n--\n\nb', "5:1 remark's: `--` alone on a line, a pause"],
    ['a .center[b]', "3:3 remark's: a class around text, `.class[…]`"],
    ['a\n\n---\nclass: middle\n\n## B', "6:1 remark's: properties of a slide at its head"],
    ['{{< video a.mp4 >}}', "3:1 Quarto's: a shortcode `{{< … >}}`"],
    ['```{r}\n1 + 1\n```', "3:1 Quarto's: code that runs, `{r}`"],
    ['There are `r nrow(x)` rows.', "3:11 Quarto's: a value that is worked out, `` `r …` ``"],
    ['    {{1}}\n\ntext', undefined],
    ['{{1}}\ntext', "3:1 LiaScript's: a step `{{1}}`"],
    ['@[youtube](abc)', "3:1 markdown-it's: a video `@[…](…)`"],
    ['<!--v-->', "3:1 reveal-md's: a separator in a comment"],
    ['---v', "3:1 reveal-md's: `---v`, a vertical slide"],
    ['<!-- colstart -->', "3:1 reveal-md's: columns in comments"],
    ['</section><section>', "3:1 Reveal's: slides as `<section>` in Markdown"],
    ['{% include a.md %}', "3:1 Jekyll's: a tag `{% … %}`"],
    ['![[cat.png|300]]', "3:1 Obsidian's: an embedded file `![[…]]`"],
    ['<grid drag="50 50" drop="0 0">\n\na\n\n</grid>', "3:1 Obsidian's: a `<grid>` of Advanced Slides"],
    ['```{note}\na\n```', "3:1 MyST's: a directive in a fence, `{note}`"],
    ['As {cite}`key` says.', "3:4 MyST's: a role such as `{cite}`"],
    ['\\begin{frame}', "3:1 LaTeX Beamer's: a frame"],
    [':label:`sec_a`', "3:1 D2L's: a role such as `:label:`"],
  ] as const)('%j', async ([body, says]) => {
    const { reports } = await compileText(`## A\n\n${body}\n`, { 'a.png': '' })
    const foreign = reports
      .filter((report) => report.includes('foreign-syntax'))
      .map((report) => report.replace(' foreign-syntax This is', ''))
    expect(foreign).toEqual(says === undefined ? [] : [says])
  })
})

test.for([
  // Ours, or plain Markdown.
  '::: {.incremental}\n- a\n:::',
  '- a <!-- .element: class="fragment" -->',
  '<!-- .slide: data-background="red" -->',
  '<!-- notes: say hello -->',
  '<!-- a remark: nothing to see -->',
  '[span]{.center}',
  '. . .',
  'text -- and more',
  'See fig.[1] and Fig.[2].',
  'a.b[0] and `.center[x]`',
  '```html\n<v-click>\n```',
  '`<v-click>` and `{{< video >}}`',
  '$a_{{1}}$',
  'He said: class: none',
  '> [!note] Title\n> text',
  '![a cat, w: wide](a.png)',
  '![background noise](a.png)',
  'A list [[1]] and [[2]](#a), a set {a, b} and {term}.',
  'mail@example.org and @key',
  '```js\n// ???\n--\n```',
  '| a | b |\n|--|--|\n| 1 | 2 |',
])('nothing is said of %j', async (body) => {
  const { reports } = await compileText(`## A\n\n${body}\n`, { 'a.png': '' })
  expect(reports.filter((report) => /foreign-syntax|list-|code-unclosed/.test(report))).toEqual([])
})

test('`lectern import` is named for the tools that it knows', async () => {
  const { messages } = await compileText('## A\n\n![bg](a.png)\n\n![[a.png]]\n', { 'a.png': '' })
  const notes = messages.filter(({ ruleId }) => ruleId === 'foreign-syntax').map(({ note }) => note)
  expect(notes).toEqual([
    'Write `![words](file){width=600}`; for a background, `## Title {background=file}`. For the whole deck, run `lectern import`.',
    'Write `![words](file.png)`; for a text, `::include{file=part.md}`.',
  ])
})

test('many slides that begin with # are told once', async () => {
  const deck = Array.from({ length: 9 }, (_, index) => `# Slide ${index}\n\ntext\n`).join('\n')
  expect(await rulesOf(deck)).toEqual(['1:1 foreign-syntax'])
  expect(await rulesOf(deck.replaceAll('# Slide', '## Slide'))).toEqual([])
})

test('code that nothing closes is told at its fence', async () => {
  expect(await rulesOf('## A\n\n```js\nlet a\n\n## B\n')).toEqual(['3:1 code-unclosed'])
  expect(await rulesOf('## A\n\n- a\n\n  ~~~\n  b\n\nc\n')).toEqual(['5:3 code-unclosed'])
  expect(await rulesOf('## A\n\n````md\n```\n````\n\n> ```js\n> a\n> ```\n\n- ```js\n  a\n  ```\n')).toEqual(
    [],
  )
})

test('an indent that does not do what it looks like', async () => {
  expect(await rulesOf('## A\n\n1. one\n  - a\n  - b\n2. two\n')).toEqual(['4:3 list-indent'])
  expect(await rulesOf('## A\n\n1. one\n   - a\n2. two\n')).toEqual([])
  expect(await rulesOf('## A\n\ntext\n\n    - a\n    - b\n')).toEqual(['5:1 list-indent'])
  // Code by its indent is code as long as it does not look like a list.
  expect(await rulesOf('## A\n\ntext\n\n    let a = 1\n')).toEqual([])
})

test('tabs and spaces in one list', async () => {
  expect(await rulesOf('## A\n\n- a\n\t- b\n    - c\n')).toEqual(['5:1 list-tabs'])
  expect(await rulesOf('## A\n\n- a\n\t- b\n\t- c\n\n- d\n')).toEqual([])
})

test('a name defined twice', async () => {
  expect(await lint('## A\n\n[x][a]\n\n[a]: https://one.org\n[a]: https://two.org\n')).toEqual([
    '6:1 key-duplicate `[a]` is defined twice; line 5 counts',
  ])
  expect(await rulesOf('## A\n\n[x][a]\n\n[a]: https://one.org\n[a]: https://one.org\n')).toEqual([])
  expect(await rulesOf('## A\n\nx[^n]\n\n[^n]: one\n\n[^n]: two\n')).toContain('7:1 key-duplicate')
})

describe('slides', () => {
  const headed = (count: number): string =>
    Array.from({ length: count }, (_, index) => `## Slide ${index}\n\nsome text\n`).join('\n')
  const words = (count: number): string =>
    Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

  test('one without a heading among many that have one', async () => {
    expect(await rulesOf(`${headed(6)}\n---\n\n${words(20)}\n`)).toEqual(['27:1 slide-heading'])
  })

  test('no word of it where `---` is the style, or where the slide is a picture', async () => {
    expect(await rulesOf(`${words(20)}\n\n---\n\n`.repeat(8))).toEqual([])
    expect(await rulesOf(`${headed(6)}\n---\n\n![a cat](a.png)\n`)).toEqual([])
    expect(await rulesOf(`## A\n\ntext\n\n---\n\n${words(20)}\n`)).toEqual([])
  })

  test('one heading for two slides that are not neighbours', async () => {
    const deck = '# Part\n\n## Sums\n\na\n\n## Sums\n\nb\n\n## Other\n\nc\n\n## Sums\n\nd\n'
    expect(await lint(deck)).toEqual([
      '15:1 heading-repeated “Sums” is the heading of another slide of this section, too',
    ])
    // In another section it is another thing.
    expect(await rulesOf('# A\n\n## Tasks\n\na\n\n## B\n\nb\n\n# C\n\n## Tasks\n\nc\n')).toEqual([])
  })

  test('too many words, in any script', async () => {
    expect(await rulesOf(`## A\n\n${words(149)}\n`)).toEqual([])
    expect(await lint(`## A\n\n${words(159)}\n`)).toEqual([
      '1:1 slide-words The slide “A” has some 160 words',
    ])
    expect(await rulesOf(`## A\n\n${'字'.repeat(260)}\n`)).toEqual(['1:1 slide-words'])
    expect(await rulesOf(`## A\n\n\`\`\`\n${words(200)}\n\`\`\`\n\n:::notes\n${words(300)}\n:::\n`)).toEqual(
      [],
    )
  })

  test('a table is looked up, not listened to', async () => {
    expect(await rulesOf(`## A\n\n| a |\n|---|\n${`| ${words(40)} |\n`.repeat(5)}`)).toEqual([])
  })

  test('an image without words', async () => {
    expect(await rulesOf('## A\n\n![](a.png)\n\ntext ![](a.png) more <img src="a.png"> end\n')).toEqual([
      '3:1 asset-alt',
      '5:6 asset-alt',
      '5:22 asset-alt',
    ])
    const described =
      '![a cat](a.png)\n\n![](a.png "A cat")\n\n![](a.png){alt=""}\n\n<img src="a.png" alt="">\n'
    expect(await rulesOf(`## A\n\n${described}`)).toEqual([])
  })

  test('a slide without notes, only where the project asks', async () => {
    const deck = '## A\n\ntext\n\n## B\n\ntext\n\n:::notes\nhello\n:::\n'
    const ask = async (rules: object): Promise<string[]> => {
      const { messages } = await compile(deck, memoryHost({}), { name: 'a', path: 'a.md', rules })
      return messages.map(({ line, ruleId, fatal }) => `${line} ${ruleId} ${fatal}`)
    }
    expect(await ask({})).toEqual([])
    expect(await ask({ 'notes-missing': 'warning' })).toEqual(['1 notes-missing false'])
  })
})

test('a quiz that says right and wrong, but not why', async () => {
  const quiz = '> [!quiz] Which?\n>\n> - [x] this\n> - [ ] that\n'
  expect(await rulesOf(`## A\n\n${quiz}`)).toEqual(['3:1 quiz-explanation'])
  expect(await rulesOf(`## A\n\n${quiz}>\n> Because.\n`)).toEqual([])
  expect(
    await rulesOf(`## A\n\n${quiz.replace('that\n', 'that\n>   No: not that one.\n>\n>   Really.\n')}`),
  ).toEqual([])
})

test('a rule that the project turns off or up is heard so', async () => {
  const deck = '## A\n\n![](a.png)\n'
  const host = memoryHost({ 'a.png': '' })
  const off = await compile(deck, host, { name: 'a', path: 'a.md', rules: { 'asset-alt': 'off' } })
  expect(off.messages).toEqual([])
  // What the parser tells goes the same way.
  const list = '## A\n\n1. one\n  - a\n'
  const told = await compile(list, host, { name: 'a', path: 'a.md', rules: { 'list-indent': 'off' } })
  expect(told.messages).toEqual([])
  const up = await compile(deck, host, { name: 'a', path: 'a.md', rules: { 'asset-alt': 'error' } })
  expect(up.messages.map(({ fatal }) => fatal)).toEqual([true])
})
