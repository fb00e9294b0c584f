/** Contrast of text by its computed colours: quick, where no picture lies under it. */

export interface ComputedText {
  text: string
  size: number
  bold: boolean
  contrast: number
  color: string
  under: string
}

/**
 * Runs in the page, so it may use nothing from outside itself: every visible text of the shown slide with the contrast of
 * its colour against the backgrounds of what it stands in, down to the stage. Texts of drawings are taken as lying on the
 * slide's paper. Nothing for slides on a picture or a gradient: their colours are the author's.
 */
export function computedContrasts(): ComputedText[] {
  type Colour = [number, number, number, number]
  const slides = document.querySelectorAll<HTMLElement>('section.present')
  const slide = slides[slides.length - 1]!
  const behind = slide.dataset
  if (behind.backgroundImage || behind.backgroundGradient || behind.backgroundVideo) return []
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  const known = new Map<string, Colour>()
  const parse = (css: string): Colour => {
    let colour = known.get(css)
    if (!colour) {
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = css
      context.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data
      known.set(css, (colour = [r, g, b, a / 255]))
    }
    return colour
  }
  const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => {
    const mix = (top: number, bottom: number) => top * a + bottom * (1 - a)
    return [mix(r, r2), mix(g, g2), mix(b, b2), 1]
  }
  const luminance = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const probe = slide.appendChild(document.createElement('i'))
  probe.style.color = behind.backgroundColor || 'var(--paper)'
  const paper = parse(getComputedStyle(probe).color)
  probe.remove()
  const groundOf = (from: Element): Colour => {
    const layers: Colour[] = []
    for (let at: Element | null = from; at && at !== slide.parentElement; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0) layers.push(colour)
    }
    return layers.reduceRight((ground, layer) => over(layer, ground), paper)
  }

  const found: ComputedText[] = []
  const never = '.notes, .katex-mathml, .visually-hidden, .line-off, .hover-card, script, style, title, desc'
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.textContent!.trim()
    if (text === '' || element.closest(never)) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const style = getComputedStyle(element)
    const ground = groundOf(element)
    const color = element instanceof SVGElement ? style.fill : style.color
    const [dark = 0, light = 0] = [luminance(ground), luminance(over(parse(color), ground))].toSorted(
      (a, b) => a - b,
    )
    found.push({
      text: text.slice(0, 50),
      size: Number.parseFloat(style.fontSize),
      bold: Number(style.fontWeight) >= 600,
      contrast: (light + 0.05) / (dark + 0.05),
      color,
      under: `rgb(${ground.slice(0, 3).map(Math.round).join(' ')})`,
    })
  }
  return found
}
