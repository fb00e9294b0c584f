/** What is wider than its place moves in a box of its own, by keyboard too; a drawing can be seen whole as well. */
import { reviewWords } from './page-words.ts'
import type { ReviewWords } from '../../shared/review-words.ts'

/** Boxes that may be too narrow for what is in them, with what they are called. */
const BOXES = [
  ['figure.drawing:not(.bleed)', 'drawing'],
  ['.table-wrap', 'table'],
  ['.math-display, .notes .katex-display', 'formula'],
  ['.code-block > pre', 'code'],
] as const satisfies readonly (readonly [string, keyof ReviewWords])[]

/** Watches the boxes of all slides: which of them can be moved changes with the window and the size of text. */
export function scrollBoxes(slides: readonly HTMLElement[], lang: string): void {
  const say = reviewWords(lang)
  const names = new Map<HTMLElement, string>()
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target as HTMLElement, names.get(target as HTMLElement)!)
  })
  for (const [selector, name] of BOXES)
    for (const slide of slides)
      for (const box of slide.querySelectorAll<HTMLElement>(selector)) {
        names.set(box, say[name])
        observer.observe(box)
        if (name === 'drawing') wholeOnTap(box)
      }
  // Boxes far away are not laid out, and so not heard of: all of them once, while nobody waits; each takes a millisecond.
  const idle = window.requestIdleCallback ?? setTimeout
  const rest = [...names]
  const measure = (deadline?: IdleDeadline): void => {
    do {
      const next = rest.pop()
      if (!next) return
      update(...next)
    } while ((deadline?.timeRemaining() ?? 0) > 1)
    idle(measure)
  }
  idle(measure)
}

function update(box: HTMLElement, name: string): void {
  const wide = box.scrollWidth > box.clientWidth + 1
  box.classList.toggle('is-wide', wide)
  if (wide) {
    box.tabIndex = 0
    box.ariaLabel ??= name
    if (box.tagName !== 'FIGURE') box.role ??= 'group'
  } else if (!box.classList.contains('is-whole')) box.removeAttribute('tabindex')
}

/** A tap, or Enter, on a drawing that is too wide shows it whole, and the next one large again. */
function wholeOnTap(box: HTMLElement): void {
  const toggle = (): void => {
    if (box.matches('.is-wide, .is-whole')) box.classList.toggle('is-whole')
  }
  box.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('a, button') && getSelection()?.isCollapsed !== false) toggle()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== box) return
    event.preventDefault()
    toggle()
  })
}
