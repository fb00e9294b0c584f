/**
 * A synthetic lecture in plain Markdown that its peers read too: slides parted by `---`, `##` headings, inline and
 * display math, code, tables, nested lists, some Chinese.
 *
 *     node bench/gen.mjs N [SEED] > deck.md
 */
import { fileURLToPath } from 'node:url'

const vocabulary =
  'model data token scale loss gradient attention context layer prompt transfer sample prior latent embedding corpus decoder benchmark metric policy reward sequence kernel norm entropy'.split(
    ' ',
  )

/** The deck of `count` slides; the same text for the same count and seed. */
export function generateDeck(count, seed = 1) {
  let state = seed >>> 0
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const below = (limit) => Math.floor(random() * limit)
  const pick = (list) => list[below(list.length)]
  const words = (length = 9) => Array.from({ length }, () => pick(vocabulary)).join(' ')
  const inline = () =>
    pick([
      `$\\alpha_{${below(99)}}$`,
      '$P(w_t \\mid w_{t-k}, \\ldots, w_{t-1})$',
      '$\\mathcal{O}(n^2 d)$',
      '$\\nabla_\\theta \\mathcal{L}$',
      '$x \\in \\mathbb{R}^{d}$',
      `$N^{-0.${10 + below(89)}}$`,
    ])
  const display = () =>
    pick([
      '\\theta^* = \\arg\\min_\\theta \\mathcal{L}_{\\text{downstream}}(f_\\theta(x), y)',
      '\\operatorname{Attention}(Q,K,V) = \\operatorname{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right) V',
      'L(N, D) = E + \\frac{A}{N^{\\alpha}} + \\frac{B}{D^{\\beta}}',
      '\\begin{aligned} p(x) &= \\prod_{t=1}^{T} p(x_t \\mid x_{<t}) \\\\ \\log p(x) &= \\sum_{t=1}^{T} \\log p(x_t \\mid x_{<t}) \\end{aligned}',
    ])
  const bodies = [
    () => `- ${words()}\n- ${words(6)} ${inline()}\n  - ${words(5)}\n- **${words(3)}** and *${words(2)}*`,
    () => `${words()} ${inline()} ${words(4)}\n\n$$\n${display()}\n$$\n\n${words(7)}`,
    (slide) =>
      [
        '```ts',
        `export function step${slide}(state: State, batch: Batch): State {`,
        `  const loss = forward(state, batch) // ${words(4)}`,
        `  return update(state, grad(loss), ${below(1000)})`,
        '}',
        '```',
      ].join('\n'),
    () =>
      [
        '| Ability | Scale | Loss |',
        '| --- | --- | ---: |',
        ...Array.from({ length: 3 }, () => `| ${words(2)} | ${inline()} | ${(random() * 10).toFixed(2)} |`),
      ].join('\n'),
    (slide) =>
      `${words(22)}. ${words(14)} [${words(2)}](https://example.org/${slide}).\n\n> ${words(10)}\n\n预训练 词向量 上下文 ${inline()}`,
  ]
  const slides = Array.from({ length: count }, (_, at) => {
    const slide = at + 1
    return `## ${slide}. ${words(3)}\n\n${bodies[slide % bodies.length](slide)}`
  })
  return `${slides.join('\n\n---\n\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(generateDeck(Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1)))
