/** Whatever a person writes, a deck comes of it, and what all decks promise holds. */
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const line = constantFrom(
  '# Part',
  '## Slide {#a .b}',
  '## Slide',
  '### Deeper {.fragment}',
  '---',
  '----',
  '***',
  'text',
  'text {.fragment}',
  '- item',
  '  - nested {.fragment index=2}',
  '- item <!-- .element: class="fragment" -->',
  '1. one',
  '> quote',
  '> [!note]',
  ':::',
  '::::',
  ':::columns',
  '::: {.column width=40%}',
  ':::notes',
  ':::fragment{.fade-up}',
  ':::incremental',
  '::roadmap{at=2}',
  '. . .',
  'Note:',
  '[click] said',
  '```roadmap',
  '```ts {1|2}',
  '```',
  'A → B → C',
  '$$',
  '$x$',
  '$$x',
  '\\begin{align}',
  '![a](a.png "Title"){width=50%}',
  '![b](b.png)',
  '[x]{.y}',
  '[l](#slide)',
  '[r][r]',
  '[r]: #a',
  '[^1]',
  '[^1]: note',
  '<div class="fragment">',
  '</div>',
  '<p class="fragment" data-fragment-index="3">x</p>',
  '<!-- notes: hey -->',
  '<!--',
  '-->',
  '<!-- .slide: data-background="red" -->',
  '| a | b |',
  '| - | - |',
  '{.stray}',
  '@key [@key, p. 3]',
  '\t',
  '',
  '',
  'ａ\u3000中文 10:30',
  '\uFDD1\u0030\uFDD2',
  '<script>alert(1)</script>',
  '\\fragment{2}{x}',
  '```mermaid',
)

it('gives a deck for any lines', { timeout: 60_000 }, async () => {
  const lines = array(oneof({ weight: 20, arbitrary: line }, string({ maxLength: 12 })), { maxLength: 40 })
  await assert(
    asyncProperty(lines, constantFrom('\n', '\r\n'), async (parts, end) => {
      const { slides, messages } = await compile(parts.join(end), memoryHost({ 'a.png': '' }), {
        name: 'x',
        path: 'x.md',
      })
      expect(messages.filter(({ ruleId }) => ruleId === 'internal').map(String)).toEqual([])
      expect(new Set(slides.map(({ slug }) => slug)).size).toBe(slides.length)
      for (const { html, steps } of slides) {
        expect(html).not.toMatch(/[\uFDD1\uFDD2]|<script|<section/)
        const found = [...html.matchAll(/<[^>]*\sdata-fragment-index="(-?\d+)"/g)].map((match) =>
          Number(match[1]),
        )
        for (const index of found) expect(index >= 0 && index < steps).toBe(true)
      }
    }),
    { numRuns: process.env.FUZZ ? Number(process.env.FUZZ) : 60 },
  )
})

it('gives a deck for what nobody writes', { timeout: 60_000 }, async () => {
  const sources = {
    fences: ':::a\n'.repeat(2000),
    spaces: `:::a${' '.repeat(5000)}{`,
    spans: '['.repeat(3000) + ']{.b}'.repeat(3000),
    braces: '{.a '.repeat(3000),
    quotes: `${'> '.repeat(300)}a`,
  }
  for (const [name, source] of Object.entries(sources)) {
    const { slides } = await compile(source, memoryHost({}), { name, path: 'x.md' })
    expect(slides.length, name).toBeGreaterThan(0)
  }
})
