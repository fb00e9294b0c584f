/** The lecture says what it must and nothing that is known to be wrong: read from the compiled slides. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Compiled, CompiledSlide } from '../../src/compiler/compiled.ts'
import { compileFlagship, folder, source } from './deck.ts'
import facts from './facts.json' with { type: 'json' }

let compiled: Compiled
let slides: { slug: string; text: string }[]
/** The lecture without the pages of references that follow it. */
let talk: CompiledSlide[]

beforeAll(async () => {
  compiled = await compileFlagship()
  slides = compiled.slides.map((slide) => ({ slug: slide.slug, text: plain(`${slide.html} ${slide.notes}`) }))
  talk = compiled.slides.filter((slide) => !slide.slug.startsWith('references'))
})

/** Tags off, entities read, dashes and spaces made plain; the TeX annotations of formulas stay. */
function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(
      /&(lt|gt|amp|quot|nbsp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' })[name]!,
    )
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('coverage', () => {
  test.each(facts.items)('$id $fact', ({ keywords, scope }) => {
    const places =
      scope === 'slide' ? slides.map((slide) => slide.text) : [slides.map((slide) => slide.text).join(' ')]
    const missing = places.map((text) =>
      keywords.filter(
        (group) => !group.some((word) => text.toLowerCase().includes(plain(word).toLowerCase())),
      ),
    )
    const best = missing.toSorted((a, b) => a.length - b.length)[0]
    expect(best).toEqual([])
  })

  test.each(facts.must_not)('$id never: $why', ({ pattern }) => {
    for (const { text } of slides) expect(text).not.toMatch(new RegExp(pattern, 'i'))
    expect(source).not.toMatch(new RegExp(pattern, 'i'))
  })
})

describe('the talk', () => {
  test('compiles without a message', () => {
    expect(compiled.messages.map(String)).toEqual([])
  })

  test('has 40 to 50 slides, references included, in nine parts', () => {
    expect(compiled.slides.length).toBeGreaterThanOrEqual(40)
    expect(compiled.slides.length).toBeLessThanOrEqual(50)
    expect(
      compiled.manifest.sections.map((section) => section.slug).filter((slug) => slug !== 'references'),
    ).toHaveLength(9)
  })

  test('has notes on every slide, with a mark for each step', () => {
    for (const { slug, notes, steps } of talk) {
      expect(plain(notes).trim(), slug).not.toBe('')
      const marks = notes.match(/class="note-step"/g)?.length ?? 0
      expect({ slug, marks }).toEqual({ slug, marks: steps })
    }
  })

  test('notes fill 45 minutes at an easy pace', () => {
    const words = talk.flatMap((slide) => plain(slide.notes).split(' ')).length
    expect(words).toBeGreaterThan(2500)
    expect(words).toBeLessThan(6000)
  })

  test('cites at least 25 entries and lists them', () => {
    const keys = new Set([...source.matchAll(/(?<![\w.])@(\w+\d{4}\w+)/g)].map((match) => match[1]))
    const entries = new Set(
      [...readFileSync(`${folder}references.bib`, 'utf8').matchAll(/^@\w+\{(\w+),/gm)].map(
        (match) => match[1],
      ),
    )
    for (const key of keys) expect(entries).toContain(key)
    expect(keys.size).toBeGreaterThanOrEqual(25)
    const listed = compiled.slides.flatMap(({ html }) =>
      [...html.matchAll(/<li id="ref-[^"]*" data-key="([^"]+)"/g)].map((match) => match[1]!),
    )
    expect(listed.toSorted()).toEqual([...keys].toSorted())
    expect(compiled.slides.length).toBeGreaterThan(talk.length)
  })

  /** Text twins, MathML and cards are for those who ask for them; cards hold spans of their own. */
  const withoutCards = (html: string) =>
    html
      .replace(
        /<div class="figure-twin[\s\S]*?<\/div>|<math[\s\S]*?<\/math>|<span class="katex-html"[\s\S]*$/g,
        '',
      )
      .replace(
        /<span class="hover-card"(?:(?!<span)[\s\S])*?(?:<span[^>]*>(?:(?!<span)[\s\S])*?<\/span>(?:(?!<span)[\s\S])*?)*<\/span>/g,
        '',
      )

  test('a slide holds little', () => {
    for (const { slug, html } of talk) {
      const words = plain(withoutCards(html)).trim().split(' ').length
      expect({ slug, fine: words <= 110 }, `${words} words`).toEqual({ slug, fine: true })
    }
  })

  test('uses no raw HTML', () => {
    expect(source).not.toMatch(/<\/?[a-z][a-z0-9]*[\s>]/i)
  })

  test('display formulas are those of data/formulas.json', () => {
    const known = new Set(
      (
        JSON.parse(readFileSync(`${folder}data/formulas.json`, 'utf8')) as { formulas: { tex: string }[] }
      ).formulas.map(({ tex }) => tex),
    )
    // Where a formula is or may be broken into lines is no part of it.
    const oneLine = (tex: string) =>
      tex
        .replace(/\\(?:begin|end)\{aligned\}|&/g, '')
        .replace(/\\allowbreak\\quad \{(.+)\}$/, '\\qquad $1')
        .replace(/,?\\\\\s/g, ',\\qquad ')
        .trim()
    const shown = [...source.matchAll(/^\$\$\n([\s\S]+?)\n\$\$/gm)].map((match) => oneLine(match[1]!))
    expect(shown.length).toBeGreaterThan(9)
    // The one formula with steps is the loss with its printed constants in place of the letters.
    expect(shown.filter((tex) => !known.has(tex) && !tex.includes('\\fragment'))).toEqual([])
  })
})
