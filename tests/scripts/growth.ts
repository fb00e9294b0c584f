/**
 * Whether the time to compile grows with the size alone: each shape at `n` and `4n`, in CPU time of this process.
 * `node tests/support/run.mjs tests/scripts/growth.ts [NAME…]`. More than 8 times the time for 4 times the size is told.
 */
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

type Shape = [size: number, write: (n: number) => string, files?: (n: number) => Record<string, string>]

const lines = (n: number, write: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => write(at)).join('\n')

const shapes: Record<string, Shape> = {
  slides: [
    2500,
    (n) => Array.from({ length: n }, (_, at) => `## Slide ${at}\n\nText $x_{${at}}$\n`).join('\n'),
  ],
  'nested lists': [250, (n) => Array.from({ length: n }, (_, at) => `${'  '.repeat(at)}- x`).join('\n')],
  'nested quotations': [250, (n) => `${'> '.repeat(n)}x`],
  'one line': [250_000, (n) => 'word '.repeat(n / 5)],
  'one word': [250_000, (n) => 'w'.repeat(n)],
  'open brackets': [5000, (n) => '['.repeat(n)],
  'open and closed brackets': [2500, (n) => '['.repeat(n) + ']{.b}'.repeat(n)],
  'open braces': [5000, (n) => '{.a '.repeat(n)],
  stars: [10_000, (n) => '*a '.repeat(n)],
  'stars and underscores': [5000, (n) => '*_'.repeat(n)],
  backticks: [
    20_000,
    (n) => Array.from({ length: Math.sqrt(2 * n) }, (_, at) => `${'`'.repeat(at + 1)}x`).join(' '),
  ],
  dollars: [5000, (n) => '$x '.repeat(n)],
  'double dollars': [5000, (n) => '$$x '.repeat(n)],
  'begin align': [2000, (n) => '\\begin{align}'.repeat(n)],
  containers: [2000, (n) => ':::a\n'.repeat(n)],
  'closed containers': [1000, (n) => `${':::a\n'.repeat(n)}${':::\n'.repeat(n)}`],
  comments: [5000, (n) => '<!-- '.repeat(n)],
  tags: [5000, (n) => '<b>'.repeat(n)],
  'tags with quotes': [5000, (n) => `<a href="${'<a "'.repeat(n)}`],
  entities: [20_000, (n) => '&amp;'.repeat(n)],
  links: [5000, (n) => '[a](b) '.repeat(n)],
  'open links': [5000, (n) => '[a]('.repeat(n)],
  definitions: [2000, (n) => Array.from({ length: n }, (_, at) => `[r${at}]: x\n\n[r${at}]\n`).join('\n')],
  footnotes: [1000, (n) => Array.from({ length: n }, (_, at) => `x[^${at}]\n\n[^${at}]: y\n`).join('\n')],
  table: [1000, (n) => `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(n)}`],
  'wide table': [500, (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n|${'x|'.repeat(n)}\n`],
  citations: [2000, (n) => '[@key, p. 3; @other] '.repeat(n)],
  roadmap: [200, (n) => `\`\`\`roadmap\n${'A → '.repeat(n)}B\n\`\`\``],
  code: [2000, (n) => `\`\`\`js\n${'const a = "b"\n'.repeat(n)}\`\`\``],
  cards: [500, (n) => `> [!cards]\n${'> - a :: b ==c==\n'.repeat(n)}`],
  spaces: [100_000, (n) => `a${' '.repeat(n)}{`],
  tabs: [20_000, (n) => '\t'.repeat(n)],
  'blank lines': [100_000, (n) => '\n'.repeat(n)],
  NUL: [50_000, (n) => '\0'.repeat(n)],
  'combining marks': [50_000, (n) => `a${'\u0301'.repeat(n)}`],
  rules: [2000, (n) => '---\n\nx\n\n'.repeat(n)],
  pauses: [2000, (n) => '. . .\n\nx\n\n'.repeat(n)],
  list: [10_000, (n) => '- a\n'.repeat(n)],
  'list with gaps': [5000, (n) => '1. a\n\n'.repeat(n)],
  'list of lists': [5000, (n) => '- a\n  - b\n'.repeat(n)],
  paragraphs: [5000, (n) => 'x\n\n'.repeat(n)],
  'lines of a paragraph': [20_000, (n) => 'word word\n'.repeat(n)],
  'hard breaks': [5000, (n) => 'x\\\n'.repeat(n)],
  'code blocks': [2500, (n) => '```js\na = 1\n```\n\n'.repeat(n)],
  'a long line of code': [50_000, (n) => `\`\`\`js\n${'a = "b"; '.repeat(n / 9)}\n\`\`\``],
  'steps in code': [
    1000,
    (n) => `\`\`\`js {${lines(n, (at) => `${at + 1}`).replaceAll('\n', '|')}}\n${'a = 1\n'.repeat(n)}\`\`\``,
  ],
  'code that moves': [
    250,
    (n) =>
      lines(
        n,
        (at) => `## Slide ${at} {.morph}\n\n\`\`\`js\n${lines(20, (line) => `a${at + line} = 1`)}\n\`\`\`\n`,
      ),
  ],
  'headings of one name': [2500, (n) => '## A\n\nx\n\n'.repeat(n)],
  'headings of one id': [2500, (n) => '## A {#a}\n\nx\n\n'.repeat(n)],
  'headings on a slide': [2500, (n) => '### A\n\nx\n\n'.repeat(n)],
  sections: [1000, (n) => '# A\n\n## B\n\nx\n\n'.repeat(n)],
  'footnotes on slides': [2500, (n) => lines(n, (at) => `## A\n\nx[^${at}]\n\n[^${at}]: y\n`)],
  'one footnote': [5000, (n) => `${'x[^1]\n\n'.repeat(n)}[^1]: y\n`],
  'citations of works': [
    2500,
    (n) => `---\nbibliography: x.bib\n---\n\n${lines(n, (at) => `## A\n\n[@k${at}]\n`)}`,
    (n) => ({ 'x.bib': lines(n, (at) => `@article{k${at}, title={T ${at}}, author={A, B}, year={2000}}`) }),
  ],
  'citations of one work': [
    2500,
    (n) => `---\nbibliography: x.bib\n---\n\n${'[@k], '.repeat(n)}`,
    () => ({ 'x.bib': '@article{k, title={T}, author={A, B}, year={2000}}' }),
  ],
  callouts: [2500, (n) => ':::note\nx\n:::\n\n'.repeat(n)],
  'theorems and references': [
    1000,
    (n) => lines(n, (at) => `## A\n\n> [!theorem] T {#thm-${at}}\n> x\n\n@thm-${n - 1 - at}\n`),
  ],
  'unknown references': [1000, (n) => lines(n, (at) => `## A\n\n$$x$$ {#eq-${at}}\n\n@eq-x${at}\n`)],
  'references in a paragraph': [2500, (n) => `${'@fig-a\n'.repeat(n)}`],
  'unknown links': [1000, (n) => lines(n, (at) => `## A ${at}\n\n[x](#b-${at})\n`)],
  'unknown attributes': [2500, (n) => lines(n, (at) => `x {a${at}=b}\n`)],
  'unknown directives': [2500, (n) => lines(n, (at) => `:::a${at}\nx\n:::\n`)],
  'attributes of blocks': [2500, (n) => 'x {.a b=c}\n\n'.repeat(n)],
  'attributes of spans': [2500, (n) => '[x]{.a} '.repeat(n)],
  'many attributes': [2500, (n) => `x {${lines(n, (at) => `.a${at} data-b${at}=c`).replaceAll('\n', ' ')}}`],
  images: [2500, (n) => '![x](a.png)\n\n'.repeat(n)],
  'images within each other': [2500, (n) => `${'!['.repeat(n)}x${'](a.png)'.repeat(n)}`],
  'a run of stars': [5000, (n) => `${'*'.repeat(n)}a${'*'.repeat(n)}`],
  'a line of stars': [25_000, (n) => `x ${'*'.repeat(n)}`],
  'a line of underscores': [25_000, (n) => `x ${'_'.repeat(n)}`],
  'a line of tildes': [25_000, (n) => `x ${'~'.repeat(n)}`],
  'a line of backticks': [25_000, (n) => `x ${'`'.repeat(n)}`],
  'a line of dollars': [25_000, (n) => `x ${'$'.repeat(n)}`],
  'a line of angles': [25_000, (n) => `x ${'<'.repeat(n)}`],
  'a line of ampersands': [25_000, (n) => `x ${'&'.repeat(n)}`],
  'a line of bars': [25_000, (n) => `x ${'|'.repeat(n)}`],
  'a line of equals': [25_000, (n) => `x ${'='.repeat(n)}`],
  'a line of colons': [25_000, (n) => `x ${':'.repeat(n)}`],
  'a line of backslashes': [25_000, (n) => `x ${'\\'.repeat(n)}`],
  'a line of quotes': [25_000, (n) => `x ${'"'.repeat(n)}`],
  'a line of at': [25_000, (n) => `x ${'@'.repeat(n)}`],
  'a line of hashes': [25_000, (n) => `x ${'#'.repeat(n)}`],
  'a line of carets': [25_000, (n) => `x ${'[^'.repeat(n)}`],
  'a line of exclamations': [25_000, (n) => `x ${'!['.repeat(n)}`],
  'a line of parentheses': [25_000, (n) => `[x](${'('.repeat(n)}`],
  'a line of dots': [25_000, (n) => `x ${'www.'.repeat(n)}`],
  'a line of addresses': [2500, (n) => 'http://a.b '.repeat(n)],
  'a line of mail addresses': [2500, (n) => 'a@b.c '.repeat(n)],
  'a line of broken addresses': [5000, (n) => 'http://'.repeat(n)],
  'a line of broken mail addresses': [5000, (n) => 'a@'.repeat(n)],
  'a line of tag names': [5000, (n) => '<a '.repeat(n)],
  'a line of closing tags': [5000, (n) => '</b>'.repeat(n)],
  'a line of definitions': [5000, (n) => '[a]: '.repeat(n)],
  'definitions of one name': [5000, (n) => '[a]: x\n'.repeat(n)],
  'pairs of tags': [2500, (n) => '<b>x</b> '.repeat(n)],
  'blocks of HTML': [2500, (n) => '<div>\n\nx\n\n</div>\n\n'.repeat(n)],
  'blocks of HTML in each other': [1000, (n) => `${'<div>\n\n'.repeat(n)}x\n\n${'</div>\n\n'.repeat(n)}`],
  'HTML in each other': [2500, (n) => `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}`],
  'SVG in each other': [2500, (n) => `<svg>${'<g>'.repeat(n)}${'</g>'.repeat(n)}</svg>`],
  'paths of SVG': [2500, (n) => `<svg>\n${'<path d="M0 0"/>\n'.repeat(n)}</svg>`],
  'attributes of a tag': [2500, (n) => `<p ${lines(n, (at) => `data-a${at}="b"`)}>x</p>`],
  'a long style': [2500, (n) => `<p style="${'color:red;'.repeat(n)}">x</p>`],
  'broken comments': [5000, (n) => '<!-'.repeat(n)],
  'comments of attributes': [2500, (n) => 'x <!-- .element: class="a" -->\n\n'.repeat(n)],
  'directives in each other': [
    250,
    (n) => `${lines(n, (at) => `${':'.repeat(n + 3 - at)}note`)}\nx\n${lines(n, (at) => ':'.repeat(at + 4))}`,
  ],
  'lists in quotations': [250, (n) => '> - a\n'.repeat(n * 10)],
  'a long row': [50_000, (n) => `|a|\n|-|\n|${'word '.repeat(n / 5)}|\n`],
  tables: [1000, (n) => '|a|b|\n|-|-|\n|x|y|\n\n'.repeat(n)],
  'a square table': [
    2500,
    (n) => {
      const side = Math.sqrt(n)
      return `|${'a|'.repeat(side)}\n|${'-|'.repeat(side)}\n${`|${'x|'.repeat(side)}\n`.repeat(side)}`
    },
  ],
  'signs that open a word': [25_000, (n) => `[${'word '.repeat(n)}`],
  'spaces in a road': [10_000, (n) => `\`\`\`roadmap\na${' '.repeat(n)}b → c\nd${'-'.repeat(n)}e\n\`\`\``],
  'dashes in a heading': [25_000, (n) => `## a${'-'.repeat(n)}b\n\nx\n`],
  'spaces in a card': [10_000, (n) => `> [!cards]\n> - a${' '.repeat(n)}b\n`],
  'dots in bold words': [10_000, (n) => `**${'.'.repeat(n)}a**`],
  'keys in open brackets': [5000, (n) => `[${'@a '.repeat(n)}`],
  'lists on slides': [1000, (n) => lines(n, (at) => `## A ${at}\n\n- a\n  - b\n- c\n`)],
  'lines of code': [50_000, (n) => `\`\`\`\n${'x\n'.repeat(n)}\`\`\``],
  'rows of formulas': [250, (n) => `|a|b|\n|-|-|\n${'|$x$|**y**|\n'.repeat(n)}`],
  formulas: [2500, (n) => '$x$ '.repeat(n)],
  'displayed formulas': [1000, (n) => '$$\nx\n$$\n\n'.repeat(n)],
  'labelled formulas': [1000, (n) => lines(n, (at) => `$$x \\label{a${at}}$$\n\n\\eqref{a${at}}\n`)],
  'a long formula': [10_000, (n) => `$$\n${'x + '.repeat(n / 4)}y\n$$`],
  'lines of a formula': [500, (n) => `$$\n\\begin{align}\n${'x &= y \\\\\n'.repeat(n)}\\end{align}\n$$`],
  'groups in a formula': [500, (n) => `$$\n${'{'.repeat(n)}x${'}'.repeat(n)}\n$$`],
  'powers in a formula': [500, (n) => `$$\n${'x^{'.repeat(n)}x${'}'.repeat(n)}\n$$`],
  'a broken formula': [5000, (n) => `$$\n${'\\frac{'.repeat(n)}\n$$`],
  macros: [
    1000,
    (n) =>
      `---\nmacros:\n${lines(n, (at) => `  \\a${'b'.repeat(at % 7)}${'c'.repeat(at / 7)}: x`)}\n---\n\n${'$x$\n\n'.repeat(n / 5)}`,
  ],
  'definitions of macros': [500, (n) => lines(n, (at) => `$\\newcommand{\\a${'b'.repeat(at % 30)}}{x} x$\n`)],
  'keys of the front matter': [1000, (n) => `---\n${lines(n, (at) => `a${at}: b`)}\n---\n\n## A\n`],
  'brackets in the front matter': [1000, (n) => `---\ntitle: ${'['.repeat(n)}\n---\n\n## A\n`],
  'a long title': [50_000, (n) => `---\ntitle: ${'word '.repeat(n / 5)}\n---\n\n## A\n`],
  'a long heading': [50_000, (n) => `## ${'word '.repeat(n / 5)}\n\nx\n`],
  glossary: [
    500,
    (n) => `---\nglossary: g.yml\n---\n\n${lines(n, (at) => `## A ${at}\n\nterm${at} and word${at}\n`)}`,
    (n) => ({ 'g.yml': lines(n, (at) => `term${at}: Words`) }),
  ],
  includes: [
    250,
    (n) => '::include{file=part.md}\n\n'.repeat(n),
    () => ({ 'part.md': '## A\n\nx {.b c=d}\n' }),
  ],
  quizzes: [1000, (n) => '> [!quiz] Q\n> - [ ] a\n> - [x] b\n\n'.repeat(n)],
  'answers of a quiz': [1000, (n) => `> [!quiz] Q\n${'> - [ ] a\n'.repeat(n)}`],
  'quizzes on slides': [1000, (n) => lines(n, (at) => `## A\n\n> [!quiz] Q ${at}\n> - [ ] a\n> - [x] b\n`)],
  'definition lists': [2500, (n) => 'a\n: b\n\n'.repeat(n)],
  'blocks of MkDocs': [1000, (n) => '!!! note "A"\n    x\n\n'.repeat(n)],
  notes: [2500, (n) => lines(n, () => `## A\n\n:::notes\nx\n:::\n`)],
  'notes of a slide': [2500, (n) => ':::notes\nx\n:::\n\n'.repeat(n)],
  'steps of a slide': [2500, (n) => 'x {.fragment}\n\n'.repeat(n)],
  columns: [250, (n) => '::::columns\n:::column\nx\n:::\n:::column\ny\n:::\n::::\n\n'.repeat(n)],
  'columns of a block': [500, (n) => `::::columns\n${':::column\nx\n:::\n'.repeat(n)}::::\n`],
  'stops of a road': [
    2500,
    (n) => {
      const stops = Math.sqrt(n)
      const road = lines(stops, (at) => `Stop ${at}`)
      return `## A\n\n\`\`\`roadmap\n${road}\n\`\`\`\n\n${lines(stops, (at) => `## Stop ${at}\n\n::roadmap{at=${at + 1}}\n`)}`
    },
  ],
  'Chinese text': [50_000, (n) => '中文，'.repeat(n / 3)],
  'lines of Chinese': [5000, (n) => '中文，\n'.repeat(n)],
  'foreign lines': [5000, (n) => '.left[x]\n\n'.repeat(n)],
  'Windows lines': [5000, (n) => 'x\r\n\r\n'.repeat(n)],
}
/** Four times the size may cost so much. */
const MOST = 8
/** Below (ms) a ratio says nothing. */
const FLOOR = 60

const cost = async (text: string, files: Record<string, string> = {}): Promise<number> => {
  const before = process.cpuUsage()
  const { messages } = await compile(text, memoryHost(files), { name: 'x', path: 'x.md' }).catch(
    (error: unknown) => ({ messages: [{ ruleId: 'internal', reason: String(error) }] }),
  )
  for (const { ruleId, reason } of messages) if (ruleId === 'internal') console.log(`!! ${reason}`)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

await cost('## A\n\n$x$\n\n```js\nx\n```\n')
const named = process.argv.slice(2)
let bad = 0
for (const [name, [n, write, files]] of Object.entries(shapes)) {
  if (named.length > 0 && !named.includes(name)) continue
  const small = await cost(write(n), files?.(n))
  const large = await cost(write(4 * n), files?.(4 * n))
  const ratio = large / Math.max(FLOOR, small)
  if (ratio > MOST) bad++
  console.log(
    `${ratio > MOST ? '!!' : '  '} ${name}: ${Math.round(small)} → ${Math.round(large)} ms (${ratio.toFixed(1)} ×)`,
  )
}
process.exitCode = bad > 0 ? 1 : 0
