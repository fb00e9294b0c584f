/** The examples of CommonMark and GFM through the whole compiler, but for what Lectern reads otherwise on purpose. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { normalHtml } from '../support/normal-html.ts'
import { differences } from './spec-differences.ts'

interface Example {
  number: number
  section: string
  markdown: string
  html: string
}

const collections = {
  'commonmark-0.31.2': () => true,
  // The rest of this collection is an older CommonMark.
  'gfm-0.29': ({ section }: Example) => section.endsWith('(extension)'),
  'gfm-extensions': () => true,
  'cmark-gfm-regression': () => true,
} satisfies Record<string, (example: Example) => boolean>

for (const [name, wanted] of Object.entries(collections))
  describe(name, () => {
    const examples = (
      JSON.parse(readFileSync(new URL(`spec/${name}.json`, import.meta.url), 'utf8')) as Example[]
    ).filter(wanted)
    const different = new Map(
      differences
        .filter(({ collection }) => collection === name)
        .flatMap(({ reason, examples: numbers }) => numbers.map((number) => [number, reason] as const)),
    )

    test.each(examples.filter(({ number }) => !different.has(number)))(
      '$number $section',
      async (example) => {
        const { ours, expected } = await both(example)
        expect(ours).toBe(expected)
      },
    )

    // An entry that has become the same would hide a later break.
    test.each(examples.filter(({ number }) => different.has(number)))(
      '$number differs on purpose',
      async (example) => {
        const { ours, expected } = await both(example)
        expect(ours, different.get(example.number)).not.toBe(expected)
      },
    )
  })

/** Slides one after another, as if the deck were one document. Files that examples link to are taken to exist. */
async function both({ markdown, html }: Example): Promise<{ ours: string; expected: string }> {
  const host = { ...memoryHost({}), asset: (path: string) => ({ url: path }) }
  const { slides } = await compile(tabs(markdown), host, {
    name: 'spec',
    path: 'spec.md',
    // What the sanitizer takes away has tests of its own.
    trustHtml: true,
  })
  const ours = slides
    .map((slide) => slide.html)
    .join('\n')
    .replaceAll('\uFDD0', '')
  return { ours: normalHtml(ours), expected: normalHtml(tabs(html).trimEnd()) }
}

/** The specification prints a tab as an arrow. */
function tabs(text: string): string {
  return text.replaceAll('→', '\t')
}
