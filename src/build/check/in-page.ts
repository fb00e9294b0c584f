/**
 * What is measured in the print page, where all slides stand laid out at once. The function is sent to the browser as
 * text: it knows nothing but its argument and the document.
 */

export interface Finding {
  rule: 'slide-overflow' | 'type-small' | 'contrast-low' | 'image-broken'
  slug: string
  /** `FILE:LINE` of the slide. */
  source: string
  /** What it is about, in the words of the slide. */
  text: string
  /** px that lie outside, px of type, or contrast. */
  value: number
  /** For contrast, what it should be. */
  least?: number
}

/** Everything that is wrong with the slides in the page's present colours. */
export async function inspectSlides({
  leastType,
  colours,
}: {
  leastType: number
  colours: boolean
}): Promise<Finding[]> {
  type Colour = [number, number, number, number]
  const hidden =
    '.notes, .katex-mathml, .visually-hidden, .sr-only, .hover-card, .step-marker, script, style, title, desc, .furniture'
  /** Small by nature, or beside the point. */
  const quiet = 'sup, sub, svg, .katex, figcaption, .footnotes, .references, .roadmap, .source'
  const found: Finding[] = []
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
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))

  for (const slide of document.querySelectorAll<HTMLElement>('.sheet > .slide')) {
    const source = slide.dataset.source ?? ''
    const tell = (rule: Finding['rule'], text: string, value: number, least?: number): void => {
      found.push({
        rule,
        slug: slide.id,
        source,
        text: text.trim().slice(0, 40),
        value,
        ...(least !== undefined && { least }),
      })
    }
    const zoom = Number(getComputedStyle(slide.parentElement!).zoom) || 1
    const stage = slide.getBoundingClientRect()
    const photographed = slide.parentElement!.style.backgroundImage !== ''
    let most = { px: 0, text: '' }
    let least = { px: Infinity, text: '' }
    let faint: { contrast: number; text: string; wanted: number } | undefined
    const seen = new Set<Element>()
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!
      if (element.closest(hidden) || !element.checkVisibility()) continue
      if (node instanceof HTMLImageElement && node.naturalWidth === 0 && node.currentSrc !== '' && colours)
        tell('image-broken', node.getAttribute('src')!.replace(/^.*\//, ''), 0)
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
      const under = photographed ? undefined : ground(element)
      if (!under) continue
      let opacity = 1
      for (let one: Element | null = element; one && one !== slide; one = one.parentElement)
        opacity *= Number(getComputedStyle(one).opacity)
      // What is dimmed on purpose is meant to stand back; what has no colour at all only keeps room.
      if (opacity < 1 || parse(style.color)[3] === 0) continue
      const [dark = 0, bright = 0] = [light(over(parse(style.color), under)), light(under)].sort(
        (a, b) => a - b,
      )
      const contrast = (bright + 0.05) / (dark + 0.05)
      const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5
      if (contrast < wanted - 0.05 && (!faint || contrast < faint.contrast))
        faint = { contrast, text: node.textContent!, wanted }
    }
    if (colours) {
      if (most.px > 3) tell('slide-overflow', most.text, Math.round(most.px))
      if (least.px < leastType - 0.5)
        tell('type-small', least.text, Math.round(least.px * 10) / 10, leastType)
    }
    if (faint) tell('contrast-low', faint.text, Math.round(faint.contrast * 100) / 100, faint.wanted)
  }
  return found
}
