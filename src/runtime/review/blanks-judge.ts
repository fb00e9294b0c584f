/** Asks beside a revealed blank whether its word was known. */
import type { PracticeWords } from '../../shared/practice-words.ts'
import { button, element } from './quiz-dom.ts'

export interface BlankJudge {
  /** Stands beside `word` until one of the two is chosen, or Escape. */
  ask(word: HTMLElement, text: string, done: (knew: boolean) => void): void
  close(): void
}

/** One box for all blanks of the page: it lies over the text, so that nothing moves. */
export function blankJudge(say: PracticeWords): BlankJudge {
  let open: HTMLElement | undefined
  const close = (): void => {
    open?.remove()
    open = undefined
  }
  return {
    close,
    ask(word, text, done) {
      close()
      const box = element('div', 'blank-judge')
      box.role = 'group'
      box.ariaLabel = say.revealed(text)
      const answer = (knew: boolean) => (): void => {
        close()
        done(knew)
      }
      const knew = button(say.knew, 'button button-main', answer(true))
      box.append(knew, button(say.notYet, 'button', answer(false)))
      box.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return
        close()
        word.focus()
      })
      // In the page's main part, where those who move by landmarks find it.
      const main = word.closest('main') ?? document.body
      main.append(box)
      place(box, word)
      open = box
      knew.focus({ preventScroll: true })
    },
  }
}

/** Under the word, above it where there is no room. */
function place(box: HTMLElement, word: HTMLElement): void {
  const at = word.getClientRects()[0] ?? word.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const edge = 8
  const below = at.bottom + edge + height < innerHeight
  const left = Math.min(Math.max(edge, at.left), Math.max(edge, innerWidth - width - edge))
  const top = below ? at.bottom + edge : at.top - edge - height
  box.style.left = `${left + scrollX}px`
  box.style.top = `${top + scrollY}px`
}
