/** Contrast of text as it is painted: its colour against the pixels that lie under its letters. */
import type { Page } from 'playwright-core'
import type { SlideText } from './slide-texts.ts'

/** Paints all letters in one colour; what lies under them stays: fills, rims, lines of formulas. */
const paintLetters = (colour: string) => `
  .reveal .slides, .reveal .slides *, .reveal .slides *::before, .reveal .slides *::after {
    -webkit-text-fill-color: ${colour} !important;
    text-shadow: none !important;
    transition: none !important;
  }
  .reveal .slides svg :is(text, tspan) { fill: ${colour} !important; }`

/** The slide that a page shows, as PNG: with all letters in one colour, and without them. */
export interface LetterPictures {
  marked: string
  bare: string
}

export async function pictureLetters(page: Page): Promise<LetterPictures> {
  const picture = async (colour: string) => {
    const style = await page.addStyleTag({ content: paintLetters(colour) })
    const png = await page.screenshot()
    await style.evaluate((element: Element) => element.remove())
    return png.toString('base64')
  }
  // A colour that no slide uses, so that letters are found even where their own colour is that of the ground.
  return { marked: await picture('#f0f'), bare: await picture('transparent') }
}

export interface Contrast {
  contrast: number
  under: string
}

/**
 * The contrast of each text of a slide, as WCAG 2 computes it, and the colour that lies under it. `paint` is a page that
 * reads the pictures: any of the same browser but the one with the slide.
 */
export function contrastsOf(
  paint: Page,
  pictures: LetterPictures,
  texts: readonly SlideText[],
): Promise<Contrast[]> {
  const colours = texts.map(({ color, opacity, boxes }) => ({ color, opacity, boxes }))
  return paint.evaluate(measure, { ...pictures, texts: colours })
}

interface Measured extends LetterPictures {
  texts: Pick<SlideText, 'color' | 'opacity' | 'boxes'>[]
}

/**
 * Runs in the page. A letter's pixels are those that differ between the two pictures. Of all of them the contrast is
 * taken that a tenth falls short of, so that a thin line under a word does not count, but a word half on another colour
 * does.
 */
async function measure({ marked, bare, texts }: Measured): Promise<Contrast[]> {
  type Colour = [number, number, number]
  const pixelsOf = async (png: string) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const context = canvas.getContext('2d')!
    context.drawImage(picture, 0, 0)
    return context.getImageData(0, 0, picture.width, picture.height)
  }
  const [withMarks, without] = await Promise.all([pixelsOf(marked), pixelsOf(bare)])
  const { width, height } = without

  const one = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  const parsed = new Map<string, [...Colour, number]>()
  /** Any CSS colour as red, green, blue and alpha. */
  const parse = (css: string) => {
    let found = parsed.get(css)
    if (!found) {
      one.clearRect(0, 0, 1, 1)
      one.fillStyle = css
      one.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 255] = one.getImageData(0, 0, 1, 1).data
      parsed.set(css, (found = [red, green, blue, alpha / 255]))
    }
    return found
  }
  const luminance = (colour: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  return texts.map(({ color, opacity, boxes }) => {
    const [red, green, blue, alpha] = parse(color)
    const letters = new Map<number, number>()
    for (const [left, top, boxWidth, boxHeight] of boxes)
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + boxHeight); y++)
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, left + boxWidth); x++) {
          const at = (y * width + x) * 4
          const [r = 0, g = 0, b = 0] = without.data.subarray(at, at + 3)
          const [r2 = 0, g2 = 0, b2 = 0] = withMarks.data.subarray(at, at + 3)
          const key = (r << 16) | (g << 8) | b
          if (Math.abs(r - r2) + Math.abs(g - g2) + Math.abs(b - b2) > 12)
            letters.set(key, (letters.get(key) ?? 0) + 1)
        }
    const measured = [...letters]
      .map(([key, many]) => {
        const under: Colour = [key >> 16, (key >> 8) & 255, key & 255]
        const strength = alpha * opacity
        const over = [red, green, blue].map(
          (part, index) => part * strength + under[index]! * (1 - strength),
        ) as Colour
        const [dark = 0, light = 0] = [luminance(under), luminance(over)].toSorted((a, b) => a - b)
        return { many, contrast: (light + 0.05) / (dark + 0.05), under: `rgb(${under.join(' ')})` }
      })
      .toSorted((a, b) => a.contrast - b.contrast)
    let rest = measured.reduce((sum, { many }) => sum + many, 0) / 10
    const found = measured.find(({ many }) => (rest -= many) <= 0)
    return { contrast: found?.contrast ?? 21, under: found?.under ?? '' }
  })
}
