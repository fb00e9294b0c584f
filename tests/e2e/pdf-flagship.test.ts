/** The flagship's PDFs: what a reader, a program and a screen reader find in them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Manifest } from '../../src/shared/manifest.ts'
import { lectern } from '../build/run.ts'
import { launchBrowser } from '../support/browser.ts'
import { elementsOf, fontsOf, openPdf } from '../support/pdf-file.ts'
import { brokenRules } from '../support/pdf-rules.ts'
import { readPdf, type ReadPdf } from '../support/pdf-text.ts'
import { fileUrl } from '../support/site.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-flagship-pdf-'))
const manifest = (): Manifest =>
  JSON.parse(readFileSync(path.join(inject('site'), 'foundation-models/manifest.json'), 'utf8')) as Manifest

/** What each sheet of the print page shows, as its readers see it. */
interface ShownSlide {
  slug: string
  words: string[]
  /** Those of `words` that the last state still shows. */
  lasting: string[]
  formulas: number
}
let shown: ShownSlide[]

beforeAll(async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.goto(`${fileUrl(inject('site'))}foundation-models/print/index.html`)
  shown = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sheet > .slide')].map((slide) => {
      const formulas = [...slide.querySelectorAll<HTMLElement>('.katex-html')].filter((formula) =>
        formula.checkVisibility(),
      ).length
      for (const hidden of slide.querySelectorAll(
        '.katex, .quiz-mark, .quiz-feedback, .quiz-explanation, .think-answer, .visually-hidden, .hover-card, svg title, svg desc',
      ))
        hidden.remove()
      const gone = [...slide.querySelectorAll<HTMLElement>('*')].filter(
        (element) => !element.checkVisibility() && !element.closest('svg'),
      )
      for (const element of gone) element.remove()
      const words = (): string[] =>
        [...slide.querySelectorAll('text, p, li, h1, h2, h3, h4, td, th, code')].flatMap(
          (part) => part.textContent.match(/\p{Script=Han}+|\p{L}{4,}/gu) ?? [],
        )
      const all = words()
      for (const left of slide.querySelectorAll('.fade-out')) left.remove()
      return { slug: slide.id, formulas, words: all, lasting: words() }
    }),
  )
  await browser.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function make(name: string, ...options: string[]): Promise<Uint8Array> {
  const file = path.join(folder, `${name}.pdf`)
  const { code, err } = await lectern(root, 'pdf', 'slides/foundation-models', '-o', file, ...options)
  expect(err).toBe('')
  expect(code).toBe(0)
  return readFileSync(file)
}

describe.each([
  ['slides', []],
  ['handout', ['--layout', 'handout', '--per-page', '3']],
  ['notes', ['--layout', 'notes']],
] as const)('%s', (layout, options) => {
  let bytes: Uint8Array
  let read: ReadPdf

  beforeAll(async () => {
    bytes = await make(layout, ...options)
    read = await readPdf(bytes)
  })

  test('has as many pages as its slides take', () => {
    const { slides } = manifest()
    if (layout === 'handout') expect(read.pages).toBe(Math.ceil(slides.length / 3))
    else if (layout === 'notes') expect(read.pages).toBeGreaterThanOrEqual(slides.length)
    else {
      const numbers = read.labels.filter((label) => /^\d+$/.test(label)).map(Number)
      expect(numbers).toEqual(slides.map((_, at) => at + 1))
      // Between them only further states of the slide before.
      for (const [at, label] of read.labels.entries())
        if (!/^\d+$/.test(label)) expect(label).toBe(next(read.labels[at - 1]!))
    }
  })

  test('says what it is: title, author, language', () => {
    const { title, authors, lang } = manifest()
    expect(read.info).toMatchObject({ Title: title, Author: authors.join(', '), Language: lang })
  })

  test('has the outline of the manifest, by sections and slides', () => {
    const { sections, slides } = manifest()
    const flat = read.outline.flatMap((item) => [item, ...item.items])
    expect(flat.map(({ title }) => title)).toEqual(slides.map(({ title }) => title))
    const nested = sections.filter(({ title }) => title !== '')
    expect(read.outline.filter(({ items }) => items.length > 0).map(({ title }) => title)).toEqual(
      nested.filter(({ count }) => count > 1).map(({ title }) => title),
    )
    if (layout === 'slides')
      expect(flat.map(({ label }) => label)).toEqual(slides.map((_, at) => String(at + 1)))
  })

  test('each entry of the outline leads to the page with its slide', () => {
    const flat = read.outline.flatMap((item) => [item, ...item.items])
    const missing = flat.filter(
      ({ title, label }) => !read.texts[read.labels.indexOf(label)]!.includes(title.replace(/\s/g, '')),
    )
    expect(missing).toEqual([])
  })

  test('has every word of every slide, Chinese ones too', () => {
    const all = read.texts.join(' ')
    const lost = shown.flatMap(({ slug, words, lasting }) =>
      // On paper a slide is there once.
      (layout === 'slides' ? words : lasting)
        .filter((word) => !all.includes(word))
        .map((word) => `${slug}: ${word}`),
    )
    expect(lost).toEqual([])
    expect(all).toContain('词向量')
  })

  test('has each formula as a formula, with its TeX and its MathML', () => {
    const formulas = read.elements.flat().filter(({ role }) => role === 'Formula')
    const wanted = shown.reduce((sum, slide) => sum + slide.formulas, 0)
    expect(wanted).toBeGreaterThan(0)
    if (layout === 'slides') expect(formulas.length).toBe(wanted)
    else expect(formulas.length).toBeGreaterThanOrEqual(wanted)
    expect(formulas.filter(({ alt = '' }) => alt === '')).toEqual([])
    expect(formulas.filter(({ mathML = '' }) => !mathML.startsWith('<math'))).toEqual([])
  })

  test('has all fonts in it, and none of drawings', async () => {
    const fonts = fontsOf(await openPdf(bytes))
    expect(fonts.length).toBeGreaterThan(3)
    expect(fonts.filter(({ embedded, kind }) => !embedded || kind === 'Type3')).toEqual([])
  })

  test('breaks none of the rules for readers of all kinds', async () => {
    expect(brokenRules(await openPdf(bytes))).toEqual({})
  })
})

test('a slide is a section of the structure, and the copies for its steps are not in it', async () => {
  const elements = elementsOf(await openPdf(await make('sections')))
  const main = elements.find(({ parent }) => parent?.kind === 'Document')
  expect(main?.kids.filter(({ kind }) => kind === 'Sect').length).toBe(manifest().slides.length)
})

/** `12` gives `12b`, `12b` gives `12c`. */
function next(label: string): string {
  const letter = label.at(-1)!
  return /\d/.test(letter)
    ? `${label}b`
    : `${label.slice(0, -1)}${String.fromCharCode(letter.charCodeAt(0) + 1)}`
}
