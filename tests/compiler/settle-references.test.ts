/** References lead to the part of a slide that holds what they name. */
import { expect, test } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const long = Array.from({ length: 40 }, (_, n) => `- Point ${n + 1}, which says something.`).join('\n')
const source = (body: string) =>
  `---\nfit: split\n---\n\n## Before\n\nSee @thm-x, @sec-last, [there](#box) and @sec-long.\n\n## Long {#sec-long}\n\n${body}\n\n:::theorem{#thm-x}\nAttention.\n:::\n\n[Words]{#box}\n\n## Last {#sec-last}\n\nEnd.`

test('a slide that becomes several keeps every reference to it right', async () => {
  const { slides, manifest } = await compileText(
    source(long),
    { 'glossary.md': 'Attention\n: x\n' },
    { metrics: true },
  )
  const holder = slides.findIndex(({ html }) => html.includes('id="thm-x"'))
  expect(holder).toBeGreaterThan(1)
  const { slug } = slides[holder]!
  expect(slug).not.toBe('sec-long')
  const before = slides[0]!.html
  expect(before).toContain(`href="#/${slug}" data-key="thm-x">Theorem 1</a>`)
  expect(before).toContain(`href="#/${slides.find(({ html }) => html.includes('id="box"'))!.slug}"`)
  expect(before).toContain('href="#/sec-long" data-key="sec-long">Slide 2</a>')
  expect(before).toContain(`href="#/sec-last" data-key="sec-last">Slide ${slides.length}</a>`)
  expect(manifest.glossary?.[0]?.slides).toEqual([slug])
})

test('a step of a part counts within it', async () => {
  const { slides } = await compileText(
    source(`${long}\n\nFirst.{.fragment}\n`).replace('{#thm-x}', '{#thm-x .fragment}'),
    {},
    { metrics: true },
  )
  const holder = slides.find(({ html }) => html.includes('id="thm-x"'))!
  const index = /id="thm-x"[^>]*data-fragment-index="(\d+)"|data-fragment-index="(\d+)"[^>]*id="thm-x"/.exec(
    holder.html,
  )
  expect(slides[0]!.html).toContain(`href="#/${holder.slug}/${index?.[1] ?? index?.[2]}" data-key="thm-x"`)
})
