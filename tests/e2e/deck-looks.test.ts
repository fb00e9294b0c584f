/** A deck's own colours and style sheet, as its pages show them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPreview } from '../../src/build/dev/preview.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { main } from '../../src/cli.ts'
import { launchBrowser } from '../support/browser.ts'
import { computedContrasts } from '../support/computed-contrast.ts'
import { showSlide, slidesOf } from '../support/deck-page.ts'
import { openLecture } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

const BODY = `
# An opener with a [link](https://example.org) and ==a mark==

## Words

- a [link](https://example.org), **bold** and ==marked==, a term \`code\`

> [!quiz] Which?
> - [x] this
> - [ ] that

> [!tip] A tip
> with a [link](https://example.org)

## A table {.exercise}

| a | b |
|---|---|
| [link](https://example.org) | 2 |

## ==Marked== and said {layout=statement}

It is a [link](https://example.org).

## The road

\`\`\`roadmap
One → Two → Three
\`\`\`

## Again

::roadmap{at=2}
`
const CSS = `:root { --edge: 111px }
.slide.exercise { background: url(dot.svg), url(https://evil.example/dot.gif) }
.slide h2 { text-transform: uppercase }
`
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="1"/></svg>'

let folder: string
let browser: Browser
const deck = (front: string): string => `---\ntitle: Looks\nlang: en\n${front}\n---\n${BODY}`
const write = (name: string, text: string): void => writeFileSync(join(folder, 'slides', name), text)

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-looks-')))
  mkdirSync(join(folder, 'slides'))
  write('bright.md', deck('accent: "#ffcc00"\nhighlight-color: "#00e5ff"\nsection-color: "#ff8800"'))
  write('dark.md', deck('theme: paper\naccent: "#101010"\nhighlight-color: "#300"\nsection-color: "#cfe8ff"'))
  write('strict.md', deck('theme: contrast\naccent: "#4a90d9"'))
  write('sheet.md', deck('accent: "#00775a"\ntext-size: 36\ncorner-radius: 3'))
  write('sheet.css', CSS)
  write('dot.svg', DOT)
  const quiet = { ...processTerminal(), cwd: folder, out: () => {}, err: () => {} }
  expect(await main(['build'], quiet)).toBe(0)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = (path: string): string => `${fileUrl(join(folder, 'dist'))}${path}/index.html`
const style = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate(
    ([of, name]) => getComputedStyle(document.querySelector(of!)!).getPropertyValue(name!),
    [selector, property],
  )

test.each(['bright', 'dark', 'strict'])(
  'words in the colours of %s can be read in light and in dark',
  async (name) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    await page.goto(open(name))
    const faint = new Set<string>()
    let texts = 0
    for (const place of await slidesOf(page)) {
      await showSlide(page, place, place.steps - 1)
      for (const scheme of ['light', 'dark']) {
        await page.evaluate((to) => (document.documentElement.dataset.scheme = to), scheme)
        for (const { text, size, bold, contrast, color, under } of await page.evaluate(computedContrasts)) {
          texts++
          if (contrast < (size >= 24 || (bold && size >= 18.66) ? 3 : 4.5))
            faint.add(`${place.slug}, ${scheme}: "${text}" (${color} on ${under}) has ${contrast.toFixed(2)}`)
        }
      }
    }
    expect(texts).toBeGreaterThan(40)
    expect([...faint].join('\n')).toBe('')
    await page.close()
  },
)

test('colours and sizes reach lecture, print and review; a sheet all but the layout of the review', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openLecture(page, `${open('sheet')}#/words`)
  expect(await style(page, 'section.present#words a', 'color')).toBe('rgb(0, 119, 90)')
  expect(await style(page, '#words', 'font-size')).toBe('36px')
  expect(await style(page, '#words', 'padding-left')).toBe('111px')
  expect(await style(page, '#words h2', 'text-transform')).toBe('uppercase')
  expect(await style(page, '#a-table', 'background-image')).toMatch(/assets\/dot-[\w-]+\.svg/)

  await page.goto(open('sheet/print'))
  expect(await style(page, '#words a', 'color')).toBe('rgb(0, 119, 90)')
  expect(await style(page, '#words h2', 'text-transform')).toBe('uppercase')
  expect(await style(page, '#a-table', 'background-image')).toMatch(/assets\/dot-[\w-]+\.svg/)

  await page.goto(open('sheet/review'))
  expect(await style(page, '#words a', 'color')).toBe('rgb(0, 119, 90)')
  expect(await style(page, '#words h2', 'text-transform')).toBe('none')
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
  await page.close()
})

test('a sheet is shown at once while its author writes it, from its first line to its end', async () => {
  const preview = await startPreview(folder, ['slides/bright.md'], {})
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).hostname))
  try {
    await openLecture(page, `${preview.urls[0]}bright/#/words`)
    await page.waitForLoadState('networkidle')
    await openLecture(page, `${preview.urls[0]}bright/#/words`)
    await page.evaluate(() => Object.assign(window, { marker: 'same page' }))
    const heading = (property: string, value: string) =>
      page.waitForFunction(
        ([name, wanted]) =>
          getComputedStyle(document.querySelector('#words h2')!).getPropertyValue(name!) === wanted,
        [property, value],
      )
    write('bright.css', `${CSS}\n.slide h2 { letter-spacing: 7px }`)
    await heading('letter-spacing', '7px')
    await page.locator('.messages-badge', { hasText: '1 warning' }).click()
    await page.locator('.messages:visible', { hasText: 'https://evil.example/dot.gif' }).waitFor()
    write('bright.css', '.slide h2 { letter-spacing: 9px }')
    await heading('letter-spacing', '9px')
    await page.locator('.messages-badge').waitFor({ state: 'hidden' })
    rmSync(join(folder, 'slides/bright.css'))
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('#words h2')!).letterSpacing !== '9px',
    )
    write('bright.md', deck('accent: "#aa0044"'))
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('#words a')!).color === 'rgb(170, 0, 68)',
    )
    expect(await page.evaluate(() => (window as unknown as { marker?: string }).marker)).toBe('same page')
    expect(asked).not.toContain('evil.example')
  } finally {
    await page.close()
    await preview.close()
  }
})
