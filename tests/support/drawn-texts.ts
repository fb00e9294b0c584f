/** Where the texts of drawings stand. */

export interface DrawnTexts {
  texts: number
  /** In words: which text leaves its drawing or its box by how much, which two lie on each other or nearly touch. */
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
        if (height <= 0.5 * Math.min(box.height, other.box.height)) continue
        if (width > 4) found.problems.push(`"${name}" and "${other.name}" lie on each other`)
        // An exponent stands close to what it is raised from.
        else if (width > -6 && Math.abs(box.height - other.box.height) < 0.25 * box.height)
          found.problems.push(`"${name}" and "${other.name}" nearly touch`)
      }
    const boxes = [...svg.querySelectorAll('rect')]
      .filter(isShown)
      .map((rect) => rect.getBoundingClientRect())
    for (const { box, name } of texts)
      for (const around of boxes) {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
        const within = x > around.left && x < around.right && y > around.top && y < around.bottom
        if (!within || around.height > 3 * box.height) continue
        const out = Math.max(around.left - box.left, box.right - around.right)
        if (out > -2) found.problems.push(`"${name}" leaves its box by ${Math.round(out)} px`)
      }
  }
  return found
}
