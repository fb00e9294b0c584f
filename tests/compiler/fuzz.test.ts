/** A short run of the fuzz (`tests/scripts/fuzz.ts`), and what it found before. */
import { array, assert, asyncProperty, constantFrom, nat } from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { hurtDeck, problemsOf, readSeeds } from '../support/fuzz.ts'
import { elementProblem } from '../support/well-formed-html.ts'

it('finds nothing wrong with hurt decks', { timeout: 120_000 }, async () => {
  const seeds = readSeeds(['tests/compiler/fixtures', 'tests/sites'])
  for (let number = 1; number <= 120; number++) {
    const text = hurtDeck(seeds, number)
    expect(await problemsOf(text), `--show=${number}`).toEqual([])
  }
})

it.each([
  ['old line ends', '## A\r\r[x](#none) and @fig-none\r\r## B {colour=red}\r'],
  ['an alias in the front matter', '---\nsubtitle: &a [b]\ntitle: *a\nauthor: *none\n---\n\n## A\n'],
  [
    'aliases that grow',
    `---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d]\nauthor: *e\n---\n\n## A\n`,
  ],
  ['NUL, lone surrogates, marks', '\uFEFF## A\0 \uD800\n\n\uDC00 \uFFFF \uFDD1 [\uD800](\uDC00)\n'],
  ['tabs of every kind', '-\ta\n\t- b\n \t * c\n\t\t1.\td\n> \te\n'],
  [
    'the index of a step on what is none',
    '## A\n\nText {data-fragment-index=3 .x}\n\n![a](a.png) <!-- .element: data-fragment-index="2" -->\n\n<p data-fragment-index=7 title=">">x</p>\n',
  ],
  [
    'a bracket left open in the front matter',
    `---\ntitle: x\n[](\n\n::${'\n'.repeat(20)}duration: soon\n---\n\n## A\n`,
  ],
  [
    'a reference on the second line of a callout',
    '> [!lemma] Short {#lem-short} and more words\n> It is @lem-sh\n',
  ],
  [
    'the index of a step in a broken tag',
    '## A\n\n<p class="frags="fragment" data-fragment-index="5">x</p>\n',
  ],
  ['references in notes', '## A\n\n:::notes\n@fig-none, [@none] and x[^none]\n:::\n'],
  ['words before a span', 'Words of [@none][]{.a}\n'],
  ['a footnote in the title', '---\ntitle: Words[^none]\nauthor: [a[^none]]\n---\n'],
  ['keys of the front matter that are none', '---\na:\n[\n---\n'],
  ['a comment about a slide that has nothing', '<!-- .slide: nonsense=1 data-background=red -->\n'],
  ['a link that the reader of HTML opens anew', '<a href=":">\n\n<a title="">x\n'],
  ['formulas of a road', '```roadmap\nA $\\none$ → B $\\none$\n$\\none$ → x[^none]\n```\n'],
  [
    'tabs and callouts named by attributes',
    '::: {.callout-note title="$\\none$ @fig-none"}\nx\n:::\n\n::::tabs\n:::tab{title="[^none]"}\nx\n:::\n::::\n',
  ],
  ['a marker without an end', '```\n:::a\n$$\n<!--\n<div class="'],
])('takes %s', async (_, text) => {
  expect(await problemsOf(text)).toEqual([])
})

/** Blocks that show the words they are given, each in its own way. */
const blocks: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `### ${words}`,
  (words) => `- ${words}\n- ${words}x`,
  (words) => `1. ${words}\n\n   ${words}y`,
  (words) => `> ${words}`,
  (words) => `> [!note] ${words}\n> ${words}z`,
  (words) => `| ${words} |\n|---|\n| ${words}t |`,
  (words) => `**${words}** *${words}e* \`${words}c\``,
  (words) => `:::notes\n${words}\n:::`,
  (words) => `::::columns\n:::column\n${words}\n:::\n::::`,
  (words) => `:::theorem[${words}]\n${words}h\n:::`,
  (words) => `\`\`\`js\n${words}\n\`\`\``,
  (words) => `[${words}](https://example.org) [${words}s]{.x}`,
  (words) => `:::unknown\n${words}\n:::`,
  (words) => `text ${words} {.fragment}`,
  (words) => `{.${words}`,
  (words) => `[${words}`,
  (words) => `$${words}`,
]

it('shows every word, whatever stands beside it', { timeout: 120_000 }, async () => {
  const part = array(nat(blocks.length - 1), { minLength: 1, maxLength: 14 })
  await assert(
    asyncProperty(part, constantFrom('\n\n', '\n\n## Slide\n\n', '\n\n---\n\n'), async (kinds, between) => {
      const words = kinds.map((_, index) => `word${index}q`)
      const text = kinds.map((kind, index) => blocks[kind]!(words[index]!)).join(between)
      const { slides } = await compile(text, memoryHost({}), { name: 'x', path: 'x.md' })
      const shown = slides.map(({ html, notes }) => html + notes).join('\n')
      for (const word of words) expect(shown, text).toContain(word)
      for (const { html, notes } of slides)
        expect(elementProblem(html) ?? elementProblem(notes), text).toBeUndefined()
    }),
    { numRuns: 60, seed: 20 },
  )
})
