/** Pictures in PDFs: no larger than they need be, and none of them harmed. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lectern, projectWith } from '../build/run.ts'
import { elementsOf, imagesOf, openPdf, type PdfImage } from '../support/pdf-file.ts'
import { differingPart, drawnPages } from '../support/pdf-pixels.ts'
import { brokenRules } from '../support/pdf-rules.ts'
import { drawing, photo, turned } from '../support/test-pictures.ts'

const front = '---\ntitle: Pictures\nauthor: A. Uthor\nlang: en\ndescription: Test\n---\n\n'
const WHOLE = { left: Infinity, top: Infinity }

/** A project whose deck shows each file on a slide of its own, 600 px wide. */
function showing(files: Record<string, Uint8Array | string>, more = ''): string {
  const slides = Object.keys(files).map(
    (name) => `## ${name}\n\n![Words on ${name}](${name}){width=600px}\n\n`,
  )
  const folder = projectWith(`${front}${slides.join('')}${more}`)
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, 'slides', name), content)
  return folder
}

async function made(folder: string, ...options: string[]): Promise<Buffer> {
  expect(await lectern(folder, 'pdf', '-o', 'deck.pdf', ...options)).toMatchObject({ code: 0, err: '' })
  return readFileSync(path.join(folder, 'deck.pdf'))
}

const images = async (pdf: Uint8Array): Promise<PdfImage[]> => imagesOf(await openPdf(pdf))

// The encoder's scale for AVIF runs backwards: 0 is best.
test.each([
  ['a WebP', 'photo.webp', async () => (await photo(1280, 720)).encode('webp', 80), 3, 1280],
  ['an AVIF', 'photo.avif', async () => (await photo(1280, 720)).encode('avif', { quality: 5 }), 5, 1280],
  ['a PNG of 8 megapixels', 'photo.png', async () => (await photo(3840, 2160)).encode('png'), 0.1, 1800],
  ['a JPEG 6000 px wide', 'photo.jpg', async () => (await photo(6000, 3375)).encode('jpeg', 92), 0.2, 1800],
])('%s is a JPEG that fits where it stands: %s', async (_, name, encoded, multiple, width) => {
  const file = await encoded()
  const folder = showing({ [name]: file })
  const bytes = await made(folder)
  // Letters of the slides take the rest.
  expect(bytes.length).toBeLessThan(multiple * file.length + 20_000)
  expect(await images(bytes)).toEqual([
    { width, height: Math.round(width * (9 / 16)), filter: 'DCTDecode', hasMask: false },
  ])
  const original = await made(folder, '--images', 'original')
  expect(original.length).toBeGreaterThan(2 * bytes.length)
  expect(await difference(bytes, original)).toBe(0)
})

