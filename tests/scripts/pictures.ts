/**
 * The pictures of the README and of each theme, taken from the decks of this repository: `npm run pictures`, or
 * `npm run pictures -- --only=uses,themes,roadmap`. Writes `.github/pictures/*.webp` and `themes/NAME/preview.png`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createCanvas, ImageData } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { processTerminal } from '../../src/build/terminal.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { themeNames } from '../../src/build/themes.ts'
import { main } from '../../src/cli.ts'
import { launchBrowser } from '../support/browser.ts'
import { drawnPages } from '../support/pdf-pixels.ts'
import { fileUrl } from '../support/site.ts'
import { toAnimation, toWebp } from './pictures/canvas.ts'
import { lecturePage, slidePicture, steppingShots } from './pictures/shots.ts'
import { previewSheet, themesSheet, usesSheet } from './pictures/sheets.ts'

const FLAGSHIP = 'foundation-models'
/** Slides of the gallery that show a theme; the last one in dark. */
const THEME_SLIDES = ['title', 'statement', 'drawing', 'code'] as const
/** The most that one may weigh, and all together (bytes). */
const MOST = { roadmap: 600_000, all: 3_000_000 }

const out = join(packageRoot, '.github', 'pictures')
const folder = mkdtempSync(join(tmpdir(), 'lectern-pictures-'))
const only = process.argv
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const written: { name: string; bytes: number }[] = []

function write(file: string, content: Buffer): void {
  writeFileSync(file, content)
  written.push({ name: file.slice(packageRoot.length + 1), bytes: content.length })
}

async function run(...argv: string[]): Promise<void> {
  const terminal = { ...processTerminal(), cwd: packageRoot, out: () => undefined }
  const code = await main(argv, terminal)
  if (code !== 0) throw new Error(`lectern ${argv.join(' ')} ended with ${code}`)
}

const site = (theme: string): string => join(folder, theme)
const deckUrl = (theme: string, path: string): string => `${fileUrl(site(theme))}${path}/index.html`

async function uses(browser: Browser, paint: Page): Promise<void> {
  const lecture = await lecturePage(browser, deckUrl('lecture', FLAGSHIP), { scale: 1 })
  const pdf = join(folder, 'handout.pdf')
  await run(
    'pdf',
    `slides/${FLAGSHIP}`,
    '--layout',
    'handout',
    '--per-page',
    '3',
    '--range',
    '16-18',
    '-o',
    pdf,
  )
  const phone = await browser.newPage({
    viewport: { width: 375, height: 760 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    isMobile: true,
    reducedMotion: 'reduce',
  })
  await phone.goto(`${deckUrl('lecture', `${FLAGSHIP}/review`)}#check-c`)
  await phone.locator('#check-c input[value="1"]').check()
  await phone.locator('#check-c .button-main').click()
  await phone.locator('#check-c').evaluate(async (slide: HTMLElement) => {
    await document.fonts.ready
    // Below the bar.
    window.scrollTo(0, slide.getBoundingClientRect().top + window.scrollY - 64)
  })
  const sheet = await usesSheet(paint, {
    lecture: await slidePicture(lecture, 'attention'),
    paper: await firstPage(pdf),
    review: await phone.screenshot(),
  })
  write(join(out, 'uses.webp'), await toWebp(sheet, 90))
  await lecture.close()
  await phone.close()
}

async function firstPage(file: string): Promise<Buffer> {
  const [page] = (await drawnPages(readFileSync(file), 1000)).values()
  const canvas = createCanvas(page!.width, page!.height)
  canvas.getContext('2d').putImageData(new ImageData(page!.data, page!.width, page!.height), 0, 0)
  return canvas.encode('png')
}

async function themes(browser: Browser, paint: Page): Promise<void> {
  const rows: { name: string; slides: Buffer[] }[] = []
  const names = themeNames(packageRoot)
  for (const name of ['lecture', ...names.filter((one) => one !== 'lecture')]) {
    const light = await lecturePage(browser, deckUrl(name, 'gallery'))
    const dark = await lecturePage(browser, deckUrl(name, 'gallery'), { dark: true })
    const slides: Buffer[] = []
    for (const slug of THEME_SLIDES)
      slides.push(await slidePicture(slug === THEME_SLIDES.at(-1) ? dark : light, slug))
    rows.push({ name, slides })
    await light.close()
    await dark.close()
  }
  write(join(out, 'themes.webp'), await toWebp(await themesSheet(paint, rows), 90))
  const plain = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  for (const { name, slides } of rows)
    write(join(packageRoot, 'themes', name, 'preview.png'), await previewSheet(plain, slides))
  await plain.close()
}

async function roadmap(browser: Browser): Promise<void> {
  const page = await lecturePage(browser, deckUrl('lecture', FLAGSHIP), { moving: true, scale: 1.35 })
  const clip = { x: 0, y: 0, width: 1280, height: 720 }
  const shots = await steppingShots(page, 'what-it-is', clip, { each: 350, last: 2600 })
  write(join(out, 'roadmap.webp'), await toAnimation(shots, 82))
  await page.close()
}

const pictures = { uses, themes, roadmap }

mkdirSync(out, { recursive: true })
const browser = await launchBrowser()
try {
  await run('build', `slides/${FLAGSHIP}`, 'slides/gallery', '--out', site('lecture'))
  for (const name of themeNames(packageRoot))
    if (name !== 'lecture') await run('build', 'slides/gallery', '--theme', name, '--out', site(name))
  const paint = await browser.newPage({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 2 })
  for (const [name, make] of Object.entries(pictures))
    if (!only || only.includes(name)) await make(browser, paint)
  for (const { name, bytes } of written) console.log(`${name}  ${Math.round(bytes / 1000)} kB`)
  const all = written.reduce((sum, { bytes }) => sum + bytes, 0)
  const road = written.find(({ name }) => name.endsWith('roadmap.webp'))?.bytes ?? 0
  if (all > MOST.all || road > MOST.roadmap) throw new Error('The pictures weigh too much')
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
