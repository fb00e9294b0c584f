/** A part of what was said and its part of the slide: touching the one lights the other. */
import { classes } from '../../shared/markup.ts'
import { STEP_ATTRIBUTE } from '../../shared/review.ts'
import { linesOf } from '../code-lines.ts'
import { reviewWords } from './page-words.ts'

/** A part of what is said that belongs to a step. */
export const SENTENCE = `.note-step[${STEP_ATTRIBUTE}]`

const LIT = 'is-lit'
const LIGHTING = 'is-lighting'

/** Lights the step `step` (from 0) of the slide `slug`; undefined puts it out. */
export type LightStep = (slug: string, step: number | undefined) => void

/** Gives each part its button and listens to pointer and focus. */
export function lightSteps(slides: readonly HTMLElement[], lang: string, lecture: string): LightStep {
  const say = reviewWords(lang)
  /** What stays lit: the part whose button was pressed, or that the address names. */
  let kept: { article: HTMLElement; step: number } | undefined
  /** The sentence that the pointer lit. */
  let pointed: HTMLElement | undefined

  const show = (article: HTMLElement, step: number | undefined): void => {
    article.classList.toggle(LIGHTING, step !== undefined)
    for (const element of article.querySelectorAll(`[${STEP_ATTRIBUTE}]`))
      element.classList.toggle(LIT, step !== undefined && stepOf(element) === step)
    lightLines(article, step)
    const link = article.querySelector<HTMLAnchorElement>('.present-link')
    const address = `${lecture}#/${encodeURIComponent(article.id)}`
    if (link) link.href = step === undefined ? address : `${address}/${step}`
  }
  /** What is lit where nothing is pointed at: the sentence with the focus, or what is kept. */
  const resting = (article: HTMLElement): number | undefined => {
    const focused = document.activeElement?.closest(SENTENCE)
    if (focused && article.contains(focused)) return stepOf(focused)
    return kept?.article === article ? kept.step : undefined
  }
  const keep = (article: HTMLElement, step: number | undefined): void => {
    if (kept && kept.article !== article) put(kept.article, undefined)
    kept = step === undefined ? undefined : { article, step }
    put(article, step)
  }
  const put = (article: HTMLElement, step: number | undefined): void => {
    for (const button of article.querySelectorAll('.step-button'))
      button.setAttribute(
        'aria-pressed',
        String(step !== undefined && stepOf(button.parentElement!) === step),
      )
    show(article, step)
  }

  for (const article of slides)
    for (const part of article.querySelectorAll<HTMLElement>(SENTENCE)) {
      const step = stepOf(part)
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'step-button'
      button.textContent = String(step + 1)
      button.ariaLabel = say.step(step + 1)
      button.ariaPressed = 'false'
      button.addEventListener('click', () => {
        const off = kept?.article === article && kept.step === step
        keep(article, off ? undefined : step)
        if (!off) bringIntoView(article)
      })
      part.prepend(button)
      const point = (): void => {
        if (pointed === part) return
        pointed = part
        show(article, step)
      }
      // Not when a sentence enters: a page that scrolls under a resting pointer points at nothing.
      for (const type of ['pointermove', 'pointerdown'] as const) part.addEventListener(type, point)
      part.addEventListener('pointerleave', () => {
        if (pointed !== part) return
        pointed = undefined
        show(article, resting(article))
      })
      part.addEventListener('focusin', () => {
        pointed = undefined
        show(article, step)
      })
      part.addEventListener('focusout', () => show(article, resting(article)))
    }

  return (slug, step) => {
    const article = document.getElementById(slug)
    if (article) keep(article, step)
  }
}

function stepOf(element: Element): number {
  return Number(element.getAttribute(STEP_ATTRIBUTE))
}

/** Code with steps: the lines that the step is about. */
function lightLines(article: HTMLElement, step: number | undefined): void {
  for (const block of article.querySelectorAll<HTMLElement>(`.${classes.code}[data-lines]`)) {
    const marker =
      step === undefined
        ? undefined
        : block.querySelector<HTMLElement>(`.${classes.step}[${STEP_ATTRIBUTE}="${step}"]`)
    const state = marker?.dataset.lines
    const lit = state === undefined || state === 'all' ? undefined : linesOf(state)
    for (const [index, line] of [...block.querySelectorAll(`code > .${classes.line}`)].entries())
      line.classList.toggle(classes.lineOn, lit?.has(index + 1) ?? false)
  }
}

/** Where the lit part is out of sight, the slide moves up to it. */
function bringIntoView(article: HTMLElement): void {
  const lit = article.querySelector(`.review-sheet .${LIT}`)
  const { top, bottom } = (lit ?? article).getBoundingClientRect()
  if (top >= 0 && bottom <= innerHeight) return
  ;(lit ?? article).scrollIntoView({ block: 'center', inline: 'center' })
}
