/** What Reveal leaves undone for people who hear the deck or do not read English. */
import { lectureWords } from './words.ts'

/** `role=application` throws screen readers out of reading mode; a deck is a document with a region of slides. */
export function announceRoles(root: HTMLElement): void {
  root.setAttribute('role', 'main')
}

/** Reveal's own controls speak English only. */
export function translateControls(root: HTMLElement): void {
  const words = lectureWords()
  const label = (selector: string, text: string): void => {
    for (const element of root.querySelectorAll(selector)) element.setAttribute('aria-label', text)
  }
  const [back, on] = root.classList.contains('rtl') ? ['right', 'left'] : ['left', 'right']
  label(`.navigate-${back}, .navigate-up`, words.previous)
  label(`.navigate-${on}, .navigate-down`, words.next)
  const resume = root.querySelector('.resume-button')
  if (resume) resume.textContent = words.resume
  for (const input of root.querySelectorAll<HTMLInputElement>('.jump-to-slide input')) {
    input.placeholder = words.jump
    input.setAttribute('aria-label', words.jump)
  }
}
