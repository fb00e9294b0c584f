/**
 * Pictures fit for print. The browser puts JPEGs into a PDF as they are; all else becomes deflated pixels, so that a
 * photograph of 60 kB in WebP takes a megabyte. Before it prints, the page's pictures are exchanged for smaller ones where
 * that takes nothing from them; the files of the deck stay what they are.
 */
import { fileURLToPath } from 'node:url'
import type { Page } from '../../browser/page.ts'
import { embeddingOf } from './picture-file.ts'
import { recodePictures, type Recoding } from './recode-pictures.ts'
import { shownPictures, type ShownPicture } from './shown-pictures.ts'

/** Pixels that a picture has for each px of the page, which is 1/96 inch: 288 an inch. */
const DENSITY = 3
/** Only what has this many times the pixels is made smaller, on each side: to lose less changes more than it saves. */
const WORTHWHILE = 1.25
/** Id of the input through which the files come. */
const CHOOSER = 'lectern-pictures'
/** Pixels of an icon, which takes nothing worth the work. */
const SMALL = 10_000

/**
 * Exchanges what is too large in the opened page. `stage` is the width that a sheet will have on its page, in px, where
 * the screen shows it at another; on paper they are the same.
 */
export async function fitPictures(page: Page, stage: number | undefined): Promise<void> {
  const plans = (await page.evaluate(shownPictures, stage)).flatMap(planOf)
  if (plans.length === 0) return
  // The browser reads the files itself; a page from disk could not ask for them.
  await page.evaluate((id) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = id
    document.head.append(input)
  }, CHOOSER)
  await page.chooseFiles(
    `#${CHOOSER}`,
    plans.map(({ file }) => file),
  )
  await page.evaluate(recodePictures, { chooser: CHOOSER, plans })
}

function planOf({ address, width, height, scale }: ShownPicture): (Recoding & { file: string })[] {
  if (!address.startsWith('file:') || width * height < SMALL) return []
  const file = fileURLToPath(address)
  const embedding = embeddingOf(file)
  const part = scale * DENSITY
  const size = part * WORTHWHILE < 1 ? part : 1
  if (embedding === 'other' || (embedding === 'jpeg' && size === 1)) return []
  return [{ file, address, size, isJpeg: embedding === 'jpeg' }]
}
