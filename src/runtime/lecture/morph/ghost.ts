/** What is gone from a listing or formula: a copy of the old one that fades where it stood, without what lives on. */
import { PART_ATTRIBUTE } from '../../../shared/markup.ts'
import { partsOf } from './figures.ts'

/** How an old figure stood before its slide was left. */
export interface Outline {
  /** The box of the listing, or the first piece of the formula, px on the screen. */
  box: DOMRect
  /** Of the whole figure, px on the screen. */
  width: number
  /** Of the type around the figure, and in the box of a listing, px of the stage. */
  around: string
  inside: string
}

export function outlineOf(figure: HTMLElement): Outline {
  const whole = wholeOf(figure)
  const box = boxOf(figure)
  return {
    box: box.getBoundingClientRect(),
    width: whole.getBoundingClientRect().width,
    around: getComputedStyle(whole.parentElement!).fontSize,
    inside: getComputedStyle(box).fontSize,
  }
}

/** The box that a listing's code stands in; of a formula its first piece, which stands on the line. */
export function boxOf(figure: HTMLElement): HTMLElement {
  return figure.querySelector<HTMLElement>('pre, .katex-base') ?? figure
}

/** Puts the copy into `heir`, the figure on the new slide, at the old place. */
export function ghostOf(
  old: HTMLElement,
  outline: Outline,
  heir: HTMLElement,
  kept: ReadonlyMap<HTMLElement, HTMLElement>,
  scale: number,
): HTMLElement {
  const whole = wholeOf(old)
  const copy = whole.cloneNode(true) as HTMLElement
  for (const [index, part] of partsOf(whole).entries())
    if (kept.has(part)) partsOf(copy)[index]!.style.visibility = 'hidden'
  for (const element of [copy, ...copy.querySelectorAll<HTMLElement>('*')])
    for (const name of [PART_ATTRIBUTE, 'data-morph', 'data-auto-animate-target', 'id', 'tabindex'])
      element.removeAttribute(name)
  copy.querySelector('.katex-mathml')?.remove()
  const ghost = document.createElement('span')
  ghost.className = 'morph-ghost'
  ghost.ariaHidden = 'true'
  ghost.append(copy)
  ghost.style.fontSize = outline.around
  ghost.style.width = `${outline.width / scale}px`
  const box = boxOf(copy)
  if (box.matches('pre')) box.style.fontSize = outline.inside
  heir.append(ghost)
  const stands = box.getBoundingClientRect()
  ghost.style.left = `${(outline.box.left - stands.left) / scale}px`
  ghost.style.top = `${(outline.box.top - stands.top) / scale}px`
  return ghost
}

/** A displayed formula is set by what is around it. */
function wholeOf(figure: HTMLElement): HTMLElement {
  return figure.closest<HTMLElement>('.katex-display') ?? figure
}
