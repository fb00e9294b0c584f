/** What a PDF can bring beside the slides: what was drawn in the lecture, and what was said. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PDFRawStream } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { lectern, projectWith } from '../build/run.ts'
import { contentsOf, elementsOf, name, openPdf } from '../support/pdf-file.ts'
import { drawnPages, type Picture } from '../support/pdf-pixels.ts'
import { brokenRules } from '../support/pdf-rules.ts'
import { readPdf } from '../support/pdf-text.ts'

const front = '---\ntitle: Deck\nauthor: A. Uthor\nlang: en\ndate: 2024-05-06\ndescription: Test\n---\n\n'
const deck = `${front}## One\n\nText\n\n## Two\n\nText\n\n:::notes\nSay $x^2$ *twice*:\n\n- first\n- second\n:::\n\n## Steps\n\nleaving {.fragment .fade-out}\n\n:::notes\nLast.\n:::\n`

/** A line of a pen, red, along the middle of the stage. */
const line = { tool: 'pen', colour: 2, points: [100, 360, 0.5, 640, 360, 0.5, 1180, 360, 0.5] }

function withInk(file: object | string): string {
  const folder = projectWith(deck)
  writeFileSync(path.join(folder, 'ink.json'), typeof file === 'string' ? file : JSON.stringify(file))
  return folder
}

const inkOf = (slides: object, more: object = {}): object => ({
  format: 'lectern-ink',
  version: 1,
  deck: 'deck',
  slides,
  ...more,
})

/** The colour of a place of the stage, as red, green, blue. */
function colourAt({ width, data }: Picture, x: number, y: number): Uint8ClampedArray {
  const at = 4 * (y * width + x)
  return data.slice(at, at + 3)
}

test('what was drawn on a slide is on its page, at its place, as lines that nobody has to listen to', async () => {
  const folder = withInk(inkOf({ two: { slide: [line], board: [] } }))
  expect(await lectern(folder, 'pdf', '-o', 'plain.pdf')).toMatchObject({ code: 0, err: '' })
  expect(await lectern(folder, 'pdf', '--ink', 'ink.json')).toMatchObject({ code: 0, err: '' })
  const bytes = readFileSync(path.join(folder, 'deck.pdf'))
  const pages = await drawnPages(bytes, 1280)
  const red = ([r = 0, g = 0, b = 0]: Uint8ClampedArray): boolean => r > 180 && g < 80 && b < 90
  const places = [...pages].filter(([, page]) => red(colourAt(page, 640, 360))).map(([label]) => label)
  expect(places).toEqual(['3'])
  expect(red(colourAt(pages.get('3')!, 640, 340))).toBe(false)
  expect(red(colourAt(pages.get('3')!, 40, 360))).toBe(false)

  const plain = readFileSync(path.join(folder, 'plain.pdf'))
  expect((await readPdf(bytes)).elements).toEqual((await readPdf(plain)).elements)
  const pdf = await openPdf(bytes)
  expect(brokenRules(pdf)).toEqual({})
  // No picture of lines.
  expect(contentsOf(pdf).flatMap(({ paints }) => paints.filter(({ operator }) => operator === 'Do'))).toEqual(
    [],
  )
})

test('it is in handouts and above the notes, too', async () => {
  const folder = withInk(inkOf({ one: { slide: [line], board: [] } }))
  const size = async (...options: string[]): Promise<number> => {
    expect(await lectern(folder, 'pdf', '-o', 'out.pdf', ...options)).toMatchObject({ code: 0, err: '' })
    return readFileSync(path.join(folder, 'out.pdf')).length
  }
  for (const layout of [
    ['--layout', 'handout'],
    ['--layout', 'notes'],
  ])
    expect(await size(...layout, '--ink', 'ink.json')).toBeGreaterThan(await size(...layout))
})

