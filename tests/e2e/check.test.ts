/** What `lectern check` tells of decks with known faults, each with its file, line and slide. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import pico from 'picocolors'
import { check, type CheckOptions } from '../../src/build/commands/check.ts'
import type { WireMessage } from '../../src/shared/markup.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-check-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a project of its own and gives what is told of its decks. */
async function told(
  name: string,
  files: Record<string, string>,
  options: CheckOptions,
): Promise<{ code: number; out: string }> {
  const root = join(folder, name)
  mkdirSync(join(root, 'slides'), { recursive: true })
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content)
  let out = ''
  const terminal = {
    cwd: root,
    out: (text: string) => (out += text),
    err: () => undefined,
    colors: pico.createColors(false),
    interactive: false,
  }
  const code = await check([], options, terminal)
  return { code, out }
}

/** The same as data. */
async function checked(
  name: string,
  files: Record<string, string>,
  options: CheckOptions = {},
): Promise<{ code: number; messages: WireMessage[] }> {
  const { code, out } = await told(name, files, { ...options, format: 'json' })
  return { code, messages: (JSON.parse(out) as { messages: WireMessage[] }).messages }
}

const brief = ({ file, line, column, rule, slide }: WireMessage): string =>
  `${file.replace('slides/', '')}:${line}:${column} ${rule} #${slide}`

const chequers =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><defs><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="#fff"/><rect width="20" height="20"/><rect x="20" y="20" width="20" height="20"/></pattern></defs><rect width="640" height="360" fill="url(#p)"/></svg>'
const night =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#101020"/><path d="M0 100h640" stroke="#fff"/></svg>'

describe('text over pictures', () => {
  let messages: WireMessage[]
  beforeAll(async () => {
    ;({ messages } = await checked('pictures', {
      'slides/chequers.svg': chequers,
      'slides/night.svg': night,
      'slides/deck.md': [
        '## Busy {background-image=chequers.svg}',
        '',
        'Words on chequers',
        '',
        '## Calm {background-image=night.svg .invert}',
        '',
        'Words on the night, with a line of light behind some of them',
        '',
        '## Behind {.x}',
        '',
        ':::stack',
        '![chequers](chequers.svg)',
        '',
        'Words in front',
        ':::',
        '',
        '## Beside',
        '',
        '![chequers](chequers.svg){width=30%}',
        '',
        'Words below',
      ].join('\n'),
    }))
  })

  test('what chequers make unreadable is told, at the words', () => {
    const found = messages.filter(({ rule }) => rule === 'text-over-picture')
    expect(found.map(brief)).toEqual([
      'deck.md:3:1 text-over-picture #busy',
      'deck.md:14:1 text-over-picture #behind',
    ])
    expect(found[0]!.reason).toMatch(/“Words on chequers” .* contrast of 1\.\d+, less than 3/)
  })
  test('what can be read, with a thin line behind it, and what stands beside a picture, is not', () => {
    expect(messages.filter(({ slide }) => slide === 'calm' || slide === 'beside')).toEqual([])
  })
})

describe('characters', () => {
  test('of a script or a sign that the theme lacks, with their code points', async () => {
    const { messages } = await checked('characters', {
      'slides/deck.md': [
        '## Kinds of type',
        '',
        'Plain → é ± “quoted” ✓ ★ 😀 👩‍🔬 and $x ≠ y$.',
        '',
        'A sign: ⏚.',
        '',
        'Thai: ไทยกข',
        '',
        '日本: [日本語のテキスト]{lang=ja}, [עברית]{lang=he}, `code → 日本 עברית`',
        '',
        '## Again ⏚',
      ].join('\n'),
    })
    expect(messages.map(brief)).toEqual([
      'deck.md:5:9 glyph-missing #kinds-of-type',
      'deck.md:7:7 glyph-missing #kinds-of-type',
    ])
    expect(messages.map(({ severity, reason }) => `${severity}: ${reason}`)).toEqual([
      'info: The theme’s fonts lack “⏚” (U+23DA), on the slide `#kinds-of-type`, nor what stands on 1 more slide',
      expect.stringContaining(
        'warning: The theme’s fonts lack “ไ” (U+0E44) and 4 more characters of the Thai script',
      ),
    ])
  })

  test('whose language brings fonts get the mend that says so', async () => {
    const { messages } = await checked('korean', { 'slides/deck.md': '## A word\n\nIn Korean: 한국어\n' })
    expect(messages.map(brief)).toEqual(['deck.md:3:12 glyph-missing #a-word'])
    expect(messages[0]!.fix).toContain('[한]{lang=ko}')
  })
})

test('pictures that do not decode, as images and behind slides', async () => {
  const { code, messages } = await checked('broken', {
    'slides/photo.png': 'no picture',
    'slides/ground.jpg': 'nor this',
    'slides/fine.svg': night,
    'slides/deck.md':
      '## One\n\n![fine](fine.svg)\n\n![photo](photo.png)\n\n## Two {background-image=ground.jpg}\n\n![elsewhere](https://example.invalid/a.png)\n',
  })
  expect(code).toBe(1)
  expect(messages.map(brief)).toEqual(['deck.md:5:10 image-broken #one', 'deck.md:7:26 image-broken #two'])
})

