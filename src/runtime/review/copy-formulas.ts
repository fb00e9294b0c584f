/** The LaTeX of every formula can be had: by a button when it is pointed at, focused or tapped, and in copied text. */
import { copyText } from './copy-text.ts'
import { reviewWords } from './page-words.ts'

const ANNOTATION = 'annotation[encoding="application/x-tex"]'

/** Offers the LaTeX of each formula in `slides`. */
export function copyFormulas(slides: readonly HTMLElement[], lang: string): void {
  const say = reviewWords(lang)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy-tex'
  button.textContent = say.copyTex
  button.ariaLive = 'polite'
  let formula: HTMLElement | undefined

  const hide = (): void => {
    button.remove()
    formula = undefined
  }
  const show = (target: HTMLElement): void => {
    if (formula === target) return
    formula = target
    button.textContent = say.copyTex
    // Behind the formula, so that the next press of Tab reaches it.
    target.after(button)
    // In the browser's top layer: no box cuts it off.
    button.popover = 'manual'
    button.showPopover()
    place(button, target)
  }
  for (const slide of slides) {
    for (const element of formulasIn(slide)) element.tabIndex = 0
    for (const type of ['pointerover', 'focusin', 'click'] as const)
      slide.addEventListener(type, ({ target }) => {
        const found = (target as Element).closest<HTMLElement>('.katex')
        if (found && !found.closest('svg')) show(found)
      })
    const leave = ({ relatedTarget: to }: PointerEvent | FocusEvent): void => {
      if (
        to !== button &&
        !(to instanceof Node && formula?.contains(to)) &&
        document.activeElement !== formula
      )
        hide()
    }
    slide.addEventListener('pointerout', leave)
    slide.addEventListener('focusout', (event) => event.relatedTarget !== button && leave(event))
  }
  button.addEventListener('click', () => {
    const tex = formula && texOf(formula)
    if (tex === undefined) return
    void copyText(tex).then((done) => (button.textContent = done ? say.copied : tex))
  })
  document.addEventListener('copy', copySelection)
  const moved = (): void => {
    const focused = document.activeElement
    if (formula && (focused === button || focused === formula)) place(button, formula)
    else hide()
  }
  addEventListener('scroll', moved, { passive: true, capture: true })
}

/** Formulas outside of drawings. */
function formulasIn(slide: HTMLElement): HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>('.katex')].filter(
    (element) => !element.closest('svg, .hover-card'),
  )
}

function texOf(formula: Element): string | undefined {
  return formula.querySelector(ANNOTATION)?.textContent ?? undefined
}

function place(button: HTMLElement, formula: HTMLElement): void {
  const { right, bottom } = formula.getBoundingClientRect()
  const { width, height } = button.getBoundingClientRect()
  button.style.left = `${Math.max(8, Math.min(right, innerWidth - 8) - width)}px`
  button.style.top = `${Math.min(bottom + 2, innerHeight - height - 8)}px`
}

/** Copied text carries each formula once, as LaTeX between dollars. */
function copySelection(event: ClipboardEvent): void {
  const selection = getSelection()
  if (!event.clipboardData || !selection || selection.isCollapsed) return
  const part = selection.getRangeAt(0).cloneContents()
  const formulas = part.querySelectorAll('.katex')
  if (formulas.length === 0) return
  for (const element of formulas) {
    const tex = texOf(element)
    const fence = element.parentElement?.classList.contains('katex-display') ? '$$' : '$'
    if (tex !== undefined) element.replaceWith(`${fence}${tex}${fence}`)
  }
  for (const element of part.querySelectorAll('.copy-tex, .hover-card, .step-button')) element.remove()
  event.clipboardData.setData('text/plain', part.textContent ?? '')
  event.preventDefault()
}
