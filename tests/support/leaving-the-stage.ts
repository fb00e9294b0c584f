/** What of a slide lies outside of its stage. */

/** Runs in the page: what of the shown slide lies more than a pixel outside of the stage, as words. */
export function leavingTheStage(): string[] {
  const stage = document.querySelector('.reveal .slides')!.getBoundingClientRect()
  const slides = document.querySelectorAll('section.present')
  const slide = slides[slides.length - 1]!
  const found: string[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement!
    // Notes are not on the stage; MathML and texts for screen readers are cut down to a pixel.
    if (element.closest('aside.notes, .katex-mathml, .sr-only, .visually-hidden, script, style')) continue
    const range = document.createRange()
    range.selectNode(node)
    const isText = node instanceof Text && node.data.trim() !== ''
    const isPicture =
      node instanceof Element &&
      /^(img|svg|video|table|pre|h1|h2|h3|p|li|figure|blockquote)$/i.test(node.tagName)
    if (!isText && !isPicture) continue
    for (const box of isText ? range.getClientRects() : [element.getBoundingClientRect()]) {
      if (box.width <= 1 || box.height <= 1) continue
      const over = Math.max(
        stage.left - box.left,
        box.right - stage.right,
        stage.top - box.top,
        box.bottom - stage.bottom,
      )
      if (over > 1)
        found.push(
          `${element.tagName.toLowerCase()} "${(node.textContent ?? '').trim().slice(0, 40)}" by ${Math.round(over)} px`,
        )
    }
  }
  return found.slice(0, 5)
}