test.each([
  ['no json', 'holds no strokes'],
  [{ slides: {} }, 'holds no strokes'],
  [inkOf({}, { version: 99 }), 'another version'],
])('a file that holds no strokes ends with 2: %j', async (file, message) => {
  const folder = withInk(file)
  const { code, err } = await lectern(folder, 'pdf', '--ink', 'ink.json')
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('a file that is not there, strokes of slides that are gone, damaged strokes: each is told', async () => {
  const folder = withInk(
    inkOf({ two: { slide: [line], board: [] }, gone: { slide: [line], board: [] }, bad: 5 }),
  )
  expect(await lectern(folder, 'pdf', '--ink', 'no.json')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--ink no.json cannot be read'),
  })
  expect(await lectern(folder, 'pdf', '--ink', 'ink.json')).toMatchObject({
    code: 0,
    err: expect.stringMatching(/damaged: #bad[^]*left out: #gone/),
  })
})

test('films and sounds say on paper what they are, and have no buttons', async () => {
  const media = path.join(import.meta.dirname, '../../slides/guide')
  const folder = projectWith(
    `${front}## Film\n\n![A ball swings](pendulum.mp4){width=50%}\n\n![A tone](a440.wav)\n`,
  )
  for (const file of ['pendulum.mp4', 'a440.wav'])
    copyFileSync(path.join(media, file), path.join(folder, 'slides', file))
  expect(await lectern(folder, 'pdf')).toMatchObject({ code: 0, err: '' })
  const bytes = readFileSync(path.join(folder, 'deck.pdf'))
  const { texts } = await readPdf(bytes)
  expect(texts.at(-1)).toContain('Atone')
  expect(texts.at(-1)).not.toContain('0:0')
  expect(brokenRules(await openPdf(bytes))).toEqual({})
})

test('--annotations puts the notes on the pages of their slides, and into the structure', async () => {
  const folder = projectWith(deck)
  expect(await lectern(folder, 'pdf', '--annotations')).toMatchObject({ code: 0, err: '' })
  const bytes = readFileSync(path.join(folder, 'deck.pdf'))
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const read = await task.promise
  const notes: string[][] = []
  for (let number = 1; number <= read.numPages; number++) {
    const found = await (await read.getPage(number)).getAnnotations()
    notes.push(
      found
        .filter(({ subtype }) => subtype === 'Text')
        .map(({ contentsObj }: { contentsObj: { str: string } }) => contentsObj.str),
    )
  }
  await task.destroy()
  // The last slide has a page for what leaves, and then one for its final state.
  expect(notes).toEqual([[], [], ['Say $x^2$ twice:\n\n– first\n– second'], [], ['Last.']])
  const pdf = await openPdf(bytes)
  expect(brokenRules(pdf)).toEqual({})
  const held = elementsOf(pdf).filter(({ kind }) => kind === 'Annot')
  expect(held.map(({ parent }) => parent?.kind)).toEqual(['Sect', 'Sect'])
})

test.each([
  [['--annotations', '--layout', 'notes'], '--annotations goes with --layout slides'],
  [['--annotations', '--png'], 'not with --png'],
])('%j ends with 2', async (options, message) => {
  const { code, err } = await lectern(projectWith(deck), 'pdf', ...options)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('links into the site lead to where it is, or are plain words, and never to a folder of this machine', async () => {
  const folder = projectWith('# Deck\n\n[the data](data.csv) and [the other](other.md#two)\n')
  writeFileSync(path.join(folder, 'slides/data.csv'), 'a,b\n1,2\n')
  writeFileSync(path.join(folder, 'slides/other.md'), '# Other\n\n## Two\n\nText\n')
  const addresses = async (file: string): Promise<(string | undefined)[]> => {
    const data = new Uint8Array(readFileSync(path.join(folder, file)))
    const page = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1)
    return (await page.getAnnotations()).map(({ unsafeUrl }: { unsafeUrl?: string }) => unsafeUrl)
  }
  await lectern(folder, 'pdf', 'slides/deck.md', '-o', 'alone.pdf')
  expect(await addresses('alone.pdf')).toEqual([])
  await lectern(folder, 'pdf', 'slides/deck.md', '-o', 'based.pdf', '--base', 'https://example.org/course')
  expect(await addresses('based.pdf')).toEqual([
    expect.stringMatching(/^https:\/\/example\.org\/course\/assets\/data-[\w-]{8}\.csv$/),
    'https://example.org/course/other/index.html#/two',
  ])
  await lectern(folder, 'build', '--pdf')
  expect(await addresses('dist/deck/deck.pdf')).toEqual([
    expect.stringMatching(/^\.\.\/assets\/data-[\w-]{8}\.csv$/),
    '../other/index.html#/two',
  ])
  expect(await lectern(folder, 'pdf', '--base', 'course')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--base takes an address'),
  })
})

test('a deck that bears no date gives a PDF that names none, in none of its places', async () => {
  const folder = projectWith(deck.replace(/^date: .*\n/m, ''))
  expect(await lectern(folder, 'pdf', '--annotations')).toMatchObject({ code: 0, err: '' })
  const bytes = readFileSync(path.join(folder, 'deck.pdf'))
  const { info } = await readPdf(bytes)
  expect(info).toMatchObject({ Title: 'Deck', Author: 'A. Uthor' })
  expect(info).not.toHaveProperty('CreationDate')
  expect(info).not.toHaveProperty('ModDate')
  const pdf = await openPdf(bytes)
  expect(brokenRules(pdf)).toEqual({})
  const facts = pdf.catalog.lookup(name('Metadata')) as PDFRawStream
  const xmp = Buffer.from(facts.contents).toString()
  expect(xmp).toMatch(/<dc:title>.*Deck/s)
  expect(xmp).not.toContain('Date>')
})
