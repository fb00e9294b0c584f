/** Where the texts of drawings stand. */

export interface DrawnTexts {
  texts: number
  /** In words: which text leaves its drawing by how much, which two lie on each other. */
  problems: string[]
}

/**
 * Runs in the page, so it may use nothing from outside itself: the visible texts of the drawings on the shown slide. A
 * text's box is as high as its font's, so that it may reach some px over the edge without a letter that does, and lie
 * on the next one by less than half.
 */
export function drawnTextProblems(): DrawnTexts {
  const slides = document.querySelectorAll('section.present')
  const slide = slides[slides.length - 1]!
  const isShown = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const { visibility, opacity, display } = getComputedStyle(at)
      if (visibility === 'hidden' || display === 'none' || Number(opacity) < 0.05) return false
    }
    return true
  }
  const found: DrawnTexts = { texts: 0, problems: [] }
  for (const svg of slide.querySelectorAll('svg')) {
    if (svg.closest('.katex, .roadmap')) continue
    const frame = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll('text')]
      .filter(isShown)
      .map((text) => ({ box: text.getBoundingClientRect(), name: text.textContent.trim() }))
      .filter(({ box }) => box.width > 0)
    found.texts += texts.length
    for (const { box, name } of texts) {
      const aside = Math.max(frame.left - box.left, box.right - frame.right)
      const upright = Math.max(frame.top - box.top, box.bottom - frame.bottom)
      if (aside > 8 || upright > 10)
        found.problems.push(`"${name}" leaves its drawing by ${Math.round(Math.max(aside, upright))} px`)
    }
    for (const [index, { box, name }] of texts.entries())
      for (const other of texts.slice(index + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (width > 4 && height > 0.5 * Math.min(box.height, other.box.height))
          found.problems.push(`"${name}" and "${other.name}" lie on each other`)
      }
  }
  return found
}
