/**
 * All text of the flagship stands out from what lies under it, in the light and the dark scheme: 4.5:1, or 3:1 for text
 * of 24 px and more (bold: 18.66 px), as WCAG 2 AA asks. Measured on pictures of every slide after its last step. Text
 * that a drawing dissolves on purpose says so by `data-vanishing`.
 *
 * `LECTERN_SLIDE=slug,slug npx vitest run tests/e2e/flagship-contrast.test.ts` looks at these slides only, and prints
 * the contrast of every text on them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { contrastsOf, pictureLetters } from '../support/contrast.ts'
import { showSlide } from '../support/deck-page.ts'
import { openFlagship, wantedSlides } from '../support/flagship.ts'
import { textsOnSlide } from '../support/slide-texts.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('every text stands out in the light and the dark scheme', { timeout: 240_000 }, async () => {
  const { page, places } = await openFlagship(browser)
  const paint = await browser.newPage()
  const faint: string[] = []
  const all: string[] = []
  // One slide's pictures are read while the next one's are taken.
  const pending: Promise<void>[] = []
  for (const place of places) {
    await showSlide(page, place, place.steps - 1)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const texts = (await page.evaluate(textsOnSlide)).filter(({ kind }) => kind !== 'vanishing')
      const measured = contrastsOf(paint, await pictureLetters(page), texts).then((contrasts) => {
        for (const [index, { text, size, bold, color }] of texts.entries()) {
          const { contrast, under } = contrasts[index]!
          const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5
          const what = `${place.slug}, ${colorScheme}: "${text.slice(0, 50)}" (${color} on ${under}) has ${contrast.toFixed(2)}`
          all.push(what)
          if (contrast < least) faint.push(`${what}, must have ${least}`)
        }
      })
      pending.push(measured)
    }
  }
  await Promise.all(pending)
  if (wantedSlides()) console.log(all.join('\n'))
  expect(all.length).toBeGreaterThan(0)
  expect([...new Set(faint)].join('\n')).toBe('')
  await page.close()
  await paint.close()
})

test.each(['light', 'dark'] as const)(
  'a filled slide knows the colour of its stage in the %s scheme',
  async (scheme) => {
    const { page, places } = await openFlagship(browser)
    await page.emulateMedia({ colorScheme: scheme })
    await showSlide(
      page,
      places.find(({ slug }) => slug === 'what-it-is')!,
      -1,
    )
    const [paper, stage] = await page.evaluate(() => {
      const slide = document.querySelector('section.present.filled')!
      const probe = slide.appendChild(document.createElement('i'))
      probe.style.background = 'var(--paper)'
      const behind = document
        .elementsFromPoint(4, 4)
        .map((element) => getComputedStyle(element).backgroundColor)
      return [
        getComputedStyle(probe).backgroundColor,
        behind.find((colour) => colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent'),
      ]
    })
    expect(paper).toBe(stage)
    await page.close()
  },
)
