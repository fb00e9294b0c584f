/**
 * Pictures of every slide of a built deck, and sheets of six for looking at:
 * `node tests/support/run.mjs tests/scripts/contact-sheet.ts dist/foundation-models/index.html OUT [--dark] [--per=6] [--only=slug,slug]`.
 * Each slide is taken before its first step (`NNN-slug-a.png`) and, where it has steps, after its last (`NNN-slug-z.png`).
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { slidesOf, showSlide, type SlidePlace } from '../support/deck-page.ts'

interface Shot {
  name: string
  png: Buffer
}

async function main(options: string[]): Promise<void> {
  const [deck, out = 'contact-sheets'] = options.filter((option) => !option.startsWith('--'))
  const value = (name: string) => options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1]
  if (!deck) throw new Error('Which deck? Give the index.html of a built lecture.')
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
    const only = value('only')?.split(',')
    const shots: Shot[] = []
    for (const place of await slidesOf(page))
      if (!only || only.includes(place.slug)) shots.push(...(await shoot(page, place)))
    for (const { name, png } of shots) await writeFile(join(out, `${name}.png`), png)
    await sheets(page, shots, out, Number(value('per') ?? 6))
    console.log(`${shots.length} pictures in ${out}`)
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

/** Sheets of two columns at half size, so that 24 px text can still be read. */
async function sheets(page: Page, shots: Shot[], out: string, per: number): Promise<void> {
  await page.setViewportSize({ width: 1300, height: Math.ceil(per / 2) * 394 + 10 })
  for (let first = 0; first < shots.length; first += per) {
    const figures = shots
      .slice(first, first + per)
      .map(
        ({ name, png }) =>
          `<figure><img src="data:image/png;base64,${png.toString('base64')}" width="640"><figcaption>${name}</figcaption></figure>`,
      )
    await page.setContent(
      `<style>body{margin:5px;display:grid;grid-template-columns:640px 640px;gap:8px;background:#777;font:14px sans-serif}figure{margin:0}img{display:block}</style>${figures.join('')}`,
    )
    await writeFile(
      join(out, `sheet-${String(first / per + 1).padStart(2, '0')}.png`),
      await page.screenshot(),
    )
  }
}

await main(process.argv.slice(2))
