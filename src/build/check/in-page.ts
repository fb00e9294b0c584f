/**
 * What is measured in the print page, where all slides stand laid out at once. The function is sent to the browser as
 * text: it knows nothing but its argument and the document.
 */

/** One thing measured on a slide. */
export interface Measure {
  rule: 'slide-overflow' | 'type-small' | 'contrast-low' | 'image-broken'
  slug: string
  /** What it is about, in the words of the slide. */
  text: string
  /** px that lie outside, px of type, or contrast. */
  value: number
  /** For type and contrast, what it should be. */
  least?: number
}

/** Text that may lie over a picture or gradient, whose contrast only the painted page tells. */
export interface OverPicture {
  slug: string
  text: string
  color: string
  /** The contrast that its size asks for. */
  least: number
  /** Left, top, width, height of its lines, in px of the page. */
  boxes: [number, number, number, number][]
}

export interface Inspection {
  measures: Measure[]
  overPictures: OverPicture[]
}

/** Everything that is wrong with the slides in the page's present colours; `layout`: also what no colour changes. */
export async function inspectSlides({
  leastType,
  layout,
}: {
  leastType: number
  layout: boolean
}): Promise<Inspection> {
  type Colour = [number, number, number, number]
  const hidden =
    '.notes, .katex-mathml, .visually-hidden, .sr-only, .hover-card, .step-marker, script, style, title, desc, .furniture'
  /** Small by nature, or beside the point. */
  const quiet = 'sup, sub, svg, .katex, figcaption, .footnotes, .references, .roadmap, .source'
  const measures: Measure[] = []
  const overPictures: OverPicture[] = []
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  const known = new Map<string, Colour>()
  const parse = (css: string): Colour => {
    let colour = known.get(css)
    if (!colour) {
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = css
      brush.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data
      known.set(css, (colour = [red, green, blue, alpha / 255]))
    }
    return colour
  }
  const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
    r * a + r2 * (1 - a),
    g * a + g2 * (1 - a),
    b * a + b2 * (1 - a),
    1,
  ]
  const light = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  /** What lies under an element; undefined where it is a picture. */
  const ground = (from: Element): Colour | undefined => {
    const layers: Colour[] = []
    for (let element: Element | null = from; element; element = element.parentElement) {
      const style = getComputedStyle(element)
      if (style.backgroundImage !== 'none') return undefined
      const colour = parse(style.backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reduceRight((below, colour) => over(colour, below), [255, 255, 255, 1] as Colour)
  }
  /** What the slide shows behind itself, where that is a file. */
  const behind = (slide: HTMLElement): string | undefined =>
    /url\("([^"]*)"\)/.exec(slide.parentElement!.style.backgroundImage)?.[1]
  const broken = new Set<string>()
  const look = async (source: string, image: HTMLImageElement): Promise<void> => {
    // Pictures of other sites are a matter of the network, not of the deck's files.
    if (source === '' || /^https?:/i.test(source)) return
    await image.decode().catch(() => broken.add(source))
  }
  const slides = [...document.querySelectorAll<HTMLElement>('.sheet > .slide')]
  if (layout) {
    const backgrounds = slides.flatMap((slide) => {
      const src = behind(slide)
      return src === undefined ? [] : [Object.assign(new Image(), { src })]
    })
    await Promise.all([
      ...[...document.images].map((image) => look(image.currentSrc || image.src, image)),
      ...backgrounds.map((image) => look(image.getAttribute('src')!, image)),
    ])
  }

  for (const slide of slides) {
    const tell = (rule: Measure['rule'], text: string, value: number, least?: number): void => {
      measures.push({ rule, slug: slide.id, text: text.trim(), value, ...(least !== undefined && { least }) })
    }
    const zoom = Number(getComputedStyle(slide.parentElement!).zoom) || 1
    const stage = slide.getBoundingClientRect()
    const photographed = slide.parentElement!.style.backgroundImage !== ''
    const background = behind(slide)
    if (background !== undefined && broken.has(background)) tell('image-broken', background, 0)
    const pictures = [...slide.querySelectorAll('img, video, canvas')].map((one) =>
      one.getBoundingClientRect(),
    )
    let most = { px: 0, text: '' }
    let least = { px: Infinity, text: '' }
    let faint: { contrast: number; text: string; wanted: number } | undefined
    const seen = new Set<Element>()
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!
      if (element.closest(hidden) || !element.checkVisibility()) continue
      if (node instanceof HTMLImageElement && broken.has(node.currentSrc || node.src))
        tell('image-broken', node.getAttribute('src')!, 0)
      const isText = node instanceof Text && node.data.trim() !== ''
      const box = node instanceof Element && /^(?:img|svg|video|table|pre|iframe)$/i.test(node.tagName)
      if (!isText && !box) continue
      if (element.closest('svg') && node !== element) continue
      const range = document.createRange()
      range.selectNode(node)
      const cut = element.closest('pre, .table-wrap')?.getBoundingClientRect()
      for (const { left, right, top, bottom, width, height } of isText
        ? range.getClientRects()
        : [element.getBoundingClientRect()]) {
        if (width <= 1 || height <= 1) continue
        for (const frame of cut ? [stage, cut] : [stage]) {
          const px =
            Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom) / zoom
          if (px > most.px)
            most = {
              px,
              text: isText ? node.textContent! : element.textContent || element.tagName.toLowerCase(),
            }
        }
      }
      if (!isText || seen.has(element)) continue
      seen.add(element)
      const style = getComputedStyle(element)
      const size = Number.parseFloat(style.fontSize)
      if (!element.closest(quiet) && size < least.px) least = { px: size, text: node.textContent! }
      let opacity = 1
      for (let one: Element | null = element; one && one !== slide; one = one.parentElement)
        opacity *= Number(getComputedStyle(one).opacity)
      // What is dimmed on purpose is meant to stand back; what has no colour at all only keeps room.
      if (opacity < 1 || parse(style.color)[3] === 0) continue
      const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5
      const under = photographed ? undefined : ground(element)
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      const meets = ({ left, right, top, bottom }: DOMRect): boolean =>
        lines.some((line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top)
      if (!under || pictures.some(meets)) {
        overPictures.push({
          slug: slide.id,
          text: node.textContent!.trim(),
          color: style.color,
          least: wanted,
          boxes: lines.map(({ left, top, width, height }) => [left + scrollX, top + scrollY, width, height]),
        })
        continue
      }
      const [dark = 0, bright = 0] = [light(over(parse(style.color), under)), light(under)].sort(
        (a, b) => a - b,
      )
      const contrast = (bright + 0.05) / (dark + 0.05)
      if (contrast < wanted - 0.05 && (!faint || contrast < faint.contrast))
        faint = { contrast, text: node.textContent!, wanted }
    }
    if (layout) {
      if (most.px > 3) tell('slide-overflow', most.text, Math.round(most.px))
      if (least.px < leastType - 0.5)
        tell('type-small', least.text, Math.round(least.px * 10) / 10, leastType)
    }
    if (faint) tell('contrast-low', faint.text, Math.round(faint.contrast * 100) / 100, faint.wanted)
  }
  return { measures, overPictures }
}
