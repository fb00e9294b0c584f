/** What Reveal leaves undone for people who hear the deck or do not read English. */
import type { Manifest } from '../../shared/manifest.ts'
import type { LectureDeck } from './deck-api.ts'
import { lectureWords } from './words.ts'

/** `role=application` throws screen readers out of reading mode; a deck is a document with a region of slides. */
export function announceRoles(root: HTMLElement): void {
  root.setAttribute('role', 'main')
}

/** The most characters of a step that are read out at once. */
const MOST_SAID = 300

/**
 * Says each slide's heading and number when it comes, and what a step brings. Reveal reads out the whole slide, formulas
 * with their source: its own line for that falls silent.
 */
export function announceSlides(deck: LectureDeck, { slides }: Manifest, root: HTMLElement): void {
  const silent = root.querySelector<HTMLElement>('.aria-status')
  silent?.removeAttribute('aria-live')
  if (silent) silent.hidden = true
  const status = document.createElement('div')
  status.className = 'visually-hidden slide-status'
  status.setAttribute('role', 'status')
  root.append(status)
  const numbers = new Map(slides.map(({ slug, title }, at) => [slug, { title, number: at + 1 }]))
  deck.on('slidechanged', () => {
    const slide = numbers.get(deck.getCurrentSlide().id)
    if (slide)
      status.textContent = [slide.title, `${slide.number} / ${slides.length}`].filter(Boolean).join(' – ')
  })
  deck.on('fragmentshown', (event) => {
    const { fragments = [] } = event as unknown as { fragments?: HTMLElement[] }
    const said = fragments.map(spokenText).filter(Boolean).join(' ')
    if (said !== '') status.textContent = said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said
  })
}

/** What is read of an element: formulas by what they show, not by their source too. */
function spokenText(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const unsaid of copy.querySelectorAll('[aria-hidden=true], annotation, aside.notes, script, style'))
    unsaid.remove()
  for (const image of copy.querySelectorAll('img[alt]')) image.replaceWith(image.getAttribute('alt')!)
  return copy.textContent!.replace(/\s+/g, ' ').trim()
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
