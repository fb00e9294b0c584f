/**
 * Whether the time to compile grows with the size alone: each shape at `n` and `4n`, in CPU time of this process.
 * `node tests/support/run.mjs tests/scripts/growth.ts [NAME…]`. More than 8 times the time for 4 times the size is told.
 */
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const shapes: Record<string, [number, (n: number) => string]> = {
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
}
/** Four times the size may cost so much. */
const MOST = 8
/** Below (ms) a ratio says nothing. */
const FLOOR = 60

const cost = async (text: string): Promise<number> => {
  const before = process.cpuUsage()
  await compile(text, memoryHost({}), { name: 'x', path: 'x.md' })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

await cost('## A\n\n$x$\n\n```js\nx\n```\n')
const named = process.argv.slice(2)
let bad = 0
for (const [name, [n, write]] of Object.entries(shapes)) {
  if (named.length > 0 && !named.includes(name)) continue
  const small = await cost(write(n))
  const large = await cost(write(4 * n))
  const ratio = large / Math.max(FLOOR, small)
  if (ratio > MOST) bad++
  console.log(
    `${ratio > MOST ? '!!' : '  '} ${name}: ${Math.round(small)} → ${Math.round(large)} ms (${ratio.toFixed(1)} ×)`,
  )
}
process.exitCode = bad > 0 ? 1 : 0