describe('for programs', () => {
  const files = { 'slides/deck.md': '## Faint\n\n[Grey]{style="color:#bbb"} words\n' }

  test('a code host is told where, and knows the finding again when it has moved', async () => {
    const prints = []
    for (const text of Object.values(files).flatMap((text) => [text, `## Before\n\n${text}`])) {
      const { out } = await told('sarif', { 'slides/deck.md': text }, { format: 'sarif' })
      const [result] = JSON.parse(out).runs[0].results
      expect(result).toMatchObject({ ruleId: 'contrast-low', level: 'warning' })
      const [{ physicalLocation, logicalLocations }] = result.locations
      expect(logicalLocations).toEqual([{ name: 'faint', kind: 'slide' }])
      prints.push([physicalLocation.region.startLine, result.partialFingerprints['lectern/v1']])
    }
    expect(prints.map(([line]) => line)).toEqual([3, 5])
    expect(prints[0]![1]).toBe(prints[1]![1])
  })

  test('a workflow gets annotations of what was measured', async () => {
    const { out } = await told('github', files, { format: 'github' })
    expect(out).toMatch(
      /^::warning file=slides\/deck\.md,line=3,col=2,title=contrast-low::“Grey” on the slide/,
    )
  })

  test('a baseline keeps what was measured silent, although the measure is another', async () => {
    const baseline = 'known.json'
    expect(await told('known', files, { baseline, updateBaseline: true })).toMatchObject({ code: 0 })
    const paler = { 'slides/deck.md': files['slides/deck.md'].replace('#bbb', '#ccc') }
    const { code, out } = await told('known', paler, { baseline, strict: true })
    expect(out).toContain('no messages, 1 known')
    expect(code).toBe(0)
  })
})

test('links to slides, pages and files that are not there, in Markdown and in HTML', async () => {
  const { messages } = await checked(
    'links',
    {
      'slides/data.csv': 'a,b\n',
      'slides/a.md': [
        '## Links {#links}',
        '',
        '- [no such slide](#lniks) and <a href="#gone">again</a>',
        '- [no such file](paper.pdf), [a file](data.csv)',
        '- [another deck](../b/index.html#/there), [by its folder](../b/), [to read](../b/review/#there)',
        '- [a slide it lacks](../b/#/nowhere), [no such deck](../bb/)',
        '- [by number](#/1), [the course](../index.html), [mail](mailto:a@b.c), [elsewhere](https://example.invalid)',
      ].join('\n'),
      'slides/b.md': '## There\n',
    },
    { browser: false },
  )
  expect(messages.map(brief)).toEqual([
    'a.md:3:3 link-internal #links',
    'a.md:3:40 link-internal #links',
    'a.md:4:18 link-internal #links',
    'a.md:6:22 link-internal #links',
    'a.md:6:54 link-internal #links',
  ])
  expect(messages.map(({ reason }) => reason)).toEqual([
    'There is no slide `#lniks`',
    'There is no slide `#gone`',
    'The link `paper.pdf` leads to nothing in the site',
    'There is no slide `#nowhere` in the deck `b`',
    'The link `../bb/` leads to nothing in the site',
  ])
  expect(messages[4]!.fix).toBe('Did you mean "b"?')
})

test('errors of the page, with the slide that was shown or that holds the script', async () => {
  const { messages } = await checked('errors', {
    'lectern.config.js':
      "export default { trustHtml: true, plugins: [{ name: 'bad', runtime: './bad.js' }] }",
    'bad.js': `export function start({ deck }) {
  deck.on('slidechanged', () => {
    if (deck.getCurrentSlide().id === 'third') throw new Error('The third broke')
  })
}
`,
    'slides/deck.md':
      '## First\n\n## Second\n\n<script>console.error("A figure says no")</script>\n\nText.\n\n## Third\n\nText.\n',
  })
  const found = messages.filter(({ rule }) => rule === 'page-error')
  expect(found.map(({ line, slide, reason }) => `${line} ${slide}: ${reason}`)).toEqual([
    '3 second: The page said: A figure says no on the slide `#second`',
    '9 third: The page failed: The third broke on the slide `#third`',
  ])
})

test('links to other sites, only where asked for, each address once', async () => {
  const asked: string[] = []
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`)
    response.writeHead(url === '/there' || url === '/photo.png' ? 200 : 404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const files = {
    'slides/deck.md': `## One\n\n[there](${site}/there#part) and [gone](${site}/gone)\n\n![photo](${site}/photo.png)\n\n## Two\n\n- [there](${site}/there)\n- [gone](${site}/gone)\n`,
  }
  const silent = await checked('elsewhere', files)
  expect(silent.messages).toEqual([])
  expect(asked).toEqual([])

  const { code, messages } = await checked('elsewhere', files, { links: true, near: true })
  expect(code).toBe(0)
  expect(messages.map(brief)).toEqual(
    ['deck.md:3:52 link-external #one', 'deck.md:10:10 link-external #two'].map(expectAnyColumn),
  )
  expect(messages[0]).toMatchObject({ severity: 'warning', reason: `\`${site}/gone\` answers 404 Not Found` })
  expect(asked.toSorted()).toEqual(['GET /gone', 'HEAD /gone', 'HEAD /photo.png', 'HEAD /there'])

  // What lies in one's own network is none of a deck's business.
  asked.length = 0
  const guarded = await checked('elsewhere', files, { links: true, browser: false })
  expect(asked).toEqual([])
  expect(new Set(guarded.messages.map(({ severity }) => severity))).toEqual(new Set(['info']))
})

/** The port makes the column. */
function expectAnyColumn(text: string): unknown {
  return expect.stringMatching(text.replace(/:\d+ /, String.raw`:\d+ `))
}
