/** What can be read on the slide on screen: every visible piece of text with its size and colours. */

export interface SlideText {
  text: string
  /** Size in px of the stage, with every scale between the text and the stage; of a formula, that of its letters. */
  size: number
  /**
   * An axis label of a drawing; text that is meant to stand back: sources, captions, footnotes, the works cited, header and
   * footer, words at the arrows of a diagram, sub- and superscripts; text that a drawing dissolves on purpose (`data-vanishing`).
   */
  kind: 'text' | 'axis' | 'aside' | 'vanishing'
  bold: boolean
  /** As CSS; of SVG text its fill. */
  color: string
  /** Product of the opacities from the text up to the slide. */
  opacity: number
  /** Left, top, width and height in px of the page, one box a line. */
  boxes: [number, number, number, number][]
}

/** Runs in the page, so it may use nothing from outside itself. */
export function textsOnSlide(): SlideText[] {
  const aside =
    '.source, figcaption, .footnotes, .footnote-ref, .references, .furniture, .hover-card, sup, sub, .diagram text[font-weight="400"]'
  const never = '.notes, .katex-mathml, .visually-hidden, .sr-only, script, style, title, desc'
  const slides = document.querySelectorAll('section.present')
  const slide = slides[slides.length - 1]!
  const stage = document.querySelector('.reveal .slides')!
  const stageScale = stage.getBoundingClientRect().width / (stage as HTMLElement).offsetWidth

  const scaleOf = (matrix: { a: number; b: number; c: number; d: number }) =>
    Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
  /** How many px of the stage one px of the element's own style is. */
  const scaleFrom = (from: Element): number => {
    let scale = 1
    for (let element: Element | null = from; element && element !== stage; element = element.parentElement) {
      if (element instanceof SVGGraphicsElement)
        return (scale * scaleOf(element.getScreenCTM()!)) / stageScale
      const style = getComputedStyle(element)
      if (style.transform !== 'none') scale *= scaleOf(new DOMMatrix(style.transform))
      if (style.scale !== 'none') scale *= Number.parseFloat(style.scale)
      if (style.zoom !== '1') scale *= Number.parseFloat(style.zoom)
    }
    return scale
  }
  const opacityOf = (from: Element): number => {
    let opacity = 1
    for (let element: Element | null = from; element && element !== stage; element = element.parentElement)
      opacity *= Number(getComputedStyle(element).opacity)
    return opacity
  }

  const kindOf = (element: Element, own: number): SlideText['kind'] => {
    if (element.closest('[data-vanishing]')) return 'vanishing'
    if (element.closest(aside)) return 'aside'
    const line = element.closest('svg text')
    if (!line) return 'text'
    if (own < Number.parseFloat(getComputedStyle(line).fontSize)) return 'aside'
    return own === 20 ? 'axis' : 'text'
  }

  const found: SlideText[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.replace(/[\s\u200b]+/g, ' ').trim()
    const element = node.parentElement!
    if (text === '' || element.closest(never)) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNode(node)
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    if (boxes.length === 0) continue
    const style = getComputedStyle(element)
    const drawn = element instanceof SVGElement
    // Subscripts are small by nature: a formula is as large as its own line.
    const sized = element.closest('.katex') ?? element
    const own = Number.parseFloat(getComputedStyle(sized).fontSize)
    const size = own * scaleFrom(sized)
    found.push({
      text,
      size: Math.round(size * 10) / 10,
      kind: kindOf(element, own),
      bold: Number(style.fontWeight) >= 600,
      color: drawn ? style.fill : style.color,
      opacity: opacityOf(element) * (drawn ? Number(style.fillOpacity) : 1),
      boxes: boxes.map(({ left, top, width, height }) => [left, top, width, height]),
    })
  }
  return found
}
