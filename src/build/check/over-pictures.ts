/** How well text can be read over a picture: its colour against the pixels that are painted behind it. */
import type { Page } from '../browser/page.ts'
import { quoted, type Finding } from './finding.ts'
import type { OverPicture } from './in-page.ts'
import { beginningsOf } from './locate.ts'

/** Takes the letters away and leaves what lies under them, a halo of their shadow included. */
const WITHOUT_LETTERS = `
  .slide, .slide *, .slide *::before, .slide *::after {
    -webkit-text-fill-color: transparent !important;
    -webkit-text-stroke-color: transparent !important;
    text-decoration-color: transparent !important;
    transition: none !important;
  }
  .slide svg :is(text, tspan) { fill: transparent !important; }`

const STYLE = 'lectern-without-letters'

/** Text may fall short of its contrast on this share of its ground: a thin line behind it does no harm. */
const SHARE = 0.1

/**
 * Pictures the slides of `texts` once each and tells of each text that has less contrast than it needs on more than a
 * tenth of its ground. `paint` is a page that reads the pictures.
 */
export async function overPictureFindings(
  page: Page,
  paint: Page,
  texts: readonly OverPicture[],
): Promise<Finding[]> {
  if (texts.length === 0) return []
  await page.evaluate(addStyle, { id: STYLE, css: WITHOUT_LETTERS })
  const findings: Finding[] = []
  for (const slug of new Set(texts.map((text) => text.slug))) {
    const own = texts.filter((text) => text.slug === slug)
    const clip = frameOf(own.flatMap(({ boxes }) => boxes))
    if (!clip) continue
    // Only what lies in the window is painted; of a page with hundreds of slides all would take seconds.
    const top = await page.evaluate((y) => (scrollTo(0, y), scrollY), clip.y)
    const view = { ...clip, y: clip.y - top }
    const png = (await page.screenshot(view)).toString('base64')
    const contrasts = await paint.evaluate(measureContrasts, { png, share: SHARE, texts: own, ...clip })
    const worst = own
      .map((text, at) => ({ ...text, contrast: contrasts[at]! }))
      .filter(({ contrast, least }) => contrast < least - 0.05)
      .toSorted((a, b) => a.contrast / a.least - b.contrast / b.least)[0]
    if (worst) findings.push(findingOf(slug, worst))
  }
  await page.evaluate((id) => document.getElementById(id)!.remove(), STYLE)
  return findings
}

function addStyle({ id, css }: { id: string; css: string }): void {
  const style = document.createElement('style')
  style.id = id
  style.textContent = css
  document.head.append(style)
}

function findingOf(slug: string, { text, contrast, least }: OverPicture & { contrast: number }): Finding {
  const value = Math.round(contrast * 100) / 100
  return {
    rule: 'text-over-picture',
    slug,
    reason: `${quoted(text)} on the slide \`#${slug}\` lies over a picture that leaves a contrast of ${value}, less than ${least}`,
    words: beginningsOf(text),
  }
}

/** The smallest whole box that holds all of them. */
function frameOf(
  boxes: readonly OverPicture['boxes'][number][],
): { x: number; y: number; width: number; height: number } | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.floor(Math.min(...boxes.map(([left]) => left)))
  const y = Math.floor(Math.min(...boxes.map(([, top]) => top)))
  const width = Math.ceil(Math.max(...boxes.map(([left, , wide]) => left + wide)) - x)
  const height = Math.ceil(Math.max(...boxes.map(([, top, , high]) => top + high)) - y)
  return { x: Math.max(0, x), y: Math.max(0, y), width, height }
}

/**
 * Runs in the page: for each text the contrast that all but `share` of the pixels in its boxes reach, as WCAG 2 computes
 * it. The picture's corner stands at `x`, `y`.
 */
async function measureContrasts({
  png,
  share,
  texts,
  x,
  y,
}: {
  png: string
  share: number
  texts: OverPicture[]
  x: number
  y: number
}): Promise<number[]> {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const { width, height } = picture
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(picture, 0, 0)
  const pixels = context.getImageData(0, 0, width, height).data
  const linear = Array.from({ length: 256 }, (_, part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  )
  const light = (red: number, green: number, blue: number): number =>
    0.2126 * linear[red]! + 0.7152 * linear[green]! + 0.0722 * linear[blue]!
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  return texts.map(({ color, boxes }) => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = color
    brush.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = brush.getImageData(0, 0, 1, 1).data
    const mixed = (own: number, under: number): number =>
      Math.round((own * alpha + under * (255 - alpha)) / 255)
    const contrasts: number[] = []
    for (const [left, top, wide, high] of boxes)
      for (let row = Math.max(0, Math.floor(top - y)); row < Math.min(height, top - y + high); row += 2)
        for (let at = Math.max(0, Math.floor(left - x)); at < Math.min(width, left - x + wide); at += 2) {
          const [r = 0, g = 0, b = 0] = pixels.subarray((row * width + at) * 4, (row * width + at) * 4 + 3)
          const own = light(mixed(red, r), mixed(green, g), mixed(blue, b))
          const under = light(r, g, b)
          contrasts.push((Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05))
        }
    contrasts.sort((a, b) => a - b)
    return contrasts[Math.floor(contrasts.length * share)] ?? 21
  })
}