/** The largest part of a page in which two PDFs look different. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [pages, others] = [await drawnPages(one, 1280), await drawnPages(other, 1280)]
  expect([...pages.keys()]).toEqual([...others.keys()])
  return Math.max(
    ...[...pages].map(([label, page]) => differingPart(page, others.get(label)!, 16, 10, WHOLE)),
  )
}

test('a small picture, a drawing, one that can be seen through and a JPEG that fits stay as they are', async () => {
  const glass = await photo(1280, 720)
  glass.getContext('2d').clearRect(0, 0, 640, 700)
  const window = drawing(1400, 1000, '#f4f8ff')
  window.getContext('2d').drawImage(await photo(640, 360), 500, 100)
  const folder = showing({
    'small.webp': await (await photo(90, 90)).encode('webp'),
    'screen.png': await drawing(2400, 1350, '#f4f8ff').encode('png'),
    'window.png': await window.encode('png'),
    'lines.png': await drawing(1280, 720).encode('png'),
    'glass.png': await glass.encode('png'),
    'fits.jpg': await (await photo(1280, 720)).encode('jpeg', 90),
    'vector.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><circle r="99"/></svg>',
  })
  const bytes = await made(folder)
  expect((await images(bytes)).map(({ filter, hasMask }) => [filter, hasMask])).toEqual([
    ['FlateDecode', false],
    ['FlateDecode', false],
    ['FlateDecode', false],
    ['FlateDecode', true],
    ['FlateDecode', true],
    ['DCTDecode', false],
  ])
  expect(bytes.equals(await made(folder, '--images', 'original'))).toBe(true)
})

test('what can be seen through and is far too large is made smaller, and seen through as before', async () => {
  const glass = await photo(3600, 2025)
  glass.getContext('2d').clearRect(0, 0, 1800, 1900)
  const folder = showing({ 'glass.png': await glass.encode('png') })
  const bytes = await made(folder)
  expect(await images(bytes)).toEqual([{ width: 1800, height: 1013, filter: 'FlateDecode', hasMask: true }])
  expect(await difference(bytes, await made(folder, '--images', 'original'))).toBe(0)
})

test('behind a slide, upright from a camera held on its side, in steps: each as it was, and read out', async () => {
  const side = turned(await (await photo(1600, 900)).encode('jpeg', 90), 6)
  const webp = await (await photo(1600, 900)).encode('webp', 80)
  const more =
    '## Behind {background-image=天空.webp}\n\n## Steps\n\n![Again](天空.webp){width=300px}\n\ngone {.fragment .fade-out}\n'
  const folder = showing({ 'side.jpg': side, '天空.webp': webp }, more)
  const bytes = await made(folder)
  expect((await images(bytes)).map(({ width, height, filter }) => [width, height, filter])).toEqual([
    [900, 1600, 'DCTDecode'],
    [1600, 900, 'DCTDecode'],
  ])
  const pdf = await openPdf(bytes)
  expect(brokenRules(pdf)).toEqual({})
  expect(elementsOf(pdf).flatMap(({ kind, alt }) => (kind === 'Figure' ? [alt] : []))).toEqual([
    'Words on side.jpg',
    'Words on 天空.webp',
    'Again',
  ])
  expect(await difference(bytes, await made(folder, '--images', 'original'))).toBe(0)
  // On paper a slide is smaller, and so are its pictures.
  const handout = await images(await made(folder, '--layout', 'handout', '--per-page', '6'))
  expect(Math.max(...handout.map(({ width }) => width))).toBeLessThan(1000)
})

test('the same pictures give the same bytes, and the files stay what they are', async () => {
  const webp = await (await photo(1280, 720)).encode('webp', 80)
  const png = await (await photo(3000, 1000)).encode('png')
  const folder = showing({ 'photo.webp': webp, 'photo.png': png })
  expect(await lectern(folder, 'build', '--pdf')).toMatchObject({ code: 0, err: '' })
  const printed = readFileSync(path.join(folder, 'dist/deck/deck.pdf'))
  expect((await images(printed)).map(({ filter }) => filter)).toEqual(['DCTDecode', 'DCTDecode'])
  expect((await made(folder)).equals(printed)).toBe(true)
  expect((await made(folder)).equals(printed)).toBe(true)
  const assets = path.join(folder, 'dist/assets')
  for (const [name, content] of [['photo.webp', webp] as const, ['photo.png', png] as const]) {
    expect(readFileSync(path.join(folder, 'slides', name)).equals(content)).toBe(true)
    const copy = readdirSync(assets).find(
      (file) => file.startsWith('photo-') && name.endsWith(path.extname(file)),
    )
    expect(readFileSync(path.join(assets, copy!)).equals(content)).toBe(true)
  }
})

test('a file that is damaged, or no picture at all, keeps nothing from being printed', async () => {
  const webp = await (await photo(1280, 720)).encode('webp', 80)
  const folder = showing({
    'cut.webp': webp.subarray(0, 9000),
    'none.png': 'no picture',
    'whole.webp': webp,
  })
  expect((await images(await made(folder))).some(({ filter }) => filter === 'DCTDecode')).toBe(true)
})
