/** Blank mode: key terms, terms of the glossary and marked words become blanks of their own width, to be recalled. */
import { practiceWords } from './page-words.ts'
import type { PracticeWords } from '../../shared/practice-words.ts'
import { GAP } from '../../shared/practice-cards.ts'
import { barButton } from './bar-button.ts'
import { blankJudge } from './blanks-judge.ts'
import { pageKey } from './page-keys.ts'
import { element } from './quiz-dom.ts'
import { seedOf } from '../../shared/grading.ts'
import type { ReviewStore } from './store.ts'

const ICON = '<path d="M3 6h9M15 6h6M3 12h4M3 18h12M18 18h3"/><path d="M10 12.8h11v-2.6H10z"/>'
const BLANK = 'is-blank'
const WORD = 'blank-word'
/** Longer bold text is a sentence to be stressed, not a term. */
const LONGEST = 60

/** Adds the button and the key `b`. */
export function blankMode(slides: readonly HTMLElement[], lang: string, store: ReviewStore): void {
  const say = practiceWords(lang)
  const button = barButton('blanks', say.blanks, ICON)
  button.ariaPressed = 'false'
  button.ariaKeyShortcuts = 'b'
  const status = element('p', 'visually-hidden')
  status.role = 'status'
  document.body.append(status)
  let off: (() => void) | undefined
  const toggle = (): void => {
    if (off) {
      off()
      off = undefined
      status.textContent = ''
    } else {
      const made = makeBlanks(slides, say, store)
      status.textContent = made.count > 0 ? say.blanksOn(made.count) : say.blanksNone
      if (made.count > 0) off = made.off
    }
    button.ariaPressed = String(off !== undefined)
    document.documentElement.classList.toggle('has-blanks', off !== undefined)
    dispatchEvent(new Event('lectern:reshaped'))
  }
  button.addEventListener('click', toggle)
  pageKey('b', toggle)
}

/** Everything on the slides that can be a blank, in reading order; a blank inside another is part of it. */
export function blankable(slides: readonly HTMLElement[]): HTMLElement[] {
  const found = slides.flatMap((slide) => [
    ...slide.querySelectorAll<HTMLElement>(
      '.review-sheet strong, .review-sheet dfn.term, .review-sheet mark',
    ),
  ])
  return found.filter((word) => {
    if (
      word.closest(
        'h1, h2, h3, h4, h5, h6, [data-question], .callout-cards, .callout-title, .hover-card, svg, a',
      )
    )
      return false
    if (word.parentElement?.closest('strong, dfn.term, mark')) return false
    const text = textOf(word)
    if (text === '' || text.length > LONGEST) return false
    const paragraph = word.closest('p')
    // A line all in bold is a heading or an outcry.
    return word.tagName !== 'STRONG' || !paragraph || textOf(paragraph) !== text
  })
}

/** The word alone, without the card that explains it. */
function textOf(word: Element): string {
  const copy = word.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('.hover-card, .katex-html')) hidden.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function makeBlanks(
  slides: readonly HTMLElement[],
  say: PracticeWords,
  store: ReviewStore,
): { count: number; off: () => void } {
  const words = blankable(slides)
  const judge = blankJudge(say)
  const undo = words.map((word, index) => {
    const before = ['role', 'tabindex', 'aria-label', 'aria-expanded'].map(
      (name) => [name, word.getAttribute(name)] as const,
    )
    const inner = element('span', WORD)
    const card = word.querySelector(':scope > .hover-card')
    inner.append(...[...word.childNodes].filter((node) => node !== card))
    word.prepend(inner)
    word.classList.add(BLANK)
    word.role = 'button'
    word.setAttribute('tabindex', '0')
    word.ariaLabel = say.blank(index + 1, words.length)
    const reveal = (): void => {
      if (!word.classList.contains(BLANK)) return
      const missed = cardOf(word)
      word.classList.remove(BLANK)
      word.classList.add('was-blank')
      word.ariaLabel = textOf(word)
      judge.ask(word, textOf(word), (knew) => {
        word.classList.toggle('was-missed', !knew)
        if (!knew)
          void store.update('card', missed.id, (state) => ({
            ...state,
            missed: Date.now(),
            content: missed.content,
          }))
        const next = words.slice(index + 1).find((other) => other.classList.contains(BLANK))
        ;(next ?? word).focus()
      })
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      reveal()
    }
    word.addEventListener('click', reveal)
    word.addEventListener('keydown', press)
    return () => {
      word.removeEventListener('click', reveal)
      word.removeEventListener('keydown', press)
      word.classList.remove(BLANK, 'was-blank', 'was-missed')
      inner.replaceWith(...inner.childNodes)
      for (const [name, value] of before)
        if (value === null) word.removeAttribute(name)
        else word.setAttribute(name, value)
    }
  })
  return {
    count: words.length,
    off: () => {
      judge.close()
      for (const one of undo) one()
    },
  }
}

/** The blank as a card: its sentence with a gap. The same word on the same slide is the same card. */
function cardOf(word: HTMLElement): {
  id: string
  content: { slide: string; front: string; back: string }
} {
  const slide = word.closest('article')!.id
  const around =
    word.closest<HTMLElement>('p, li, td, th, dd, dt, figcaption, blockquote') ?? word.parentElement!
  word.dataset.gap = ''
  const copy = around.cloneNode(true) as HTMLElement
  delete word.dataset.gap
  for (const list of copy.querySelectorAll('ul, ol, .hover-card')) list.remove()
  for (const inner of copy.querySelectorAll(`.${WORD}:not([data-gap] > *)`))
    inner.replaceWith(...inner.childNodes)
  for (const node of copy.querySelectorAll('*')) {
    for (const name of ['id', 'role', 'tabindex', 'aria-label', 'data-fragment-index'])
      node.removeAttribute(name)
    node.classList.remove('fragment', BLANK, 'was-blank', 'was-missed', 'is-lit')
  }
  const gap = copy.querySelector<HTMLElement>('[data-gap]')!
  const answer = gap.querySelector(`.${WORD}`)?.innerHTML ?? gap.innerHTML
  const mark = element('mark', 'card-word')
  mark.innerHTML = answer
  gap.replaceWith(mark)
  const back = `<p>${copy.innerHTML}</p>`
  mark.outerHTML = GAP
  const name = textOf(word).toLowerCase()
  return {
    id: `blank-${seedOf(`${slide} ${name}`).toString(36)}`,
    content: { slide, front: `<p>${copy.innerHTML}</p>`, back },
  }
}
