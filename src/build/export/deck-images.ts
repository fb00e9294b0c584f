/** One picture a slide, or a step. */
import type { Browser } from '../browser/browser.ts'
import type { Box } from '../browser/page.ts'
import { withDeckPage, type PdfOptions, type PdfSource } from './deck-pdf.ts'
import { pageLabels } from './page-names.ts'

export interface SlideImage {
  /** `003-slug.png`, for steps `003b-slug.png`: sorted by name they stand in order. */
  name: string
  bytes: Uint8Array
}

/** Takes a PNG of every page, `scale` times as large as the stage; hands each over as soon as it is there. */
export async function deckImages(
  browser: Browser,
  source: PdfSource,
  options: PdfOptions & { scale: number },
  take: (image: SlideImage) => void,
): Promise<number> {
  const { stage } = source.deck.compiled.manifest
  return withDeckPage(
    browser,
    source,
    options,
    async ({ page, slides, numbers, pages }) => {
      // As on paper: no zoom and no shadow around a sheet.
      await page.emulateMedia({ media: 'print', colorScheme: options.dark ? 'dark' : 'light' })
      await page.setWindow(stage.width, stage.height)
      // For print the page asks for its fonts anew.
      await page.evaluate(() => document.body.offsetHeight && document.fonts.ready.then(() => undefined))
      const slugs = pages.flatMap((count, at) =>
        Array.from({ length: count }, () => slides[at]?.slug ?? 'answers'),
      )
      const labels = pageLabels(numbers, pages)
      for (const [at, label] of labels.entries()) {
        const bytes = await page.screenshot(await page.evaluate(showSheet, at))
        const number = /^\d+/.exec(label)![0].padStart(3, '0')
        take({ name: `${number}${label.replace(/^\d+/, '')}-${slugs[at]}.png`, bytes })
      }
      return labels.length
    },
    options.scale,
  )
}

/** Runs in the page: scrolls to a sheet, and gives its place in the window. */
function showSheet(at: number): Box {
  const sheet = document.querySelectorAll('.sheet')[at]!
  sheet.scrollIntoView()
  const { x, y, width, height } = sheet.getBoundingClientRect()
  return { x, y, width, height }
}
