/**
 * Pictures of every slide of a built deck, and sheets of three by three for looking at:
 * `node tests/support/run.mjs tests/scripts/contact-sheet.ts dist/foundation-models/index.html OUT [--dark | --light] [--per=9] [--only=slug,slug]`.
 * `--light` is for themes that are dark on every screen.
 * Each slide is taken before its first step (`NNN-slug-a.png`) and, where it has steps, after its last (`NNN-slug-z.png`).
 */
import { access, mkdir, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { slidesOf, showSlide, type SlidePlace } from '../support/deck-page.ts'

interface Shot {
  name: string
  png: Buffer
}

const COLUMNS = 3
/** Size of a picture on a sheet: half of the stage, where 24 px text can still be read. */
const WIDTH = 640
const HEIGHT = 360
const CAPTION = 20
const GAP = 8

/** Makes the pictures, or gives what is wrong with the command. */
async function main(options: string[]): Promise<string | undefined> {
  const [deck, out = 'contact-sheets'] = options.filter((option) => !option.startsWith('--'))
  const value = (name: string) => options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1]
  if (!deck) return 'Which deck? Give the index.html of a built lecture.'
  const found = await access(deck).then(
    () => true,
    () => false,
  )
  if (!found) return `There is no ${deck}. Build the deck first: npx lectern build slides/NAME --out FOLDER`
  await mkdir(out, { recursive: true })
  const browser = await launchBrowser()
  try {
    const dark = options.includes('--dark')
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    await page.goto(pathToFileURL(resolve(deck)).href)
    if (options.includes('--light'))
      await page.evaluate(() => void (document.documentElement.dataset.scheme = 'light'))
    const only = value('only')?.split(',')
    const shots: Shot[] = []
    for (const place of await slidesOf(page))
      if (!only || only.includes(place.slug)) shots.push(...(await shoot(page, place)))
    if (shots.length === 0) return `No slide of ${deck} is named ${value('only')}.`
    for (const { name, png } of shots) await writeFile(join(out, `${name}.png`), png)
    await sheets(page, shots, out, Number(value('per') ?? COLUMNS ** 2))
    console.log(`${shots.length} pictures in ${out}`)
    return undefined
  } finally {
    await browser.close()
  }
}

async function shoot(page: Page, place: SlidePlace): Promise<Shot[]> {
  const name = `${String(place.index + 1).padStart(3, '0')}-${place.slug}`
  await showSlide(page, place, -1)
  const shots = [{ name: `${name}-a`, png: await page.screenshot() }]
  if (place.steps > 0) {
    await showSlide(page, place, place.steps - 1)
    shots.push({ name: `${name}-z`, png: await page.screenshot() })
  }
  return shots
}

async function sheets(page: Page, shots: Shot[], out: string, per: number): Promise<void> {
  await page.setViewportSize({
    width: COLUMNS * (WIDTH + GAP) + GAP,
    height: Math.ceil(per / COLUMNS) * (HEIGHT + CAPTION + GAP) + GAP,
  })
  for (let first = 0; first < shots.length; first += per) {
    const figures = shots
      .slice(first, first + per)
      .map(
        ({ name, png }) =>
          `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
      )
    await page.setContent(`<style>
      body { margin: ${GAP}px; display: grid; grid-template-columns: repeat(${COLUMNS}, ${WIDTH}px); gap: ${GAP}px;
        background: #777; font: 14px/${CAPTION}px sans-serif }
      figure { margin: 0 }
      img { display: block; width: ${WIDTH}px; height: ${HEIGHT}px }
    </style>${figures.join('')}`)
    await writeFile(
      join(out, `sheet-${String(first / per + 1).padStart(2, '0')}.png`),
      await page.screenshot(),
    )
  }
}

const wrong = await main(process.argv.slice(2))
if (wrong) {
  console.error(wrong)
  process.exitCode = 2
}
