import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { startPreview } from '../../src/build/dev/preview.ts'
import { HOT_EVENT, HOT_MESSAGES_EVENT, type HotUpdate, type WireMessage } from '../../src/shared/markup.ts'
import { PLUGINS_URL } from '../../src/build/vite/project-plugins.ts'
import { siteCopy } from './run.ts'

interface Update {
  event: string
  data: HotUpdate & { messages: WireMessage[] }
}

/** A preview of `tests/sites/two-decks` with the page of `first` open: its URL, its deck file, its web socket. */
async function openPreview() {
  const site = siteCopy('two-decks')
  const preview = await startPreview(site, [], { port: undefined })
  onTestFinished(() => preview.close())
  const url = preview.urls[0]!
  const page = await (await fetch(`${url}first/`)).text()
  const socket = new WebSocket(url.replace('http', 'ws'), 'vite-hmr')
  const heard: Update[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string } & Update
    if (message.type === 'custom') heard.push(message)
    for (const wake of waiting.splice(0)) wake()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  onTestFinished(() => socket.close())
  /** The next update of the event; those before it are dropped. */
  const next = async (event: string): Promise<Update['data']> => {
    for (;;) {
      const at = heard.findIndex((message) => message.event === event)
      if (at >= 0) return heard.splice(0, at + 1).at(-1)!.data
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const file = path.join(site, 'slides/first.md')
  const edit = (from: string, to: string): string => readFileSync(file, 'utf8').replace(from, to)
  return { site, url, page, file, next, edit, heard }
}

test('an edit sends the changed slide alone', async () => {
  const { file, next, edit, page } = await openPreview()
  expect(page).toContain('<section id="one"')
  writeFileSync(file, edit('Text.', 'Other words.'))
  const { deck, slides } = await next(HOT_EVENT)
  expect(deck).toBe('first')
  expect(slides!.map(({ slug }) => slug)).toEqual(['one'])
  expect(slides![0]!.html).toMatch(/^<section id="one"[^]*Other words\.[^]*<\/section>$/)
})

test('every way in which editors save is heard', async () => {
  const { file, next, edit } = await openPreview()
  writeFileSync(`${file}.tmp`, edit('Text.', 'Renamed.'))
  renameSync(`${file}.tmp`, file)
  expect((await next(HOT_EVENT)).slides![0]!.html).toContain('Renamed.')

  const text = edit('Renamed.', 'Written anew.')
  rmSync(file)
  writeFileSync(file, text)
  expect((await next(HOT_EVENT)).slides![0]!.html).toContain('Written anew.')

  const last = edit('Written anew.', 'Emptied first.')
  writeFileSync(file, '')
  writeFileSync(file, last)
  expect((await next(HOT_EVENT)).slides?.[0]?.html).toContain('Emptied first.')

  // The old one set aside until the new one is written.
  const kept = edit('Emptied first.', 'With a backup.')
  renameSync(file, `${file}~`)
  writeFileSync(file, kept)
  rmSync(`${file}~`)
  expect((await next(HOT_EVENT)).slides?.[0]?.html).toContain('With a backup.')
})

test('a deck that is gone for a while is kept up to date again when it is back', async () => {
  const { file, url, next, edit } = await openPreview()
  const text = edit('Text.', 'Back again.')
  rmSync(file)
  expect((await fetch(`${url}first/`)).status).toBe(404)
  writeFileSync(file, text)
  expect((await next(HOT_EVENT)).slides?.[0]?.html).toContain('Back again.')
  expect(await (await fetch(`${url}first/`)).text()).toContain('Back again.')
})

test('a slide with a new error stays as it is until the error is gone; the message has its place', async () => {
  const { file, next, edit, heard } = await openPreview()
  const whole = edit('', '')
  writeFileSync(file, edit('Text.', '![x](nowhere.png)'))
  const { messages } = await next(HOT_MESSAGES_EVENT)
  expect(messages).toMatchObject([{ rule: 'asset-missing', file: 'slides/first.md', line: 10, column: 1 }])
  writeFileSync(file, whole.replace('Text.', 'Mended.'))
  expect(await next(HOT_MESSAGES_EVENT)).toMatchObject({ messages: [] })
  const { slides } = await next(HOT_EVENT)
  expect(slides).toMatchObject([{ slug: 'one', html: expect.stringContaining('Mended.') }])
  expect(heard).toEqual([])
})

test('another outline has the page load again; so has another file that the deck shows', async () => {
  const { site, url, file, next, edit } = await openPreview()
  writeFileSync(file, edit('## Two', '## Three\n\n## Two'))
  expect((await next(HOT_EVENT)).slides).toBeNull()

  await fetch(`${url}second/`)
  writeFileSync(path.join(site, 'slides/second/figure one.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const { deck, slides } = await next(HOT_EVENT)
  expect(deck).toBe('second')
  const image = /src="\.\.\/(assets\/[^"]+)"/.exec(slides![0]!.html)![1]
  const response = await fetch(url + image)
  expect(response.headers.get('content-type')).toContain('image/svg+xml')
  expect(await response.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>')
})

test('nothing but pages, what they show, and the runtime is served', async () => {
  const { site, url } = await openPreview()
  expect(await (await fetch(url)).text()).toContain('Second')
  expect((await fetch(`${url}first/print/`)).status).toBe(200)
  for (const secret of [
    'slides/first.md',
    'package.json',
    `@fs${site}/slides/first.md`,
    '@fs/etc/passwd',
    '@fs/etc/passwd?raw',
    `@fs${site}/slides/first.md?raw`,
    'assets/../../slides/first.md',
    'first/..%2f..%2fslides/first.md',
    '%2e%2e/slides/first.md',
    'nothing/',
  ]) {
    const response = await fetch(url + secret)
    expect(response.status, secret).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toMatch(/Only for me|root:/)
  }
})

test('a part of a file can be asked for', async () => {
  const { url } = await openPreview()
  const page = await (await fetch(`${url}second/`)).text()
  const data = /href="\.\.\/(assets\/data[^"]+)"/.exec(page)![1]
  const response = await fetch(url + data, { headers: { Range: 'bytes=4-6' } })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe('bytes 4-6/8')
  expect(await response.text()).toBe('1,2')
})

test('the runtime parts of plugins are served as modules', async () => {
  const site = siteCopy('two-decks')
  const config = 'export default { plugins: [{ name: "wave", runtime: "./parts/wave.ts" }] }'
  writeFileSync(path.join(site, 'lectern.config.mjs'), config)
  mkdirSync(path.join(site, 'parts'))
  writeFileSync(
    path.join(site, 'parts/wave.ts'),
    'export function start(): void { document.title = "waving" }',
  )
  const preview = await startPreview(site, [], { port: undefined })
  onTestFinished(() => preview.close())
  const get = async (url: string): Promise<string> => (await fetch(new URL(url, preview.urls[0]))).text()
  expect(await get('first/')).toContain(`<script type="module" src="${PLUGINS_URL}"></script>`)
  const entry = await get(PLUGINS_URL)
  expect(entry).toContain('runPlugin("wave"')
  const part = /from "([^"]*wave\.ts[^"]*)"/.exec(entry)?.[1]
  expect(await get(part!)).toContain('waving')
})
