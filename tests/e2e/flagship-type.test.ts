/**
 * All text of the flagship can be read from the last row: at least 24 px on the stage of 1280 × 720 px, measured in the
 * page in every state of every slide. Sources, captions, footnotes, the works cited, sub- and superscripts, and the axis
 * labels of drawings (type of 20 px) may be smaller, but never under 16 px. Text in a picture (`![](x.svg)`) cannot be measured and fails: draw it by `::figure`.
 *
 * `npx vitest run tests/e2e/flagship-type.test.ts` lists what is too small;
 * `LECTERN_SLIDE=slug,slug npx vitest run tests/e2e/flagship-type.test.ts` looks at these slides only, and prints the
 * size of every text on them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { eachState, openFlagship, wantedSlides } from '../support/flagship.ts'
import { textsOnSlide } from '../support/slide-texts.ts'

const LEAST = { text: 24, vanishing: 24, axis: 16, aside: 16 }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('every text is large enough', { timeout: 120_000 }, async () => {
  const flagship = await openFlagship(browser)
  const small = new Set<string>()
  const sizes = new Set<string>()
  await eachState(flagship, async ({ slug }) => {
    for (const { text, size, kind } of await flagship.page.evaluate(textsOnSlide)) {
      const what = `${slug}: "${text.slice(0, 50)}" is ${size} px`
      sizes.add(`${what} (${kind})`)
      if (size < LEAST[kind]) small.add(`${what}, must be ${LEAST[kind]}`)
    }
    for (const source of await flagship.page.evaluate(drawingsInPictures))
      small.add(`${slug}: the text in the picture ${source} cannot be measured`)
  })
  if (wantedSlides()) console.log([...sizes].join('\n'))
  expect(sizes.size).toBeGreaterThan(0)
  expect([...small].join('\n')).toBe('')
})

/** Runs in the page: file names of the vector pictures on the slide. */
function drawingsInPictures(): string[] {
  const slides = document.querySelectorAll('section.present')
  return [...slides[slides.length - 1]!.querySelectorAll('img')]
    .map((image) => image.getAttribute('src')!)
    .filter((source) => /\.svg$|^data:image\/svg/.test(source))
    .map((source) => source.slice(0, 60))
}
