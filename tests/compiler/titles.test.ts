/** Titles where formulas cannot be shown: the manifest's, which outline, index, tab and PDF show. */
import { expect, test } from 'vitest'
import { compileText } from '../support/compile-text.ts'

test.each([
  ['The role of $\\theta_0$', 'The role of θ₀'],
  ['From $x^2$ to $x^{10}$', 'From x² to x¹⁰'],
  ['$O(n^2)$ against $O(n \\log n)$', 'O(n²) against O(n log n)'],
  ['$\\hat y = \\frac{a+b}{c} \\approx \\sqrt{1-p}$', 'ŷ = (a + b)/c ≈ √(1 − p)'],
  ['$x_{i,j}$ in $\\mathbb{R}^n$', 'x_(i,j) in ℝⁿ'],
  ['$\\mathcal{L} = -\\sum_{t} \\log p(x_t \\mid x_{<t})$', 'L = − ∑_t log p(x_t ∣ x_(<t))'],
  ['A macro: $\\R$', 'A macro: ℝ'],
  ['$\\frac{$ stays', '\\frac{ stays'],
  ['No formula, 5 $ and 6 $', 'No formula, 5 $ and 6 $'],
])('%s', async (heading, title) => {
  const { manifest } = await compileText(
    `---\nmacros: { \\R: '\\mathbb{R}' }\n---\n\n# ${heading}\n\ntext\n\n## ${heading}\n\ntext\n`,
  )
  expect(manifest.slides.map((slide) => slide.title)).toEqual([title, title])
  expect(manifest.sections.map((section) => section.title)).toEqual([title])
  expect(manifest.title).toBe(title)
})

test('links lead where they led: slugs are made of the TeX', async () => {
  const { manifest } = await compileText('## The role of $\\alpha$\n\ntext\n')
  expect(manifest.slides.map(({ slug }) => slug)).toEqual(['the-role-of-alpha'])
})

test('a heading of attributes alone leaves no empty heading on the slide', async () => {
  const { slides } = await compileText('## {layout=statement}\n\nNothing is **ever** lost.\n')
  expect(slides[0]?.html).toBe('<p>Nothing is <strong>ever</strong> lost.</p>')
})
