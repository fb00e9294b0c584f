/** `lectern pdf` on small decks: what options do; `pdf-faults.test.ts` tells what is left where something goes wrong. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lectern, projectWith, siteCopy } from '../build/run.ts'
import { readPdf, type ReadPdf } from '../support/pdf-text.ts'

async function made(folder: string, ...options: string[]): Promise<ReadPdf> {
  const { code, err } = await lectern(folder, 'pdf', '-o', 'deck.pdf', ...options)
  expect(err).toBe('')
  expect(code).toBe(0)
  return readPdf(readFileSync(path.join(folder, 'deck.pdf')))
}

const front = '---\ntitle: Deck\nauthor: A. Uthor\nlang: en\ndate: 2024-05-06\ntitle-slide: false\n---\n\n'

test('each deck gets its PDF beside the working folder, and -o names a folder for several', async () => {
  const site = siteCopy('two-decks')
  const { code, out } = await lectern(site, 'pdf', '-o', 'out')
  expect(code).toBe(0)
  expect(out).toMatch(/^out\/first\.pdf {2}\d+ pages/m)
  expect(readdirSync(path.join(site, 'out')).toSorted()).toEqual(['first.pdf', 'second.pdf'])
  expect(await lectern(site, 'pdf', '-o', 'one.pdf')).toMatchObject({
    code: 2,
    err: expect.stringContaining('2 decks'),
  })
})

test('the same deck gives the same bytes, and SOURCE_DATE_EPOCH dates it', async () => {
  const folder = projectWith(`${front}## One\n\n$x^2$ 词向量 →\n\n## Two\n\n[one](#one)\n`)
  await made(folder)
  const first = readFileSync(path.join(folder, 'deck.pdf'))
  const read = await made(folder)
  expect(readFileSync(path.join(folder, 'deck.pdf')).equals(first)).toBe(true)
  expect(read.info.CreationDate).toBe('D:20240506000000Z')
  process.env.SOURCE_DATE_EPOCH = '1000000000'
  onTestFinished(() => void delete process.env.SOURCE_DATE_EPOCH)
  expect((await made(folder)).info.CreationDate).toBe('D:20010909014640Z')
})

const stepped = `${front}## Plain\n\nText\n\n## Steps\n\nalways\n\nsecond {.fragment}\n\nleaving {.fragment .fade-out}\n`

test('by default a slide is one page, and one more where the last state has lost something', async () => {
  const { labels, texts } = await made(projectWith(stepped))
  expect(labels).toEqual(['1', '2', '2b'])
  expect(texts[1]).toContain('leaving')
  expect(texts[2]).not.toContain('leaving')
  expect(texts[2]).toContain('second')
})

test('--fragments each gives every state its page, which readers of the structure meet once', async () => {
  const { labels, texts, elements, outline } = await made(projectWith(stepped), '--fragments', 'each')
  expect(labels).toEqual(['1', '2', '2b', '2c'])
  expect(texts.map((text) => text.includes('second'))).toEqual([false, false, true, true])
  expect(texts.map((text) => text.includes('leaving'))).toEqual([false, true, true, false])
  expect(elements.map((page) => page.some(({ role }) => role === 'H2'))).toEqual([true, false, false, true])
  expect(outline.map(({ label }) => label)).toEqual(['1', '2'])
})

test('the stops of a roadmap come page by page', async () => {
  const road = '## Road\n\n```roadmap\nAlpha → Beta → Gamma\n```\n'
  const { texts } = await made(projectWith(`${front}${road}`), '--fragments', 'each')
  expect(
    texts.map((text) => ['Alpha', 'Beta', 'Gamma'].filter((stop) => text.includes(stop)).length),
  ).toEqual(expect.arrayContaining([1, 2, 3]))
})

test('--range takes numbers and slugs, keeps the numbers of the deck, and says what is wrong', async () => {
  const folder = projectWith(`${front}## One\n\n## Two\n\n## Three\n\n## Four\n`)
  expect((await made(folder, '--range', '3-,#one')).labels).toEqual(['1', '3', '4'])
  const wrong = (range: string) => lectern(folder, 'pdf', '--range', range)
  expect(await wrong('2-9')).toMatchObject({ code: 2, err: expect.stringContaining('1 to 4') })
  expect(await wrong('#tow')).toMatchObject({ code: 2, err: expect.stringContaining('#tow') })
  expect(await wrong('x')).toMatchObject({ code: 2, err: expect.stringContaining('"x"') })
})

const quiz = `${front}## Ask\n\n:::quiz Which one?\n- [ ] Apples\n- [x] Oranges\n\nBecause of vitamins.\n:::\n`

test('questions stay open; with --with-answers the answers follow on a page of their own', async () => {
  const folder = projectWith(quiz)
  const open = await made(folder)
  expect(open.pages).toBe(1)
  expect(open.texts[0]).toContain('Oranges')
  expect(open.texts[0]).not.toMatch(/vitamins|✓|✗/)
  const answered = await made(folder, '--with-answers')
  expect(answered.pages).toBe(2)
  expect(answered.texts[0]).not.toContain('vitamins')
  expect(answered.texts[1]).toContain('BOranges')
  expect(answered.texts[1]).toContain('vitamins')
  expect(answered.outline.map(({ title, label }) => [title, label]).at(-1)).toEqual(['Answer', '2'])
})

test.each([
  ['1', 5],
  ['2', 3],
  ['3', 2],
  ['4', 2],
  ['6', 1],
])('a handout with %s slides a page takes %i pages for five', async (perPage, pages) => {
  const folder = projectWith(`${front}${'## Slide\n\nText\n\n'.repeat(5)}`)
  expect((await made(folder, '--layout', 'handout', '--per-page', perPage)).pages).toBe(pages)
  const letter = await made(folder, '--layout', 'handout', '--per-page', perPage, '--paper', 'letter')
  expect(letter.pages).toBe(pages)
})

test('notes stand below their slide and flow over pages; the outline still leads to each slide', async () => {
  const long = `## Long\n\n:::notes\n${'One sentence of many.\n\n'.repeat(60)}:::\n\n`
  const { texts, outline, labels } = await made(
    projectWith(`${front}${long}## Short\n\n:::notes\nOne remark.\n:::\n`),
    '--layout',
    'notes',
  )
  expect(texts.length).toBeGreaterThan(2)
  expect(texts[0]).toContain('Onesentenceofmany.')
  expect(texts.at(-1)).toContain('Oneremark.')
  expect(outline.map(({ title, label }) => [title, label])).toEqual([
    ['Long', '1'],
    ['Short', labels.at(-1)],
  ])
})

test('--png writes one picture a page, as large as asked', async () => {
  const folder = projectWith(stepped)
  expect(await lectern(folder, 'pdf', '--png', '--scale', '0.5', '-o', 'pictures')).toMatchObject({ code: 0 })
  const names = readdirSync(path.join(folder, 'pictures')).toSorted()
  expect(names).toEqual(['001-plain.png', '002-steps.png', '002b-steps.png'])
  const png = readFileSync(path.join(folder, 'pictures', '001-plain.png'))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 360])
})

test("build with the site's whole address gives links a picture: the first slide", async () => {
  const folder = projectWith(stepped)
  expect(await lectern(folder, 'build', '--base', 'https://example.org/a b')).toMatchObject({
    code: 0,
    err: '',
  })
  const png = readFileSync(path.join(folder, 'dist/deck/cover.png'))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720])
  for (const page of ['deck/index.html', 'deck/review/index.html']) {
    const html = readFileSync(path.join(folder, 'dist', page), 'utf8')
    expect(html).toContain('<meta property="og:image" content="https://example.org/a%20b/deck/cover.png">')
  }
  expect(await lectern(folder, 'build')).toMatchObject({ code: 0 })
  expect(existsSync(path.join(folder, 'dist/deck/cover.png'))).toBe(false)
})

test.each([
  [['--layout', 'handuot'], /handuot.*Did you mean "handout"/s],
  [['--per-page', '5', '--layout', 'handout'], /1, 2, 3, 4, 6/],
  [['--per-page', '2'], /--per-page goes with/],
  [['--fragments', 'each', '--layout', 'notes'], /--fragments goes with/],
  [['--images', 'orignal'], /orignal.*Did you mean "original"/s],
  [['--images', 'original', '--png'], /not with --png/],
  [['--dark', '--light'], /exclude/],
])('wrong options end with 2: %s', async (options, message) => {
  const folder = projectWith(stepped)
  expect(await lectern(folder, 'pdf', ...options)).toMatchObject({
    code: 2,
    err: expect.stringMatching(message),
  })
  expect(existsSync(path.join(folder, 'deck.pdf'))).toBe(false)
})
