/** The second pass over PDFs that are written in one way or another; what it makes of a deck's, `e2e/pdf-*.test.ts` sees. */
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { finishPdf, type FinishOptions } from '../../src/build/export/finish/finish-pdf.ts'
import { openPdf } from '../support/pdf-file.ts'

const options: FinishOptions = {
  facts: {
    title: 'Größe (1) \\ 2',
    authors: ['A. Uthor'],
    subject: '',
    keywords: [],
    lang: 'de',
    date: new Date('2024-05-06'),
  },
  outline: () => [{ title: 'First', page: 0, children: [{ title: 'Second', page: 1, children: [] }] }],
  labels: ['1', '2a'],
  titleOf: () => undefined,
  formulas: [],
}

/** Two pages; the second has a link, and text in parentheses that nobody has to escape. */
async function printed(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const [, page] = [pdf.addPage([1280, 720]), pdf.addPage([1280, 720])]
  page.drawText('words')
  const link = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0.5, 10.25, 1e-7],
    A: { S: 'URI', URI: PDFString.of('https://example.org/a(b)') },
    NM: PDFString.of('a (b (c)) \\) d'),
    Border: null,
  })
  page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(link)]))
  return pdf
}

const plain = async (): Promise<Uint8Array> => (await printed()).save({ useObjectStreams: false })
const text = async (): Promise<string> => Buffer.from(await plain()).toString('latin1')
const bytes = (latin: string): Uint8Array => Buffer.from(latin, 'latin1')

test('a PDF gets title, outline and labels, and keeps what it had', async () => {
  const { bytes: finished, pages } = await finishPdf(await plain(), options)
  const pdf = await openPdf(finished)
  expect(pages).toBe(2)
  expect(pdf.getTitle()).toBe('Größe (1) \\ 2')
  expect(pdf.getModificationDate()).toEqual(new Date('2024-05-06'))
  expect(String(pdf.catalog.lookup(PDFName.of('PageLabels')))).toMatch(/\/St 1\b[^]*\/P <FEFF00320061>/)
  expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true)
  const [link] = pdf.getPage(1).node.Annots()!.asArray()
  expect(String(pdf.context.lookup(link))).toMatch(
    /\/Rect \[ 0 0\.5 10\.25 0\.0000\d+ \]\n[^]*\/NM \(a \(b \(c\)\) \\\) d\)\n\/Border null\n/,
  )
})

test('links lead into the site, also to a name with half a pair of parentheses', async () => {
  const odd = bytes((await text()).replace('a(b)', 'a\\(b'))
  const site = { from: 'https://example.org/', to: 'https://example.com/x/' }
  const pdf = await openPdf((await finishPdf(odd, { ...options, site })).bytes)
  const [link] = pdf.getPage(1).node.Annots()!.asArray()
  const action = pdf.context.lookup(link, PDFDict).lookup(PDFName.of('A'), PDFDict)
  expect(action.lookup(PDFName.of('URI'), PDFString).decodeText()).toBe('https://example.com/x/a(b')
})

test.each([
  ['with objects in packed streams', async () => (await printed()).save()],
  ['with something before it', async () => bytes(`HTTP/1.1 200\n\n${await text()}`)],
  [
    'with a comment in an object',
    async () => bytes((await text()).replace('/Type /Page\n', '/Type % one\n/Page\n')),
  ],
  ['whose table is lost', async () => bytes((await text()).replace(/\nxref\n[^]*?trailer/, '\ntrailer'))],
  [
    'with the wrong length of a stream',
    async () => bytes((await text()).replace(/\/Length (\d+)/, '/Length 9$1')),
  ],
])('a PDF %s comes out as any other', async (_, odd) => {
  expect(await finishPdf(await odd(), options)).toEqual(await finishPdf(await plain(), options))
})

test('what is no PDF is an error', async () => {
  await expect(finishPdf(bytes('no PDF'), options)).rejects.toThrow()
})
