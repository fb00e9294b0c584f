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
import { contrastsOf } from '../support/contrast.ts'
import { showSlide } from '../support/deck-page.ts'
import { openFlagship, wantedSlides } from '../support/flagship.ts'
import { textsOnSlide } from '../support/slide-texts.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each(['light', 'dark'] as const)(
  'every text stands out in the %s scheme',
  { timeout: 120_000 },
  async (scheme) => {
    const { page, places } = await openFlagship(browser)
    await page.emulateMedia({ colorScheme: scheme })
    const paint = await browser.newPage()
    const faint = new Set<string>()
    const all = new Set<string>()
    for (const place of places) {
      await showSlide(page, place, place.steps - 1)
      const texts = await page.evaluate(textsOnSlide)
      const contrasts = await contrastsOf(page, paint, texts)
      for (const [index, { text, size, bold, color, kind }] of texts.entries()) {
        if (kind === 'vanishing') continue
        const { contrast, under } = contrasts[index]!
        const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5
        const what = `${place.slug}: "${text.slice(0, 50)}" (${color} on ${under}) has ${contrast.toFixed(2)}`
        all.add(what)
        if (contrast < least) faint.add(`${what}, must have ${least}`)
      }
    }
    if (wantedSlides()) console.log([...all].join('\n'))
    expect(all.size).toBeGreaterThan(0)
    expect([...faint].join('\n')).toBe('')
    await page.close()
    await paint.close()
  },
)

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
